import { beforeAll, describe, expect, it } from 'vitest';
import { createTables } from '../../../../renderer/store/worker/createTables';
import { createFigureCalls } from '../../../../renderer/store/worker/figures/figureCalls';
import { readFigures } from '../../../../renderer/store/readFigures';
import { breakDown, computeFigure, computeFigures } from '../../../../shared/figures/computeFigure';
import type { CutOff } from '../../../../shared/figures/takesIn';
import { newRowId } from '../../../../shared/kernel/ids';
import { instantOf, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { ledgers } from '../../../../shared/ledgers/registry';
import { sampleCounty } from '../../../../shared/sample/sampleCounty';

const tables = createTables(ledgers);
const rows = new Map<string, Row[]>();
const byId = new Map<string, Row>();
const calls = createFigureCalls(tables, ledgers);
const reading = { ...calls, closeFigure: (id: number) => void calls.closeFigure(id) };
const refer = (id: string) => byId.get(id);
const rowsOf = (ledger: string) => rows.get(ledger) ?? [];

/** The sample county, every fiftieth record of it deleted. */
beforeAll(() => {
  let count = 0;
  for (const batch of sampleCounty()) {
    const table = tables.get(batch.ledger);
    if (!table) throw new Error(`No ledger ${batch.ledger}`);
    const kept = rows.get(batch.ledger) ?? [];
    rows.set(batch.ledger, kept);
    for (const row of batch.rows) {
      const ordinal = table.insert(row.id, row.values, 1);
      byId.set(row.id, row);
      if (++count % 50 === 0) table.setDeleted(ordinal, toInstant(1_648_000_000_000), 2);
      else kept.push(row);
    }
  }
}, 60_000);

function cutOff(day: number, hour: number): CutOff {
  const at = instantOf({ year: 2022, month: 3, day, hour, minute: 0, second: 0 }) ?? toInstant(0);
  return { at, since: toInstant(at - 86_400_000) };
}

describe.each([
  ['27 March, 12:00', cutOff(27, 12)],
  ['27 March, 20:00', cutOff(27, 20)],
  ['22 March, 24:00', cutOff(22, 24)],
  ['a day before anything happened', cutOff(1, 13)],
])('the figures that the columns give for %s', (_, at) => {
  it('are those that the records give, looked at one by one', async () => {
    const computed = computeFigures(ledgers, rowsOf, refer, at);
    expect(await readFigures(reading, ledgers, at)).toEqual({ ok: true, value: computed });
  });

  it('open into the same records, and break down into the same parts', async () => {
    for (const { id: ledger, figures } of ledgers)
      for (const figure of figures) {
        const source = { rows: rowsOf(ledger), refer };
        const { value, contributions } = computeFigure(figure, source, at);
        const opened = await calls.openFigure({ figure: figure.id, cutOff: at }, 20);
        expect([opened.value, opened.count]).toEqual([value, contributions.length]);
        const all = await calls.figureRows(opened.id, 0, opened.count);
        expect(all.slice(0, 20)).toEqual(opened.first);
        const sort = (list: readonly { readonly row: string; readonly amount: number }[]) =>
          list.map(({ row, amount }) => `${row} ${amount}`).sort();
        expect(sort(all.map(({ row, amount }) => ({ row: row.id, amount })))).toEqual(
          sort(contributions),
        );
        expect(sort(await calls.contributions({ figure: figure.id, cutOff: at }))).toEqual(
          sort(contributions),
        );
        const sorted = <T>(parts: readonly T[]) => parts.map((part) => JSON.stringify(part)).sort();
        for (const { field, parts } of await calls.figureParts({ figure: figure.id, cutOff: at })) {
          expect(sorted(parts)).toEqual(sorted(breakDown(figure, field, source, at)));
          for (const { key, value: part } of [...parts.slice(0, 2), ...parts.slice(-1)]) {
            const of = { field, key };
            const own = await calls.openFigure({ figure: figure.id, cutOff: at, of }, 1);
            expect([figure.id, of, own.value]).toEqual([figure.id, of, part]);
          }
        }
        await calls.closeFigure(opened.id);
        expect(await calls.figureRows(opened.id, 0, 5)).toEqual([]);
      }
  });
});

describe('reading all figures', () => {
  it('tells how far it is and stops when it is told to', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const read = await readFigures(reading, ledgers, cutOff(27, 12), {
      signal: stop.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 3) stop.abort();
      },
    });
    expect(read).toEqual({ ok: false, problem: { tag: 'cancelled' } });
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it('opens one part of a breakdown into its own records', async () => {
    const figure = 'isolationStays.isolated';
    const at = cutOff(27, 12);
    const [{ parts } = { parts: [] }] = await calls.figureParts({ figure, cutOff: at });
    const [largest] = parts;
    if (!largest) throw new Error('nobody is isolated');
    const of = { field: 'site', key: largest.key };
    const opened = await calls.openFigure({ figure, cutOff: at, of }, 5);
    expect(opened.value).toBe(largest.value);
    expect(opened.first.map(({ row }) => row.values['site'])).toEqual(
      Array.from({ length: 5 }, () => largest.key),
    );
  });

  it('knows the figures of a ledger that came while the event was open', async () => {
    const growing = ledgers.filter(({ id }) => id !== 'cases');
    const early = createFigureCalls(tables, growing);
    const at = cutOff(27, 20);
    growing.push(...ledgers.filter(({ id }) => id === 'cases'));
    expect(await early.figures(at, ['cases.confirmed'])).toEqual(
      await calls.figures(at, ['cases.confirmed']),
    );
  });

  it('is answered anew when a record it counts has changed, or one that a reference means', async () => {
    const at = cutOff(27, 20);
    const figure = 'isolationStays.inCounty';
    const stays = tables.get('isolation-stays');
    const sites = tables.get('isolation-sites');
    if (!stays || !sites) throw new Error('no isolation');
    const value = async () => (await calls.figures(at, [figure]))[0]?.value ?? NaN;
    const before = await value();
    const opened = await calls.openFigure({ figure, cutOff: at }, 1);
    const [first] = opened.first;
    const stay = first && stays.ordinalOf(first.row.id);
    if (!first || stay === undefined) throw new Error('nobody is isolated');
    stays.setDeleted(stay, toInstant(1_648_000_000_000), 3);
    expect(await value()).toBe(before - 1);
    stays.setDeleted(stay, undefined, 4);
    expect(await value()).toBe(before);
    const site = sites.ordinalOf(first.row.values['site'] as typeof first.row.id); // a reference
    if (site === undefined) throw new Error('no site');
    sites.update(site, { whereabouts: '县外' }, 5);
    const moved = await value();
    expect(moved).toBeLessThan(before);
    sites.update(site, { whereabouts: '县内' }, 6);
    expect(await value()).toBe(before);
    stays.insert(
      newRowId(1, (length) => new Uint8Array(length)),
      first.row.values,
      7,
    );
    expect(await value()).toBe(before + 1);
  });
});
