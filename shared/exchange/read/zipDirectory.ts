import { failed, ok, type Result } from '../../kernel/result';
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
  const place = directoryPlace(view, end);
  if (!place) return damaged('zip64 directory is broken');
  const { count } = place;
  let at = place.offset;
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
    const extraAt = at + 46 + nameLength;
    const extraLength = view.getUint16(at + 30, true);
    const sizes = entrySizes(view, at, extraAt, Math.min(extraAt + extraLength, bytes.length));
    if (!sizes) return damaged('zip64 sizes are broken', path);
    entries.set(key, {
      path,
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = extraAt + extraLength + view.getUint16(at + 32, true);
  }
  return ok({ bytes, entries });
}

const full32 = 0xffff_ffff;

/** Where the directory begins and how many parts it lists; large archives say it in a zip64 record. */
function directoryPlace(
  view: DataView,
  end: number,
): { readonly count: number; readonly offset: number } | undefined {
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== 0xffff && offset !== full32) return { count, offset };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50)
    return undefined;
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
  };
}

/** Sizes and place of a part; the fields that are full stand in its zip64 extra field, in order. */
function entrySizes(
  view: DataView,
  at: number,
  extraAt: number,
  extraEnd: number,
): Pick<ZipEntry, 'packedBytes' | 'inflatedBytes' | 'offset'> | undefined {
  let packedBytes = view.getUint32(at + 20, true);
  let inflatedBytes = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  if (packedBytes !== full32 && inflatedBytes !== full32 && offset !== full32) {
    return { packedBytes, inflatedBytes, offset };
  }
  for (let field = extraAt; field + 4 <= extraEnd;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let place = field + 4;
      const stop = Math.min(place + length, extraEnd);
      const next = (value: number): number | undefined => {
        if (value !== full32) return value;
        if (place + 8 > stop) return undefined;
        place += 8;
        return Number(view.getBigUint64(place - 8, true));
      };
      const inflated = next(inflatedBytes);
      const packed = next(packedBytes);
      const start = next(offset);
      if (inflated === undefined || packed === undefined || start === undefined) return undefined;
      [inflatedBytes, packedBytes, offset] = [inflated, packed, start];
      return { packedBytes, inflatedBytes, offset };
    }
    field += 4 + length;
  }
  return undefined;
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
