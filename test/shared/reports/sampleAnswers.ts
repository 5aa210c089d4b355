import { breakDown, computeFigure } from '../../../shared/figures/computeFigure';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { ledgers } from '../../../shared/ledgers/registry';
import type { FigureAnswers } from '../../../shared/reports/fillReport';
import { figureFinder } from '../../../shared/reports/reportCatalogue';
import { sampleCounty } from '../../../shared/sample/sampleCounty';

const byLedger = new Map<string, Row[]>();
const byId = new Map<string, Row>();
for (const { ledger, rows } of sampleCounty()) {
  byLedger.set(ledger, [...(byLedger.get(ledger) ?? []), ...rows]);
  for (const row of rows) byId.set(row.id, row);
}
const find = figureFinder(ledgers);

/** Figures of the sample county, computed from its rows. */
export const sampleAnswers: FigureAnswers = {
  valueOf: (id, at) => {
    const asked = sourceOf(id, at);
    return asked && computeFigure(asked.figure, asked.source, asked.cutOff).value;
  },
  partsOf: (id, at) => {
    const asked = sourceOf(id, at);
    if (!asked) return [];
    return (asked.figure.by ?? []).map((field) => ({
      field,
      parts: breakDown(asked.figure, field, asked.source, asked.cutOff).map(({ key, value }) => ({
        key,
        value,
        words: typeof key === 'string' ? wordsOf(key) : undefined,
      })),
    }));
  },
};

function sourceOf(id: string, at: Instant) {
  const named = find(id);
  if (!named) return undefined;
  return {
    figure: named.figure,
    source: {
      rows: byLedger.get(named.ledger.id) ?? [],
      refer: (row: string) => byId.get(row),
    },
    cutOff: { at, since: toInstant(at - 86_400_000) },
  };
}

function wordsOf(key: string): string {
  const name = byId.get(key)?.values['name'];
  return typeof name === 'string' ? name : key;
}
