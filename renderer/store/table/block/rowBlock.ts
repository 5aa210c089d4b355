import type { RowId } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { decodeBlock, encodeBlock, type BlockColumn } from './block';
import { ByteWriter } from './bytes';
import { idWords, packId, unpackId } from './packedIds';
import { setOwn } from './setOwn';
import { readValue, writeValue } from './valueBytes';

/** A record with all that the store keeps of it. */
export interface StoredRow {
  readonly id: RowId;
  readonly values: RowValues;
  readonly deletedAt?: Instant;
  /** The last commit that touched the row; 0 where it is not known. */
  readonly sequence: number;
}

/**
 * The rows as one block, without a table: what a bulk insert carries in its commit record. A table
 * loads it by `loadBlock` as it is.
 */
export function encodeRows(rows: readonly StoredRow[]): Uint8Array<ArrayBuffer> {
  const ids = new Uint32Array(rows.length * idWords);
  const strangeIds = new Map<number, string>();
  const deletedAt = new Map<number, Instant>();
  const sequences = new Float64Array(rows.length);
  rows.forEach((row, position) => {
    if (!packId(row.id, ids, position)) strangeIds.set(position, row.id);
    if (row.deletedAt !== undefined) deletedAt.set(position, row.deletedAt);
    sequences[position] = row.sequence;
  });
  const columns = columnsOf(rows);
  return encodeBlock({ rows: rows.length, ids, strangeIds, sequences, deletedAt, columns });
}

/** Column by column: each stays in the processor's cache while it fills. */
function columnsOf(rows: readonly StoredRow[]): readonly BlockColumn[] {
  return [...valuesByName(rows)].map(([name, values]) => {
    const builder = new ColumnBuilder(name, rows.length);
    for (let position = 0; position < values.length; position++) {
      const value = values[position];
      if (value !== undefined) builder.set(position, value);
    }
    return builder.finish();
  });
}

/**
 * The values of each name by row, taken row by row: an object gives all of its values one after the
 * other many times faster than the same one of thousands of objects.
 */
function valuesByName(rows: readonly StoredRow[]): ReadonlyMap<string, ColumnValues> {
  const byName = new Map<string, ColumnValues>();
  /** Names and lists of the row before, which mostly has the same in the same order. */
  const names: string[] = [];
  const lists: ColumnValues[] = [];
  rows.forEach(({ values }, position) => {
    let place = 0;
    for (const name in values) {
      let list = names[place] === name ? lists[place] : byName.get(name);
      if (!list) {
        list = new Array<StoredValue | undefined>(rows.length).fill(undefined);
        byName.set(name, list);
      }
      list[position] = values[name];
      names[place] = name;
      lists[place] = list;
      place++;
    }
  });
  return byName;
}

type ColumnValues = (StoredValue | undefined)[];

/** The rows of a block, in their order. Throws on bytes that are not one. */
export function decodeRows(bytes: Uint8Array): readonly StoredRow[] {
  const block = decodeBlock(bytes);
  const columns = block.columns.map((column) => ({
    name: column.name,
    valueAt: readerOf(column),
  }));
  return Array.from({ length: block.rows }, (_, position): StoredRow => {
    const values: Record<string, StoredValue> = {};
    for (const { name, valueAt } of columns) {
      const value = valueAt(position);
      if (value !== undefined) setOwn(values, name, value);
    }
    const id = (block.strangeIds.get(position) ?? unpackId(block.ids, position)) as RowId; // as it was given
    const sequence = block.sequences[position] ?? 0;
    const at = block.deletedAt.get(position);
    return at === undefined ? { id, values, sequence } : { id, values, deletedAt: at, sequence };
  });
}

function readerOf(column: BlockColumn): (position: number) => StoredValue | undefined {
  if (column.type === 'numbers') {
    return (position) => {
      const value = column.values[position] ?? NaN;
      return Number.isNaN(value) ? undefined : value;
    };
  }
  const { starts, bytes, codes } = column;
  const entries = Array.from({ length: starts.length - 1 }, (_, entry) =>
    readValue(bytes, starts[entry] ?? 0, starts[entry + 1] ?? 0),
  );
  return (position) => entries[(codes[position] ?? 0) - 1];
}

/** Starts as numbers where the first value is one; the first other value makes it a dictionary. */
class ColumnBuilder {
  #numbers: Float64Array | undefined;
  readonly #codes: Uint32Array;
  readonly #codeOf = new Map<string | number | boolean, number>();
  readonly #bytes = new ByteWriter();
  readonly #starts: number[] = [0];

  constructor(
    readonly name: string,
    readonly rows: number,
  ) {
    this.#codes = new Uint32Array(rows);
  }

  set(position: number, value: StoredValue): void {
    if (typeof value === 'number' && !Number.isNaN(value)) {
      if (this.#starts.length === 1) this.#numbers ??= new Float64Array(this.rows).fill(NaN);
      if (this.#numbers) {
        this.#numbers[position] = value;
        return;
      }
    } else if (this.#numbers) this.#becomeDictionary(this.#numbers);
    this.#codes[position] = this.#codeFor(value);
  }

  /** Numbers are not looked up by value, as -0 and 0 would become one; nor are lists. */
  #codeFor(value: StoredValue): number {
    if (typeof value === 'string' || typeof value === 'boolean') {
      const known = this.#codeOf.get(value);
      if (known !== undefined) return known;
      this.#codeOf.set(value, this.#starts.length);
    }
    writeValue(this.#bytes, value);
    this.#starts.push(this.#bytes.length);
    return this.#starts.length - 1;
  }

  #becomeDictionary(numbers: Float64Array): void {
    this.#numbers = undefined;
    numbers.forEach((value, position) => {
      if (!Number.isNaN(value)) this.#codes[position] = this.#codeFor(value);
    });
  }

  finish(): BlockColumn {
    if (this.#numbers) return { type: 'numbers', name: this.name, values: this.#numbers };
    return {
      type: 'dictionary',
      name: this.name,
      starts: Uint32Array.from(this.#starts),
      bytes: this.#bytes.written(),
      codes: this.#codes,
    };
  }
}
