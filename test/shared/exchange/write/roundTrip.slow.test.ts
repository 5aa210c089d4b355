import { describe, expect, test } from 'vitest';
import { planToWrites } from '../../../../shared/exchange/plan/plan';
import {
  writeLedgerWorkbook,
  writeTemplate,
} from '../../../../shared/exchange/write/writeLedgerWorkbook';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { ledgers } from '../../../../shared/ledgers/registry';
import { definitionOf, MemoryStore } from '../plan/memoryStore';
import { planFile } from '../plan/planFile';

const store = MemoryStore.sample();

async function exported(
  ledger: string,
  settings: { masked?: boolean; language?: 'zh' | 'en'; rows?: readonly Row[] } = {},
) {
  const definition = definitionOf(ledger);
  const { describeReference } = store.context;
  const written = await writeLedgerWorkbook({
    definition,
    rows: settings.rows ?? store.all(ledger),
    language: settings.language ?? 'zh',
    title: definition.title.zh,
    masked: settings.masked ?? false,
    ...(describeReference ? { describeReference } : {}),
  });
  if (!written.ok) throw new Error(written.problem.tag);
  return written.value;
}

describe('a ledger that went out and came back untouched', () => {
  for (const { id } of ledgers) {
    for (const language of ['zh', 'en'] as const) {
      test(`${id} (${language}): every row is unchanged`, { timeout: 120_000 }, async () => {
        const rows = language === 'zh' ? store.all(id) : store.all(id).slice(0, 3_000);
        const plan = await planFile(
          await exported(id, { language, rows }),
          definitionOf(id),
          store,
        );
        expect(plan.rejected.slice(0, 3)).toEqual([]);
        expect(plan.updates.slice(0, 3)).toEqual([]);
        expect(plan.skipped).toEqual([]);
        expect(plan.inserts.length).toBe(0);
        expect(plan.unchanged.length).toBe(rows.length);
        expect(plan.unchanged.every(({ matchedBy }) => matchedBy === 'recordNumber')).toBe(true);
      });
    }
  }
});

describe('a ledger that goes to another county', () => {
  for (const { id } of ledgers) {
    test(
      `${id}: is inserted there with its record numbers, and the second time unchanged`,
      { timeout: 120_000 },
      async () => {
        const rows = store.all(id).slice(0, 3_000);
        const bytes = await exported(id, { rows });
        const other = MemoryStore.sample(
          ledgers.map((ledger) => ledger.id).filter((other) => other !== id),
        );
        const plan = await planFile(bytes, definitionOf(id), other);
        expect(plan.rejected.slice(0, 3)).toEqual([]);
        expect(plan.inserts.length).toBe(rows.length);
        other.apply(planToWrites(plan));
        expect(new Map(other.all(id).map((row) => [row.id, row.values]))).toEqual(
          new Map(rows.map((row) => [row.id, row.values])),
        );
        const again = await planFile(bytes, definitionOf(id), other);
        expect(again.unchanged.length).toBe(rows.length);
      },
    );
  }
});

test('a masked export leaves every sensitive column out and changes nothing when it comes back', async () => {
  const definition = definitionOf('enterprises');
  const plan = await planFile(await exported('enterprises', { masked: true }), definition, store);
  expect(plan.unchanged.length).toBe(store.all('enterprises').length);
  expect(plan.updates).toEqual([]);
});

test('a blank template is found by every ledger and holds no record', async () => {
  for (const definition of ledgers) {
    const written = await writeTemplate(definition, { language: 'zh', title: definition.title.zh });
    if (!written.ok) throw new Error(written.problem.tag);
    const plan = await planFile(written.value, definition, store);
    expect([plan.inserts, plan.updates, plan.unchanged, plan.rejected, plan.skipped]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  }
});
