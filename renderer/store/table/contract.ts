import type { RowId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/time';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { BlockIds } from './block/block';
import type { Filter, GroupCount, KnownVehicle, Query, Totals } from '../contract';

/** What a table borrows from outside: filled when it is there, looked up at each use. */
export interface TableServices {
  /** Pinyin initials of a name, `zs` for 张三; several readings parted by a blank. */
  readonly initialsOf?: ((text: string) => string) | undefined;
  /** What a reference shows; searched and sorted by in place of the id. */
  readonly describe?: ((ledger: string, id: string) => string | undefined) | undefined;
}

/**
 * One ledger as columns in the worker's memory. Knows nothing of IndexedDB, keys or files: blocks
 * of encoded rows go in and come out. A row keeps its position (ordinal) for as long as the table
 * is open.
 */
export interface Table {
  /** Rows ever held, deleted ones included. */
  readonly size: number;
  readonly liveRows: number;
  /** Another number after anything has been written: what was computed before may not hold. */
  readonly changes: number;

  /**
   * Decodes a block made by `encodeBlock` and appends its rows; throws on a block that is not one.
   * `sequence` is the commit of all of them where the block does not know it yet.
   */
  loadBlock(
    block: Uint8Array,
    sequence?: number,
  ): { readonly first: number; readonly count: number };
  /** Rows `from` to `to` (excluded), with their meta columns, as one compact block. */
  encodeBlock(from: number, to: number): Uint8Array;

  insert(id: RowId, values: RowValues, sequence: number): number;
  /** `null` clears a field. */
  update(
    ordinal: number,
    values: Readonly<Record<string, StoredValue | null>>,
    sequence: number,
  ): void;
  setDeleted(ordinal: number, at: Instant | undefined, sequence: number): void;

  ordinalOf(id: RowId): number | undefined;
  /** The first of a block's ids that has a row here. */
  firstHeld(ids: BlockIds): RowId | undefined;
  rowAt(ordinal: number): Row;
  /** Value of one field without making the row. */
  valueAt(ordinal: number, field: string): StoredValue | undefined;
  /** The last commit that touched the row, by sequence: head of its history. */
  lastSequence(ordinal: number): number;

  /** Ordinals that satisfy the query, in its order. */
  select(query: Query): Int32Array;
  /** The first `limit` of them, found without ordering all where that can be avoided. */
  selectFirst(query: Query, limit: number): Int32Array;
  /** The same, and how many there are in all. */
  firstPage(query: Query, limit: number): { readonly ordinals: Int32Array; readonly count: number };
  count(query: Query): number;
  totals(ordinals: Int32Array, fields: readonly string[]): readonly Totals[];
  aggregate(query: Query, by: readonly string[], sums: readonly string[]): readonly GroupCount[];
  /** The same for rows that are known already. */
  group(
    ordinals: Int32Array,
    by: readonly string[],
    sums: readonly string[],
  ): readonly GroupCount[];
  distinct(field: string, limit: number): readonly GroupCount[];
  matches(ordinal: number, filters: readonly Filter[], search: string | undefined): boolean;
  /** The first field by which a search finds the row. */
  foundIn(ordinal: number, search: string): string | undefined;
  match(
    keyFields: readonly string[],
    keys: readonly (readonly StoredValue[])[],
  ): readonly (readonly RowId[])[];
  vehicles(
    plateField: string,
    timeField: string,
    prefix: string,
    limit: number,
  ): readonly KnownVehicle[];
}
