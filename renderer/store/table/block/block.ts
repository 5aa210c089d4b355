import type { Instant } from '../../../../shared/kernel/time';
import { toInstant } from '../../../../shared/kernel/time';
import { ByteReader, ByteWriter, readText } from './bytes';
import { readCodes, writeCodes } from './codes';
import { readNumbers, writeNumbers } from './numbers';
import { idTime, idWords } from './packedIds';

/**
 * Rows as columns, on their way to or from bytes. A block stands by itself: it names its columns and
 * carries their dictionaries, so that it can be read by a ledger that has gained or lost fields.
 */
export interface Block {
  readonly rows: number;
  /** 128 bits for each row. */
  readonly ids: Uint32Array;
  /** Ids that have not the form of one (none are made by this app), by row. */
  readonly strangeIds: ReadonlyMap<number, string>;
  readonly sequences: Float64Array;
  readonly deletedAt: ReadonlyMap<number, Instant>;
  readonly columns: readonly BlockColumn[];
}

export type BlockIds = Pick<Block, 'rows' | 'ids' | 'strangeIds'>;

export type BlockColumn =
  | {
      readonly type: 'dictionary';
      readonly name: string;
      /** Where each entry begins in `bytes` (see `valueBytes.ts`); one more than there are entries. */
      readonly starts: Uint32Array;
      readonly bytes: Uint8Array;
      /** One for each row: 0 is blank, n the entry n - 1. */
      readonly codes: Uint32Array;
    }
  | {
      readonly type: 'numbers';
      readonly name: string;
      /** One for each row; NaN is blank. */
      readonly values: Float64Array;
    };

const mark = 0xc7;
const version = 1;
const columnTypes = { dictionary: 0, numbers: 1 } as const;

/** The block as bytes, in a buffer of its own. */
export function encodeBlock(block: Block): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.byte(mark);
  writer.byte(version);
  writer.varint(block.rows);
  writeIds(writer, block);
  writeNumbers(writer, block.sequences);
  writer.varint(block.deletedAt.size);
  for (const [row, at] of block.deletedAt) {
    writer.varint(row);
    writer.float(at);
  }
  writer.varint(block.columns.length);
  for (const column of block.columns) {
    writeText(writer, column.name);
    writer.byte(columnTypes[column.type]);
    if (column.type === 'numbers') {
      writeNumbers(writer, column.values);
      continue;
    }
    const entries = column.starts.length - 1;
    writer.varint(entries);
    for (let entry = 0; entry < entries; entry++)
      writer.varint((column.starts[entry + 1] ?? 0) - (column.starts[entry] ?? 0));
    writer.bytes(column.bytes.subarray(column.starts[0], column.starts[entries]));
    writeCodes(writer, column.codes, entries);
  }
  return writer.copy();
}

/** Throws on bytes that `encodeBlock` has not made: they were authenticated before they came here. */
export function decodeBlock(bytes: Uint8Array): Block {
  const reader = new ByteReader(bytes);
  const { rows, ids, strangeIds } = readStart(reader);
  const sequences = readNumbers(reader, rows);
  const deletedAt = new Map<number, Instant>();
  for (let left = reader.varint(); left > 0; left--)
    deletedAt.set(reader.varint(), toInstant(reader.float()));
  const columns = Array.from({ length: reader.varint() }, () => readColumn(reader, rows));
  if (!reader.isAtEnd) throw new RangeError('The block goes on after its end');
  return { rows, ids, strangeIds, sequences, deletedAt, columns };
}

/** Whose rows they are, without the rest of the block. Throws as `decodeBlock`. */
export function decodeIds(bytes: Uint8Array): BlockIds {
  return readStart(new ByteReader(bytes));
}

function readStart(reader: ByteReader): BlockIds {
  if (reader.byte() !== mark) throw new RangeError('Not a block of rows');
  const found = reader.byte();
  if (found !== version) throw new RangeError(`A block of version ${found}, ${version} is known`);
  const rows = reader.varint();
  return { rows, ...readIds(reader, rows) };
}

function readColumn(reader: ByteReader, rows: number): BlockColumn {
  const name = readName(reader);
  const type = reader.byte();
  if (type === columnTypes.numbers)
    return { type: 'numbers', name, values: readNumbers(reader, rows) };
  if (type !== columnTypes.dictionary) throw new RangeError(`No column has the type ${type}`);
  const entries = reader.varint();
  const starts = new Uint32Array(entries + 1);
  let end = 0;
  for (let entry = 1; entry <= entries; entry++) {
    end += reader.varint();
    starts[entry] = end;
  }
  const bytes = reader.bytes(end);
  return { type: 'dictionary', name, starts, bytes, codes: readCodes(reader, rows, entries) };
}

/** Times as steps from the id before (rows of a block were made one after the other), chance as it is. */
function writeIds(writer: ByteWriter, { rows, ids, strangeIds }: Block): void {
  writer.varint(strangeIds.size);
  for (const [row, id] of strangeIds) {
    writer.varint(row);
    writeText(writer, id);
  }
  let before = 0;
  for (let row = 0; row < rows; row++) {
    const time = idTime(ids, row);
    writer.signed(time - before);
    before = time;
  }
  const chance = new Uint8Array(rows * 10);
  const view = new DataView(chance.buffer);
  for (let row = 0; row < rows; row++) {
    const at = row * idWords;
    view.setUint32(row * 10, ids[at] ?? 0, true);
    view.setUint32(row * 10 + 4, ids[at + 1] ?? 0, true);
    view.setUint16(row * 10 + 8, (ids[at + 2] ?? 0) & 0xffff, true);
  }
  writer.bytes(chance);
}

function readIds(reader: ByteReader, rows: number): Pick<Block, 'ids' | 'strangeIds'> {
  const strangeIds = new Map<number, string>();
  for (let left = reader.varint(); left > 0; left--)
    strangeIds.set(reader.varint(), readName(reader));
  const ids = new Uint32Array(rows * idWords);
  let time = 0;
  for (let row = 0; row < rows; row++) {
    time += reader.signed();
    ids[row * idWords + 3] = Math.floor(time / 0x10000);
    ids[row * idWords + 2] = (time % 0x10000) << 16;
  }
  const chance = reader.bytes(rows * 10);
  const view = new DataView(chance.buffer, chance.byteOffset, chance.byteLength);
  for (let row = 0; row < rows; row++) {
    const at = row * idWords;
    ids[at] = view.getUint32(row * 10, true);
    ids[at + 1] = view.getUint32(row * 10 + 4, true);
    ids[at + 2] = (ids[at + 2] ?? 0) | view.getUint16(row * 10 + 8, true);
  }
  return { ids, strangeIds };
}

function writeText(writer: ByteWriter, text: string): void {
  const own = new ByteWriter();
  own.text(text);
  writer.varint(own.length);
  writer.bytes(own.written());
}

function readName(reader: ByteReader): string {
  const bytes = reader.bytes(reader.varint());
  return readText(bytes, 0, bytes.length);
}
