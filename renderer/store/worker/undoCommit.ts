import { assertNever } from '../../../shared/kernel/assertNever';
import type { RowId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { StoredValue } from '../../../shared/ledger/field';
import type { CommitProblem, CommitReceipt, Write } from '../contract';
import { commitWrites } from './commitWrites';
import type { LinkedChange } from './commitRecord';
import type { OpenedState } from './openedState';
import { readCommit } from './readCommit';

interface LeftField {
  readonly ledger: string;
  readonly row: RowId;
  readonly field: string;
}

/** Takes back a commit by one of its own; what has changed since is left as it is, and named. */
export async function undoCommit(
  state: OpenedState,
  sequence: number,
): Promise<Result<CommitReceipt & { readonly left: readonly LeftField[] }, CommitProblem>> {
  const record = await readCommit(state, sequence);
  if (!record) return failed({ tag: 'storage', detail: `commit ${sequence}` });
  const left: LeftField[] = [];
  const writes = [...record.changes].reverse().flatMap((change) => inverse(state, change, left));
  const committed = await commitWrites(state, writes, { type: 'undo', of: sequence }, undefined);
  return committed.ok ? ok({ ...committed.value, left }) : committed;
}

function inverse(state: OpenedState, change: LinkedChange, left: LeftField[]): readonly Write[] {
  const { ledger, row } = change;
  const table = state.tables.get(ledger);
  const ordinal = table?.ordinalOf(row);
  if (!table || ordinal === undefined) return [];
  const deleted = table.rowAt(ordinal).deletedAt !== undefined;
  switch (change.type) {
    case 'insert':
      return deleted ? [] : [{ type: 'delete', ledger, row }];
    case 'delete':
      return deleted ? [{ type: 'restore', ledger, row }] : [];
    case 'restore':
      return deleted ? [] : [{ type: 'delete', ledger, row }];
    case 'reveal':
      return [];
    case 'update': {
      const values: Record<string, StoredValue | null> = {};
      for (const [field, { before, after }] of Object.entries(change.fields)) {
        const now = table.valueAt(ordinal, field) ?? null;
        if (!deleted && JSON.stringify(now) === JSON.stringify(after)) values[field] = before;
        else left.push({ ledger, row, field });
      }
      return Object.keys(values).length > 0 ? [{ type: 'update', ledger, row, values }] : [];
    }
    default:
      return assertNever(change);
  }
}
