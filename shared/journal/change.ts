import type { HybridTime } from '../kernel/hybridTime';
import type { RowId } from '../kernel/ids';
import type { StoredValue } from '../ledger/field';
import type { RowValues } from '../ledger/defineLedger';

/** Where a change came from; shown in a record's history. */
export type ChangeSource =
  /** The reason is what a person gave for a value that looks wrong and is right. */
  | { readonly type: 'typed'; readonly reason?: string }
  | { readonly type: 'desk'; readonly checkpoint: string; readonly shift: string }
  | {
      readonly type: 'import';
      readonly file: string;
      readonly sheet: string;
      readonly importId: string;
    }
  /** Came in an exchange workbook: what people edited in it, and what was decided about it here. */
  | {
      readonly type: 'exchange';
      readonly file: string;
      readonly parcel: string;
      /** Name of the device that sent it. */
      readonly from: string;
      /** By id, names of the devices that made the changes: others too, where it passes them on. */
      readonly devices?: Readonly<Record<string, string>>;
      /** Its signature did not vouch for it; a person took it all the same. */
      readonly accepted?: true;
    }
  | { readonly type: 'undo'; readonly of: number }
  | { readonly type: 'sample' };

/** `null` stands for blank: a cleared field is a change like any other. */
export interface FieldChange {
  readonly before: StoredValue | null;
  readonly after: StoredValue | null;
}

/** What a person has said about two things that did not agree. */
export type Decision =
  /** Two devices changed one field without knowing of each other. */
  | { readonly about: 'conflict'; readonly kept: 'earlier' | 'later' }
  /** One deleted what the other edited. */
  | { readonly about: 'deletion'; readonly kept: 'deleted' | 'restored' }
  /** A cell was edited in a workbook, and its field has changed here since. */
  | { readonly about: 'edit'; readonly kept: 'theirs' | 'ours' }
  /** Two records name the same thing. */
  | { readonly about: 'duplicate'; readonly kept: 'apart' | 'joined' };

interface OfRow {
  readonly ledger: string;
  readonly row: RowId;
  /**
   * Its place in time among the changes of the row, where that is not the commit's own time: see
   * `shared/merge/orderTime`.
   */
  readonly order?: HybridTime;
}

export type Change =
  | (OfRow & { readonly type: 'insert'; readonly values: RowValues })
  | (OfRow & { readonly type: 'update'; readonly fields: Readonly<Record<string, FieldChange>> })
  | (OfRow & {
      readonly type: 'delete';
      readonly reason?: string;
      /** What the record held as it was deleted: an edit that is not in it was not known. */
      readonly values?: RowValues;
      /** The record that takes its place, where two were joined. */
      readonly into?: RowId;
    })
  | (OfRow & { readonly type: 'restore' })
  /** A person asked to see masked fields of a record: recorded, changes nothing. */
  | (OfRow & { readonly type: 'reveal'; readonly fields: readonly string[] })
  /** A person has decided; `key` names what about. Changes nothing by itself, asks nobody again. */
  | (OfRow & { readonly type: 'decide'; readonly decision: Decision; readonly key: string });
