import type { RowId } from '../kernel/ids';
import type { StoredValue } from '../ledger/field';
import type { RowValues } from '../ledger/defineLedger';

/** Where a change came from; shown in a record's history. */
export type ChangeSource =
  | { readonly type: 'typed' }
  | { readonly type: 'desk'; readonly checkpoint: string; readonly shift: string }
  | {
      readonly type: 'import';
      readonly file: string;
      readonly sheet: string;
      readonly importId: string;
    }
  | { readonly type: 'undo'; readonly of: number }
  | { readonly type: 'sample' };

/** `null` stands for blank: a cleared field is a change like any other. */
export interface FieldChange {
  readonly before: StoredValue | null;
  readonly after: StoredValue | null;
}

export type Change =
  | {
      readonly type: 'insert';
      readonly ledger: string;
      readonly row: RowId;
      readonly values: RowValues;
    }
  | {
      readonly type: 'update';
      readonly ledger: string;
      readonly row: RowId;
      readonly fields: Readonly<Record<string, FieldChange>>;
    }
  | {
      readonly type: 'delete';
      readonly ledger: string;
      readonly row: RowId;
      readonly reason?: string;
    }
  | { readonly type: 'restore'; readonly ledger: string; readonly row: RowId }
  /** A person asked to see masked fields of a record: recorded, changes nothing. */
  | {
      readonly type: 'reveal';
      readonly ledger: string;
      readonly row: RowId;
      readonly fields: readonly string[];
    };
