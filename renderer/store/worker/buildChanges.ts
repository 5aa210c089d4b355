import type { FieldChange } from '../../../shared/journal/change';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { StoredValue } from '../../../shared/ledger/field';
import type { CommitProblem, Write } from '../contract';
import type { Table } from '../table/contract';
import type { LinkedChange } from './commitRecord';

export type Tables = ReadonlyMap<string, Table>;

interface Pending {
  readonly values: Record<string, StoredValue | null>;
  deleted: boolean;
}

/**
 * The exact changes of a list of writes: `before` comes from the tables and from earlier writes of
 * the same list. Problems: `rowExists` for an insert of a known id, `noSuchRow` for any other write
 * to a row that is unknown, already deleted, or (for a restore) not deleted.
 */
export function buildChanges(
  tables: Tables,
  writes: readonly Write[],
): Result<readonly LinkedChange[], CommitProblem> {
  const pending = new Map<string, Pending>();
  const changes: LinkedChange[] = [];
  for (const write of writes) {
    const table = tables.get(write.ledger);
    if (!table) throw new Error(`No ledger ${write.ledger}`);
    const key = `${write.ledger} ${write.row}`;
    const own = pending.get(key);
    const ordinal = table.ordinalOf(write.row);
    const known = own !== undefined || ordinal !== undefined;
    const deleted = own
      ? own.deleted
      : ordinal !== undefined && table.rowAt(ordinal).deletedAt !== undefined;
    const previous = ordinal === undefined ? 0 : table.lastSequence(ordinal);
    const state = own ?? { values: {}, deleted };

    if (write.type === 'insert') {
      if (known) return failed({ tag: 'rowExists', ledger: write.ledger, row: write.row });
      Object.assign(state.values, write.values);
      changes.push({ ...write, previous });
    } else if (!known || deleted !== (write.type === 'restore')) {
      return failed({ tag: 'noSuchRow', ledger: write.ledger, row: write.row });
    } else if (write.type === 'update') {
      const fields: Record<string, FieldChange> = {};
      for (const [name, after] of Object.entries(write.values)) {
        const stored = ordinal === undefined ? undefined : table.valueAt(ordinal, name);
        const before = name in state.values ? (state.values[name] ?? null) : (stored ?? null);
        if (JSON.stringify(before) !== JSON.stringify(after)) fields[name] = { before, after };
        state.values[name] = after;
      }
      changes.push({ type: 'update', ledger: write.ledger, row: write.row, fields, previous });
    } else {
      if (write.type !== 'reveal') state.deleted = write.type === 'delete';
      changes.push({ ...write, previous });
    }
    pending.set(key, state);
  }
  return ok(changes);
}
