import type { FieldChange } from '../journal/change';
import type { RowId } from '../kernel/ids';
import type { StoredValue } from '../ledger/field';
import type { RowValues } from '../ledger/defineLedger';
import type { RowChange } from './rowChange';
import { stampKey } from './stamp';

/** Two devices changed one field, neither knowing of the other's change. */
export interface FieldConflict {
  readonly type: 'field';
  readonly field: string;
  /** The change that lost and that nobody has taken up since. */
  readonly earlier: RowChange;
  readonly lost: FieldChange;
  /** The change whose value the field holds. */
  readonly later: RowChange;
  readonly value: StoredValue | null;
}

/** A record was deleted by someone who did not know of an edit; it is deleted until restored. */
export interface DeletionConflict {
  readonly type: 'deletion';
  readonly deletion: RowChange;
  /** The newest edit that the deletion did not know. */
  readonly edit: RowChange;
  /** What those edits say. */
  readonly values: RowValues;
  /** The record that took its place, where the deletion came from joining two. */
  readonly into?: RowId;
}

export type Conflict = FieldConflict | DeletionConflict;

/**
 * What a decision about it is remembered by. A field's conflict is about the change that lost: once
 * it was put away, it stays away whoever wins later.
 */
export function conflictKey(conflict: Conflict): string {
  return conflict.type === 'field'
    ? `${conflict.field}:${stampKey(conflict.earlier.stamp)}`
    : `${stampKey(conflict.deletion.stamp)}:${stampKey(conflict.edit.stamp)}`;
}
