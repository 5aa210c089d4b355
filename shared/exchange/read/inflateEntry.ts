import { inflateSync } from 'fflate';
import { crc32 } from '../../kernel/crc32';
import { failed, ok, type Result } from '../../kernel/result';
import type { ReadProblem } from './readProblem';
import type { ZipDirectory, ZipEntry } from './zipDirectory';

function damaged(detail: string, where: string) {
  return failed<ReadProblem>({ tag: 'damaged', detail, where });
}

/** The packed bytes of a part, where its own header says they begin. */
export function packedBytes(
  directory: ZipDirectory,
  { offset, path, packedBytes: length, method }: ZipEntry,
): Result<Uint8Array, ReadProblem> {
  const { bytes } = directory;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    return damaged('part is not where the directory says', path);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + length);
  if (packed.length !== length) return damaged('part is cut off', path);
  if (method !== 0 && method !== 8) return damaged(`unknown compression method ${method}`, path);
  return ok(packed);
}

/** One part's bytes. Never makes more than the declared size; a part that does not fit is damaged. */
export function inflateEntry(
  directory: ZipDirectory,
  entry: ZipEntry,
): Result<Uint8Array, ReadProblem> {
  const packed = packedBytes(directory, entry);
  if (!packed.ok) return packed;
  let inflated: Uint8Array;
  try {
    inflated =
      entry.method === 0
        ? packed.value
        : inflateSync(packed.value, { out: new Uint8Array(entry.inflatedBytes) });
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'cannot be inflated', entry.path);
  }
  if (inflated.length !== entry.inflatedBytes || crc32(inflated) !== entry.checksum) {
    return damaged('checksum does not match', entry.path);
  }
  return ok(inflated);
}
