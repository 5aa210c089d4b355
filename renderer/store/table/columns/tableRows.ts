import type { RowId } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { decodeBlock, encodeBlock, type BlockColumn, type BlockIds } from '../block/block';
import { setOwn } from '../block/setOwn';
import { DictionaryColumn } from './dictionaryColumn';
import { grownCapacity } from './grow';
import { NumberColumn } from './numberColumn';
import { RowIds } from './rowIds';

export type Column = DictionaryColumn | NumberColumn;

/**
 * The rows of one ledger as columns. A column comes into being with its first value and holds what
 * that is, whatever the definition says: a field that the ledger has lost is kept and given back.
 */
export class TableRows {
  readonly #columns = new Map<string, Column>();
  readonly #ids = new RowIds();
  #sequences = new Float64Array(64);
  /** 1 for a deleted row. */
  #deleted = new Uint8Array(64);
  readonly #deletedAt = new Map<number, Instant>();
  #size = 0;
  /** How often a row has been deleted or restored. */
  deletions = 0;
  /** How often anything has been written: what was computed from the rows holds while it is the same. */
  changes = 0;

  get size(): number {
    return this.#size;
  }

  get liveRows(): number {
    return this.#size - this.#deletedAt.size;
  }

  get columns(): ReadonlyMap<string, Column> {
    return this.#columns;
  }

  get deletedOrdinals(): Iterable<number> {
    return this.#deletedAt.keys();
  }

  get deleted(): Uint8Array {
    return this.#deleted;
  }

  column(name: string): Column | undefined {
    return this.#columns.get(name);
  }

  idAt(ordinal: number): RowId {
    return this.#ids.at(ordinal);
  }

  ordinalOf(id: RowId): number | undefined {
    return this.#ids.ordinalOf(id);
  }

  firstHeld(ids: BlockIds): RowId | undefined {
    return this.#ids.firstHeld(ids);
  }

  sequenceAt(ordinal: number): number {
    return this.#sequences[ordinal] ?? 0;
  }

  isLive(ordinal: number): boolean {
    return this.#deleted[ordinal] === 0;
  }

  valueAt(ordinal: number, field: string): StoredValue | undefined {
    return this.#columns.get(field)?.valueAt(ordinal);
  }

  rowAt(ordinal: number): Row {
    const values: Record<string, StoredValue> = {};
    for (const column of this.#columns.values()) {
      const value = column.valueAt(ordinal);
      if (value !== undefined) setOwn(values, column.name, value);
    }
    const id = this.#ids.at(ordinal);
    const deletedAt = this.#deletedAt.get(ordinal);
    return deletedAt === undefined ? { id, values } : { id, values, deletedAt };
  }

  insert(id: RowId, values: RowValues, sequence: number): number {
    this.changes++;
    this.#reserve(1);
    const ordinal = this.#size++;
    this.#ids.add(id);
    this.#sequences[ordinal] = sequence;
    for (const field of Object.keys(values)) {
      const value = values[field];
      if (value === undefined) continue;
      const column = this.#columnFor(field, value);
      if (column.type === 'dictionary') column.append(ordinal, value, true);
      else if (typeof value === 'number') column.append(ordinal, value);
    }
    return ordinal;
  }

  update(
    ordinal: number,
    values: Readonly<Record<string, StoredValue | null>>,
    sequence: number,
  ): void {
    this.changes++;
    this.#sequences[ordinal] = sequence;
    for (const [field, value] of Object.entries(values)) {
      if (value === null) {
        const column = this.#columns.get(field);
        if (column?.type === 'dictionary') column.set(ordinal, undefined, this.isLive(ordinal));
        else column?.set(ordinal, undefined);
        continue;
      }
      const column = this.#columnFor(field, value);
      if (column.type === 'dictionary') column.set(ordinal, value, this.isLive(ordinal));
      else if (typeof value === 'number') column.set(ordinal, value);
    }
  }

  setDeleted(ordinal: number, at: Instant | undefined, sequence: number): void {
    this.changes++;
    this.#sequences[ordinal] = sequence;
    const wasLive = this.isLive(ordinal);
    const isLive = at === undefined;
    if (isLive) this.#deletedAt.delete(ordinal);
    else this.#deletedAt.set(ordinal, at);
    if (wasLive === isLive) return;
    this.deletions++;
    this.#deleted[ordinal] = isLive ? 0 : 1;
    for (const column of this.#columns.values())
      if (column.type === 'dictionary') column.countLive(ordinal, isLive ? 1 : -1);
  }

  load(bytes: Uint8Array, sequence?: number): { readonly first: number; readonly count: number } {
    const block = decodeBlock(bytes);
    this.changes++;
    this.#reserve(block.rows);
    const first = this.#size;
    this.#size += block.rows;
    this.#ids.load(block);
    if (sequence === undefined) this.#sequences.set(block.sequences, first);
    else this.#sequences.fill(sequence, first, this.#size);
    for (const column of block.columns) this.#loadColumn(column, first, block.rows);
    for (const [row, at] of block.deletedAt)
      this.setDeleted(first + row, at, this.sequenceAt(first + row));
    return { first, count: block.rows };
  }

  #loadColumn(block: BlockColumn, first: number, rows: number): void {
    const column = this.#columnOfType(block.name, block.type);
    if (column.type === 'numbers') {
      if (block.type === 'numbers') column.load(block, first);
    } else if (block.type === 'dictionary') {
      column.load(block, first);
    } else {
      for (let row = 0; row < rows; row++) {
        const value = block.values[row] ?? NaN;
        if (!Number.isNaN(value)) column.append(first + row, value, true);
      }
    }
  }

  encode(from: number, to: number): Uint8Array {
    const last = Math.min(to, this.#size);
    const deletedAt = new Map<number, Instant>();
    for (let ordinal = from; ordinal < last; ordinal++) {
      const at = this.isLive(ordinal) ? undefined : this.#deletedAt.get(ordinal);
      if (at !== undefined) deletedAt.set(ordinal - from, at);
    }
    return encodeBlock({
      rows: Math.max(0, last - from),
      ...this.#ids.encode(from, last),
      sequences: this.#sequences.slice(from, last),
      deletedAt,
      columns: [...this.#columns.values()].flatMap((column) => column.encode(from, last) ?? []),
    });
  }

  #columnFor(name: string, value: StoredValue): Column {
    const isNumber = typeof value === 'number' && !Number.isNaN(value);
    return this.#columnOfType(name, isNumber ? 'numbers' : 'dictionary');
  }

  /** The column, made where it is new; one of numbers becomes a dictionary when something else comes. */
  #columnOfType(name: string, type: Column['type']): Column {
    const present = this.#columns.get(name);
    if (present && (present.type === 'dictionary' || type === 'numbers')) return present;
    const capacity = this.#deleted.length;
    const column = present
      ? DictionaryColumn.of(present, this.#size, (ordinal) => this.isLive(ordinal))
      : type === 'numbers'
        ? new NumberColumn(name, capacity)
        : new DictionaryColumn(name, capacity);
    this.#columns.set(name, column);
    return column;
  }

  #reserve(rows: number): void {
    const present = this.#deleted.length;
    if (this.#size + rows <= present) return;
    const capacity = grownCapacity(this.#size + rows, present);
    const sequences = new Float64Array(capacity);
    sequences.set(this.#sequences);
    this.#sequences = sequences;
    const deleted = new Uint8Array(capacity);
    deleted.set(this.#deleted);
    this.#deleted = deleted;
    this.#ids.grow(capacity);
    for (const column of this.#columns.values()) column.grow(capacity);
  }
}
