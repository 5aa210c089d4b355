import type { ByteReader, ByteWriter } from './bytes';

/** `same`: one code for all; `rising`: each row has an entry of its own; else bytes for each row. */
const shapes = { same: 0, rising: 1, oneByte: 2, twoBytes: 3, fourBytes: 4 } as const;

/** Codes of a column's rows: 0 is blank, the others 1 to `entries`. */
export function writeCodes(writer: ByteWriter, codes: Uint32Array, entries: number): void {
  const first = codes[0] ?? 0;
  if (codes.every((code) => code === first)) {
    writer.byte(shapes.same);
    writer.varint(first);
  } else if (codes.every((code, row) => code === row + 1)) {
    writer.byte(shapes.rising);
  } else if (entries < 0x100) {
    writer.byte(shapes.oneByte);
    writer.bytes(Uint8Array.from(codes));
  } else if (entries < 0x10000) {
    writer.byte(shapes.twoBytes);
    const view = new DataView(new ArrayBuffer(codes.length * 2));
    codes.forEach((code, row) => view.setUint16(row * 2, code, true));
    writer.bytes(new Uint8Array(view.buffer));
  } else {
    writer.byte(shapes.fourBytes);
    const view = new DataView(new ArrayBuffer(codes.length * 4));
    codes.forEach((code, row) => view.setUint32(row * 4, code, true));
    writer.bytes(new Uint8Array(view.buffer));
  }
}

export function readCodes(reader: ByteReader, rows: number, entries: number): Uint32Array {
  const codes = new Uint32Array(rows);
  const shape = reader.byte();
  switch (shape) {
    case shapes.same:
      codes.fill(reader.varint());
      break;
    case shapes.rising:
      for (let row = 0; row < rows; row++) codes[row] = row + 1;
      break;
    case shapes.oneByte:
      codes.set(reader.bytes(rows));
      break;
    case shapes.twoBytes: {
      const bytes = reader.bytes(rows * 2);
      for (let row = 0; row < rows; row++)
        codes[row] = (bytes[row * 2] ?? 0) | ((bytes[row * 2 + 1] ?? 0) << 8);
      break;
    }
    case shapes.fourBytes: {
      const bytes = reader.bytes(rows * 4);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let row = 0; row < rows; row++) codes[row] = view.getUint32(row * 4, true);
      break;
    }
    default:
      throw new RangeError(`No codes have the shape ${shape}`);
  }
  for (let row = 0; row < rows; row++)
    if ((codes[row] ?? 0) > entries) throw new RangeError('A code without an entry');
  return codes;
}
