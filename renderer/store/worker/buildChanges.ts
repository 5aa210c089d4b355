import type { FieldChange } from '../../../shared/journal/change';
import type { RowId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { CommitProblem, Write } from '../contract';
import type { Table } from '../table/contract';
import { decodeIds } from '../table/block/block';
import { RowIds } from '../table/columns/rowIds';
import type { LinkedChange } from './stored/commitRecord';

export type Tables = ReadonlyMap<string, Table>;

interface Pending {
  readonly values: Record<string, StoredValue | null>;
  deleted: boolean;
}

/** Turns writes into exact changes, one list after the other, as long as the tables stand still. */
export interface ChangeBuilder {
  /**
   * `before` comes from the tables and from earlier writes. Problems: `rowExists` for an insert of a
   * known id, `noSuchRow` for any other write to a row that is unknown, already deleted, or (for a
   * restore) not deleted.
   */
  build(writes: readonly Write[]): Result<readonly LinkedChange[], CommitProblem>;
  /**
   * The same check for new records that come as a block, in a commit that holds nothing else. Gives
   * the first of them.
   */
  claim(ledger: string, block: Uint8Array): Result<RowId, CommitProblem>;
}

export function createChangeBuilder(tables: Tables): ChangeBuilder {
  const pending = new Map<string, Pending>();
  const claimed = new Map<string, RowIds>();

  function changeOf(write: Write): Result<LinkedChange, CommitProblem> {
    const { ledger, row } = write;
    const table = tables.get(ledger);
    if (!table) throw new Error(`No ledger ${ledger}`);
    const key = `${ledger} ${row}`;
    const own = pending.get(key);
    const ordinal = table.ordinalOf(row);
    const known = own !== undefined || ordinal !== undefined;
    if (write.type === 'insert') {
      if (known) return failed({ tag: 'rowExists', ledger, row });
      pending.set(key, { values: { ...write.values }, deleted: false });
      return ok({ ...write, previous: 0 });
    }
    const deleted =
      own?.deleted ?? (ordinal !== undefined && table.rowAt(ordinal).deletedAt !== undefined);
    if (!known || deleted !== (write.type === 'restore'))
      return failed({ tag: 'noSuchRow', ledger, row });
    const state = own ?? { values: {}, deleted };
    pending.set(key, state);
    const previous = ordinal === undefined ? 0 : table.lastSequence(ordinal);
    if (write.type !== 'update') {
      if (write.type === 'delete' || write.type === 'restore')
        state.deleted = write.type === 'delete';
      if (write.type !== 'delete') return ok({ ...write, previous });
      // Merging tells by them which edits whoever deleted the row did not know.
      const held = ordinal === undefined ? {} : table.rowAt(ordinal).values;
      return ok({ ...write, values: valuesAfter(held, state.values), previous });
    }
    const fields: Record<string, FieldChange> = {};
    for (const [name, after] of Object.entries(write.values)) {
      const stored = ordinal === undefined ? undefined : table.valueAt(ordinal, name);
      const before = name in state.values ? (state.values[name] ?? null) : (stored ?? null);
      if (JSON.stringify(before) !== JSON.stringify(after)) fields[name] = { before, after };
      state.values[name] = after;
    }
    return ok({ type: 'update', ledger, row, fields, previous });
  }

  return {
    claim(ledger, block) {
      const table = tables.get(ledger);
      if (!table) throw new Error(`No ledger ${ledger}`);
      const ids = decodeIds(block);
      const own = claimed.get(ledger) ?? new RowIds();
      claimed.set(ledger, own);
      const first = own.size;
      const row = table.firstHeld(ids) ?? own.loadNew(ids);
      return row === undefined ? ok(own.at(first)) : failed({ tag: 'rowExists', ledger, row });
    },
    build(writes) {
      const changes: LinkedChange[] = [];
      for (const write of writes) {
        const change = changeOf(write);
        if (!change.ok) return change;
        changes.push(change.value);
      }
      return ok(changes);
    },
  };
}

function valuesAfter(held: RowValues, set: Pending['values']): RowValues {
  const values: Record<string, StoredValue> = { ...held };
  for (const [name, value] of Object.entries(set)) {
    if (value === null) delete values[name];
    else values[name] = value;
  }
  return values;
}
