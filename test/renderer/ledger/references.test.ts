import { beforeEach, expect, it } from 'vitest';
import {
  createReferences,
  type References,
} from '../../../renderer/features/ledger/data/references';
import { createTables } from '../../../renderer/store/worker/createTables';
import { codecFor } from '../../../shared/fields/codecFor';
import { isRowId, type RowId } from '../../../shared/kernel/ids';
import { field } from '../../../shared/ledger/field';
import { contacts } from '../../../shared/ledgers/contacts';
import { necessitiesDeliveries } from '../../../shared/ledgers/necessitiesDeliveries';
import { zones } from '../../../shared/ledgers/zones';

const ledgers = [zones, necessitiesDeliveries, contacts];
const zone = field.reference('区域', 'Zone', 'zones');
const several = field.references('区域', 'Zones', 'zones');

let tables: ReturnType<typeof createTables>;
let references: References;
beforeEach(() => {
  tables = createTables(ledgers);
  references = createReferences(
    {
      names: (ledger, ids) =>
        Promise.resolve(ids.map((id) => allNames(ledger).find((one) => one.id === id)?.name)),
      allNames: (ledger) => Promise.resolve(allNames(ledger)),
      counts: () => Promise.resolve({ zones: tables.get('zones')?.liveRows ?? 0 }),
      match: (ledger, key, values) => Promise.resolve(tables.get(ledger)?.match(key, values) ?? []),
      openView: () => Promise.reject(new Error('few names are kept whole')),
      closeView: () => undefined,
    },
    necessitiesDeliveries,
    ledgers,
  );
});

function allNames(ledger: string) {
  const table = tables.get(ledger);
  return Array.from(table?.select({ ledger }) ?? [], (ordinal) => {
    const { id, values } = table?.rowAt(ordinal) ?? {};
    return { id: rowId(id ?? ''), name: String(values?.['name']) };
  });
}

function rowId(text: string): RowId {
  if (!isRowId(text)) throw new Error(text);
  return text;
}

function add(id: string, name: string): RowId {
  tables.get('zones')?.insert(rowId(id), { name, kind: '封控区' }, 1);
  return rowId(id);
}

async function read(text: string): Promise<unknown> {
  await references.resolve(zone, [text]);
  const parsed = codecFor(zone).parse({ type: 'text', text }, references.context);
  return parsed.state === 'value' ? parsed.value : parsed;
}

it('reads which of two namesakes a workbook means, and guesses neither by the name alone', async () => {
  const first = add('01FYTBF0WJ7YP61CBXTHD9XE6J', '样例小区');
  const second = add('01FZ089G8KKH80CTQ2587FNB6Y', '样例小区');
  const other = add('01FYQK7HA0RD63TD64YH69E9TW', '别的小区');
  expect(await read('样例小区〔D9XE6J〕')).toBe(first);
  expect(await read('样例小区〔7FNB6Y〕')).toBe(second);
  expect(await read('样例小区〔000000〕')).toBe('~样例小区〔000000〕');
  expect(await read('样例小区')).toBe('~样例小区');
  expect(await read('别的小区')).toBe(other);
  // its namesake is gone by now
  expect(await read('别的小区〔H69E9T〕')).toBe('~别的小区〔H69E9T〕');
  expect(await read('别的小区〔69E9TW〕')).toBe(other);
});

it('shows, copies and offers namesakes by the same words, which paste back as the same records', async () => {
  const route = [
    add('01FYTBF0WJ7YP61CBXTHD9XE6J', '样例小区'),
    add('01FYQK7HA0RD63TD64YH69E9TW', '别的小区'),
    add('01FZ089G8KKH80CTQ2587FNB6Y', '样例小区'),
  ];
  await references.learnValues(several, [route]);
  const copied = codecFor(several).toText(route, 'zh', references.context);
  expect(copied).toBe('样例小区〔D9XE6J〕、别的小区、样例小区〔7FNB6Y〕');
  await references.resolve(several, [copied]);
  expect(codecFor(several).parse({ type: 'text', text: copied }, references.context)).toMatchObject(
    { state: 'value', value: route, warnings: [] },
  );
  const offered = await references.find('zones', '样例');
  expect(offered.map(({ text }) => text)).toEqual(['样例小区〔D9XE6J〕', '样例小区〔7FNB6Y〕']);
});
