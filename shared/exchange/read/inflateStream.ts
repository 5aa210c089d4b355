import { inflateEntry, packedBytes } from './inflateEntry';
import type { PartRequest } from './xlsx/readPackage';
import type { Stop } from './xlsx/xmlTokens';
import type { ZipDirectory } from './zipDirectory';

/** Of the Compression Streams standard: what browsers, workers and Node have, declared for `shared/`. */
interface Inflating {
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
      cancel(): Promise<void>;
    };
  };
  readonly writable: {
    getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> };
  };
}
declare const DecompressionStream: new (format: 'gzip') => Inflating;

const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

/**
 * Inflates a part with the platform's own inflater and hands on its bytes as they come. The packed
 * bytes are given a gzip header and trailer, so that the platform checks the checksum as well.
 */
export async function inflateStream(
  directory: ZipDirectory,
  { entry, push }: PartRequest,
): Promise<Stop | undefined> {
  if (entry.method === 0) {
    const stored = inflateEntry(directory, entry);
    return stored.ok ? push(stored.value) : stored.problem;
  }
  const packed = packedBytes(directory, entry);
  if (!packed.ok) return packed.problem;
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.checksum, true);
  trailer.setUint32(4, entry.inflatedBytes >>> 0, true);
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  // What is wrong with the bytes shows at the other end, where it is answered.
  const ignore = () => undefined;
  for (const chunk of [gzipHeader, packed.value, new Uint8Array(trailer.buffer)]) {
    writer.write(chunk).catch(ignore);
  }
  writer.close().catch(ignore);
  const damaged = (detail: string): Stop => ({ tag: 'damaged', detail, where: entry.path });
  let inflated = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !value) break;
      inflated += value.length;
      const stop = inflated > entry.inflatedBytes ? damaged('larger than it says') : push(value);
      if (stop) {
        await reader.cancel().catch(ignore);
        return stop;
      }
    }
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'cannot be inflated');
  }
  return inflated === entry.inflatedBytes ? undefined : damaged('smaller than it says');
}
