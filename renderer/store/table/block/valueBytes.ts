import type { StoredValue } from '../../../../shared/ledger/field';
import { ByteReader, readText, type ByteWriter } from './bytes';

/** No byte of UTF-8: what follows is not a text. */
const notText = 0xff;
const tags = { false: 0, true: 1, number: 2, texts: 3, entries: 4, text: 5 } as const;

type Scalar = string | number | boolean;
type Entry = Readonly<Record<string, Scalar>>;

/**
 * One value as bytes: a text is its own UTF-8, anything else a mark, a tag and its parts. Two values
 * are the same exactly when their bytes are.
 */
export function writeValue(writer: ByteWriter, value: StoredValue): void {
  if (typeof value === 'string') {
    writer.text(value);
    return;
  }
  writer.byte(notText);
  if (typeof value !== 'object') {
    writeScalar(writer, value);
    return;
  }
  const isTexts = value.every((item) => typeof item === 'string');
  writer.byte(isTexts ? tags.texts : tags.entries);
  writer.varint(value.length);
  for (const item of value) {
    if (typeof item === 'string') {
      writeSized(writer, item);
      continue;
    }
    const fields = Object.entries(item);
    writer.varint(fields.length);
    for (const [name, part] of fields) {
      writeSized(writer, name);
      writeScalar(writer, part);
    }
  }
}

function writeScalar(writer: ByteWriter, value: Scalar): void {
  if (typeof value === 'boolean') writer.byte(value ? tags.true : tags.false);
  else if (typeof value === 'number') {
    writer.byte(tags.number);
    writer.float(value);
  } else {
    writer.byte(tags.text);
    writeSized(writer, value);
  }
}

function writeSized(writer: ByteWriter, text: string): void {
  writer.varint(utf8Length(text));
  writer.text(text);
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    length += code < 0x800 ? 1 : 2;
    const paired = code >= 0xd800 && code < 0xdc00 && /^[\udc00-\udfff]/.test(text.charAt(i + 1));
    if (paired) i++; // four bytes for the two: three for the high one, one for the low
  }
  return length;
}

/** True where the bytes between two places are those of a text. */
export function isTextAt(bytes: Uint8Array, from: number, to: number): boolean {
  return from === to || bytes[from] !== notText;
}

/** The value whose bytes stand between two places. */
export function readValue(bytes: Uint8Array, from: number, to: number): StoredValue {
  if (isTextAt(bytes, from, to)) return readText(bytes, from, to);
  const reader = new ByteReader(bytes.subarray(from + 1, to));
  const tag = reader.byte();
  switch (tag) {
    case tags.texts:
      return Array.from({ length: reader.varint() }, () => readSized(reader));
    case tags.entries:
      return Array.from({ length: reader.varint() }, () => readEntry(reader));
    default:
      return readScalar(reader, tag);
  }
}

function readEntry(reader: ByteReader): Entry {
  const parts = Array.from({ length: reader.varint() }, (): [string, Scalar] => [
    readSized(reader),
    readScalar(reader, reader.byte()),
  ]);
  return Object.fromEntries(parts);
}

function readScalar(reader: ByteReader, tag: number): Scalar {
  switch (tag) {
    case tags.false:
      return false;
    case tags.true:
      return true;
    case tags.number:
      return reader.float();
    case tags.text:
      return readSized(reader);
    default:
      throw new RangeError(`No value has the tag ${tag}`);
  }
}

function readSized(reader: ByteReader): string {
  const bytes = reader.bytes(reader.varint());
  return readText(bytes, 0, bytes.length);
}
