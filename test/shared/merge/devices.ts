import type { HashedEntry } from '../../../shared/journal/entry';
import type { DeviceId, RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import { defineLedger, type RowValues } from '../../../shared/ledger/defineLedger';
import { field, type StoredValue } from '../../../shared/ledger/field';
import type { FoldedRow } from '../../../shared/merge/foldRow';
import { foldRow } from '../../../shared/merge/foldRow';
import { seenOf } from '../../../shared/merge/knowledge';
import { planMerge, type MergePlan } from '../../../shared/merge/planMerge';
import { entriesLacking } from '../../../shared/merge/sending';
import { MemoryJournal } from './memoryJournal';

/** A ledger of three fields: the engine knows no other difference between ledgers. */
export const things = defineLedger({
  id: 'things',
  title: { zh: '物', en: 'Things' },
  area: 'command',
  version: 1,
  matchOn: [['name']],
  nameField: 'name',
  fields: {
    name: field.text('名称', 'Name'),
    place: field.text('地点', 'Place'),
    count: field.integer('数量', 'Count'),
    partOf: field.reference('属于', 'Part of', 'things'),
  },
});

export const rowId = (number: number) => `01HZZZZZZZ${String(number).padStart(16, '0')}` as RowId; // the form of a made id
export const deviceId = (number: number) =>
  `01HDDDDDDD${String(number).padStart(16, '0')}` as DeviceId; // as above

export const startMs = Date.UTC(2022, 2, 1);

export function newDevice(number: number, nowMs = startMs): MemoryJournal {
  const journal = new MemoryJournal(deviceId(number), `经办${number}`);
  journal.nowMs = nowMs;
  return journal;
}

export function insert(journal: MemoryJournal, row: RowId, values: RowValues): Promise<void> {
  return journal.commit([{ type: 'insert', ledger: things.id, row, values }]);
}

export function update(
  journal: MemoryJournal,
  row: RowId,
  name: string,
  after: StoredValue | null,
): Promise<void> {
  const before = journal.row(things.id, row)?.values[name] ?? null;
  const fields = { [name]: { before, after } };
  return journal.commit([{ type: 'update', ledger: things.id, row, fields }]);
}

export function remove(journal: MemoryJournal, row: RowId): Promise<void> {
  const values = journal.row(things.id, row)?.values ?? {};
  return journal.commit([{ type: 'delete', ledger: things.id, row, values }]);
}

/** What `to` lacks of all that `from` holds, by what `to` says it has seen. */
export async function lacking(
  from: MemoryJournal,
  to: MemoryJournal,
): Promise<readonly HashedEntry[]> {
  return entriesLacking(from, seenOf(to.knowledge), new Set(Object.keys(from.knowledge)));
}

export function planOf(
  journal: MemoryJournal,
  entries: readonly HashedEntry[],
): Promise<MergePlan> {
  return planMerge({
    entries,
    store: journal,
    ledgers: (id) => (id === things.id ? things : undefined),
    now: toInstant(journal.nowMs),
  });
}

/** Takes the entries in as they come, deciding nothing. */
export async function take(
  journal: MemoryJournal,
  entries: readonly HashedEntry[],
): Promise<MergePlan> {
  const plan = await planOf(journal, entries);
  await journal.commitMerge({
    basis: plan.basis,
    entries: plan.entries,
    effects: plan.rows.flatMap(({ effect }) => effect ?? []),
    changes: [],
    source: { type: 'exchange', file: '', parcel: '', from: '' },
    learnt: plan.learnt,
    heard: 0,
  });
  return plan;
}

/** The row by folding everything the journal holds of it: what the store must agree with. */
export async function folded(journal: MemoryJournal, row: RowId): Promise<FoldedRow> {
  return foldRow(await journal.rowChanges(things.id, row));
}
