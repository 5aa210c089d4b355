import type { RowId } from '../../../../shared/kernel/ids';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { decodeBlock, type Block, type BlockColumn } from '../block/block';
import { setOwn } from '../block/setOwn';
import { readValue } from '../block/valueBytes';
import { RowIds } from './rowIds';

/** A block of which a few rows are asked for: none of the others becomes an object. */
export class BlockRows {
  readonly #block: Block;
  readonly #ids = new RowIds();

  /** Throws on bytes that are not a block. */
  constructor(bytes: Uint8Array) {
    this.#block = decodeBlock(bytes);
    this.#ids.loadNew(this.#block);
  }

  get size(): number {
    return this.#block.rows;
  }

  positionOf(id: RowId): number | undefined {
    return this.#ids.ordinalOf(id);
  }

  valuesAt(position: number): RowValues {
    const values: Record<string, StoredValue> = {};
    for (const column of this.#block.columns) {
      const value = valueAt(column, position);
      if (value !== undefined) setOwn(values, column.name, value);
    }
    return values;
  }
}

function valueAt(column: BlockColumn, position: number): StoredValue | undefined {
  if (column.type === 'numbers') {
    const value = column.values[position] ?? NaN;
    return Number.isNaN(value) ? undefined : value;
  }
  const { starts, bytes, codes } = column;
  const code = codes[position] ?? 0;
  return code === 0 ? undefined : readValue(bytes, starts[code - 1] ?? 0, starts[code] ?? 0);
}
