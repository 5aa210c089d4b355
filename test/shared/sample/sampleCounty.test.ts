import { describe, expect, it } from 'vitest';
import { addDays, dateOf, formatInstant, startOfDay, toInstant } from '../../../shared/kernel/time';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { validateRow } from '../../../shared/ledger/validateRow';
import { ledgerById } from '../../../shared/ledgers/registry';
import { manyPassages, sampleCounty } from '../../../shared/sample/sampleCounty';
import { firstDay } from '../../../shared/sample/places';

const batches = [...sampleCounty()];
const rowsOf = (ledger: string) =>
  batches.filter((batch) => batch.ledger === ledger).flatMap((batch) => batch.rows);

describe('the sample county', () => {
  it.each([
    ['checkpoints', 32],
    ['checkpoint-passes', 20_000],
    ['permits', 300],
    ['enterprises', 60],
    ['supply-daily', 600],
    ['isolation-sites', 20],
    ['contacts', 11_556],
  ])('has of %s %i rows', (ledger, count) => expect(rowsOf(ledger)).toHaveLength(count));

  it('has 14 sites in the county and 1,673 stays in them at noon of 27 March', () => {
    const inside = new Set(
      rowsOf('isolation-sites')
        .filter(({ values }) => values['whereabouts'] === '县内')
        .map(({ id }) => String(id)),
    );
    const noon = startOfDay(addDays(firstDay, 9)) + 12 * 3_600_000;
    const held = rowsOf('isolation-stays').filter(
      ({ values }) =>
        inside.has(String(values['site'])) &&
        Number(values['admittedAt']) <= noon &&
        !(Number(values['releasedAt']) <= noon),
    );
    expect(inside.size).toBe(14);
    expect(held).toHaveLength(1_673);
  });

  it('has the driver held from 22 to 24 March and the student with four negative tests', () => {
    const driver = rowsOf('checkpoint-holds')[0]?.values ?? {};
    const times = [driver['heldFrom'], driver['releasedAt']].map((time) =>
      formatInstant(toInstant(Number(time))),
    );
    expect(times).toEqual(['2022-03-22 15:20', '2022-03-24 09:15']);
    const student = rowsOf('closed-loop-releases')[0]?.values ?? {};
    const tests = [student['tests'] ?? []].flat();
    expect(tests).toHaveLength(4);
    expect(tests).toEqual(tests.map(() => expect.objectContaining({ result: '阴性' })));
    expect(student['state']).toBe('已到达');
  });

  it('has 47 permits of key enterprises', () => {
    const key = new Set(
      rowsOf('enterprises')
        .filter(({ values }) => values['isKey'] === true)
        .map(({ id }) => String(id)),
    );
    const permits = rowsOf('permits').filter(({ values }) => key.has(String(values['enterprise'])));
    expect(permits).toHaveLength(47);
  });

  it('spreads its passages over ten days, with vehicles that come back', () => {
    const passages = rowsOf('checkpoint-passes').map(({ values }) => values);
    const days = new Set(passages.map((values) => dateOf(values['passedAt'] as never)));
    expect([...days]).toEqual(Array.from({ length: 10 }, (_, n) => addDays(firstDay, n)));
    expect(new Set(passages.map((values) => values['plate'])).size).toBeLessThan(10_000);
    expect(new Set(passages.map((values) => values['outcome'])).size).toBe(6);
  });

  it('has nothing to find fault with, and no record that refers to a missing or later one', () => {
    const seen = new Set<string>();
    for (const { ledger, rows } of batches) {
      const definition = ledgerById(ledger);
      expect(definition).toBeDefined();
      if (!definition) continue;
      for (const { id, values } of rows) {
        expect(validateRow(definition, values)).toEqual({});
        for (const [name, one] of Object.entries(definition.fields)) {
          if (one.refersTo === undefined) continue;
          const missing = referencesIn(values, name).filter((other) => !seen.has(other));
          if (missing.length > 0) expect(missing).toEqual([]);
        }
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    }
  });

  it('gives every company a name of its own that nobody can mistake for a real one', () => {
    const names = rowsOf('enterprises').map(({ values }) => String(values['name']));
    expect(new Set(names).size).toBe(60);
    for (const name of names) expect(name).toMatch(/^修武县[样拟试]例.+有限公司$/);
  });

  it('lets vehicles come and go, most at one checkpoint, those with a permit at the one it names', () => {
    const named = new Map(
      rowsOf('permits').map(({ id, values }) => [String(id), String(values['checkpoints'])]),
    );
    const ways = new Map<string, Set<unknown>>();
    for (const { values } of rowsOf('checkpoint-passes')) {
      const { plate, direction, permit, checkpoint } = values;
      if (permit !== undefined) expect(checkpoint).toBe(named.get(String(permit)));
      else ways.set(String(plate), (ways.get(String(plate)) ?? new Set()).add(direction));
    }
    const both = [...ways.values()].filter((one) => one.has('进') && one.has('出'));
    expect(both.length).toBeGreaterThan(ways.size / 3);
  });

  it('has most traffic on the motorway, least in the villages, none where a checkpoint is closed', () => {
    const points = new Map(rowsOf('checkpoints').map(({ id, values }) => [String(id), values]));
    const traffic = new Map<unknown, number>();
    for (const { values } of rowsOf('checkpoint-passes')) {
      const point = points.get(String(values['checkpoint']));
      const kind = point?.['kind'];
      traffic.set(kind, (traffic.get(kind) ?? 0) + 1);
      const closedOn = point?.['closedOn'];
      if (closedOn !== undefined) {
        expect(dateOf(values['passedAt'] as never) < String(closedOn)).toBe(true);
      }
    }
    const each = (kind: string, points: number) => (traffic.get(kind) ?? 0) / points;
    expect(each('高速口', 4)).toBeGreaterThan(each('国省干道', 8));
    expect(each('国省干道', 8)).toBeGreaterThan(each('县乡道', 12));
    expect(each('县乡道', 12)).toBeGreaterThan(each('村口', 8));
  });

  it('is the same at every call', () => {
    const again = [...sampleCounty()];
    expect(JSON.stringify(again.at(-1)) === JSON.stringify(batches.at(-1))).toBe(true);
  });

  it('invents people that cannot be: a division and a phone prefix never assigned', () => {
    for (const { values } of [...rowsOf('checkpoint-passes'), ...rowsOf('isolation-stays')]) {
      expect(String(values['documentNumber'])).toMatch(/^410899/);
      expect(String(values['phone'])).toMatch(/^154/);
    }
  });
});

describe('passages for measurements', () => {
  it('come in the order of time, the same for a seed, some vehicles often', () => {
    const rows = [...manyPassages(20_000, 7)];
    const times = rows.map(({ values }) => Number(values['passedAt']));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect([...manyPassages(20_000, 7)].at(-1)).toEqual(rows.at(-1));
    expect(new Set(rows.map(({ values }) => values['plate'])).size).toBeGreaterThan(2_300);
  });
});

function referencesIn(values: RowValues, name: string): readonly string[] {
  return [values[name] ?? []].flat().filter((id): id is string => typeof id === 'string');
}
