import { inflateSync } from 'fflate';
import { failed, ok, type Result } from '../kernel/result';
import type { ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';

export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  readonly path: string;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly offset: number;
}

export interface ZipDirectory {
  readonly bytes: Uint8Array;
  /** By path in lower case: part names are compared without case (ECMA-376 part 2). */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

function damaged(detail: string, where?: string) {
  return failed<ReadProblem>({ tag: 'damaged', detail, ...(where === undefined ? {} : { where }) });
}

/** The list of parts from the end of the file, and nothing inflated yet. */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: ReadLimits,
): Result<ZipDirectory, ReadProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  let end = bytes.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest) return damaged('zip directory not found: the file is cut off');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) {
    return damaged('zip64 archive: larger than any workbook read here');
  }
  if (count > limits.zipEntries) {
    return failed({
      tag: 'tooLarge',
      limit: 'zipEntries',
      allowed: limits.zipEntries,
      found: count,
    });
  }
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      return damaged('zip directory is broken');
    }
    const nameLength = view.getUint16(at + 28, true);
    const path = latin(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .replace(/^\/+/, '');
    const key = path.toLowerCase();
    // Two parts of one name: programs differ in which they read, so neither is trusted.
    if (entries.has(key) && !path.endsWith('/')) return damaged('two parts have one name', path);
    entries.set(key, {
      path,
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      inflatedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok({ bytes, entries });
}

/** Refuses by the sizes the directory declares; `inflateEntry` refuses what lies about them. */
export function checkDeclaredSizes(
  entries: Iterable<ZipEntry>,
  limits: ReadLimits,
): Result<void, ReadProblem> {
  let total = 0;
  for (const { inflatedBytes, packedBytes, path } of entries) {
    total += inflatedBytes;
    const ratio = inflatedBytes / Math.max(1, packedBytes);
    if (inflatedBytes > 1_048_576 && ratio > limits.inflationRatio) {
      return failed({
        tag: 'tooLarge',
        limit: 'inflationRatio',
        allowed: limits.inflationRatio,
        found: Math.round(ratio),
        where: path,
      });
    }
  }
  return total <= limits.inflatedBytes
    ? ok()
    : failed({
        tag: 'tooLarge',
        limit: 'inflatedBytes',
        allowed: limits.inflatedBytes,
        found: total,
      });
}

/** One part's bytes. Never makes more than the declared size; a part that does not fit is damaged. */
export function inflateEntry(
  directory: ZipDirectory,
  entry: ZipEntry,
): Result<Uint8Array, ReadProblem> {
  const { bytes } = directory;
  const { offset, path } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    return damaged('part is not where the directory says', path);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) return damaged('part is cut off', path);
  if (entry.method !== 0 && entry.method !== 8) {
    return damaged(`unknown compression method ${entry.method}`, path);
  }
  let inflated: Uint8Array;
  try {
    inflated =
      entry.method === 0
        ? packed
        : inflateSync(packed, { out: new Uint8Array(entry.inflatedBytes) });
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'cannot be inflated', path);
  }
  if (inflated.length !== entry.inflatedBytes || crc32(inflated) !== entry.checksum) {
    return damaged('checksum does not match', path);
  }
  return ok(inflated);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
