import { describe, expect, it } from 'vitest';
import { breakDown, computeFigure } from '../../../shared/figures/computeFigure';
import type { CutOff } from '../../../shared/figures/takesIn';
import { checkParts } from '../../../shared/figures/checkParts';
import { shownValue } from '../../../shared/figures/shownValue';
import { instantOf, toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Figure } from '../../../shared/ledger/figure';
import { ledgers } from '../../../shared/ledgers/registry';
import { sampleCounty } from '../../../shared/sample/sampleCounty';
import { publishedFigures, type PublishedFigure } from './publishedFigures';

const byLedger = new Map<string, Row[]>();
const byId = new Map<string, Row>();
for (const { ledger, rows } of sampleCounty()) {
  byLedger.set(ledger, [...(byLedger.get(ledger) ?? []), ...rows]);
  for (const row of rows) byId.set(row.id, row);
}
const refer = (id: string) => byId.get(id);
const declared = new Map(
  ledgers.flatMap(({ id, figures }) =>
    figures.map((figure) => [figure.id, { ledger: id, figure }]),
  ),
);

function cutOffOf(text: string): CutOff {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  const at = instantOf({ year, month, day, hour, minute, second: 0 }) ?? toInstant(0);
  return { at, since: toInstant(at - 86_400_000) };
}

function find(id: string): { readonly ledger: string; readonly figure: Figure } {
  const found = declared.get(id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

function valueOf({ figure: id, at, of }: PublishedFigure, rows?: readonly Row[]): number {
  const { ledger, figure } = find(id);
  const source = { rows: rows ?? byLedger.get(ledger) ?? [], refer };
  if (!of) return shownValue(figure, computeFigure(figure, source, cutOffOf(at)).value);
  const part = breakDown(figure, of.field, source, cutOffOf(at)).find(({ key }) => key === of.key);
  return part?.value ?? 0;
}

describe('the sample county gives what the county published on 27 March 2022', () => {
  it.each(
    publishedFigures.map(
      (one) => [`${one.system} ${one.figure} ${one.of?.key ?? ''}`, one] as const,
    ),
  )('%s', (_name, published) => {
    const value = valueOf(published);
    if (published.over) expect(value).toBeGreaterThan(published.value);
    else expect(value).toBe(published.value);
  });

  it.each(
    publishedFigures
      .filter(({ over }) => !over)
      .map((one) => [`${one.figure} ${one.of?.key ?? ''}`, one] as const),
  )('%s: and no longer does when one of its records is gone', (_name, published) => {
    const { ledger, figure } = find(published.figure);
    const rows = byLedger.get(ledger) ?? [];
    const { contributions } = computeFigure(figure, { rows, refer }, cutOffOf(published.at));
    const counted = new Set(
      contributions
        .map(({ row }) => row)
        .filter(
          (row) => !published.of || byId.get(row)?.values[published.of.field] === published.of.key,
        ),
    );
    // a distinct value stays while another record has it: every record of one value has to go
    const [first] = counted;
    const term = figure.terms[0];
    const gone = first === undefined ? undefined : byId.get(first);
    if (!gone || !term) throw new Error('nothing is counted');
    const fields = term.measure.type === 'distinct' ? term.measure.fields : undefined;
    const rest = rows.filter((row) =>
      fields
        ? fields.some((field) => row.values[field] !== gone.values[field])
        : row.id !== gone.id,
    );
    expect(valueOf(published, rest)).not.toBe(published.value);
  });

  it('and says how many rooms are left, by the last report of each site', () => {
    const at = '2022-03-27 20:00';
    const figure = 'isolationDaily.roomsFree';
    const last = new Map<unknown, Row>();
    for (const row of byLedger.get('isolation-daily') ?? []) {
      const known = last.get(row.values['site'])?.values['date'];
      if (String(row.values['date']) > String(known ?? '')) last.set(row.values['site'], row);
    }
    const free = [...last.values()].reduce((sum, row) => sum + Number(row.values['roomsFree']), 0);
    const left = { system: 'S16', figure, at, value: free };
    expect(valueOf(left)).toBe(free);
    const [site = ''] = [...last.keys()].map(String);
    const of = { field: 'site', key: site };
    expect(valueOf({ ...left, of })).toBe(Number(last.get(site)?.values['roomsFree']));
  });

  it('and reports that the deliveries do not add up, as they did not when published', () => {
    const noon = publishedFigures.find(({ figure }) => figure === 'necessitiesDeliveries.total');
    if (!noon) throw new Error('not published');
    const valueAtNoon = (id: string) => valueOf({ ...noon, figure: id });
    const all = [...declared.values()].map(({ figure }) => figure);
    expect(checkParts(all, valueAtNoon)).toEqual([
      { figure: 'necessitiesDeliveries.total', whole: 204, parts: 204.3 },
    ]);
  });
});
