import { deflateSync } from 'fflate';

/** Written in pieces, so that other work gets a turn while a large block is packed. */
const pieceBytes = 256 << 10;

async function pump(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const write = async () => {
    for (let from = 0; from < bytes.length; from += pieceBytes)
      await writer.write(bytes.subarray(from, from + pieceBytes));
    await writer.close();
  };
  const read = async () => {
    const parts: Uint8Array[] = [];
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(parts);
      parts.push(value);
    }
  };
  const [, out] = await Promise.all([write(), read()]);
  return out;
}

/**
 * Raw DEFLATE by the browser's own code: measured at every size from 700 bytes on, it packs as fast
 * as fflate's fastest level, a third smaller, and unpacks three to five times as fast.
 */
export function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pump(bytes, new CompressionStream('deflate-raw'));
}

/** Rejects where the bytes are no DEFLATE stream. */
export function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pump(bytes, new DecompressionStream('deflate-raw'));
}

/**
 * The same for a block of rows, of which a bulk write packs many: short runs of digits and names,
 * over which the browser's own code takes twice as long as fflate's fastest level, to pack them a
 * twentieth smaller.
 */
export function deflateBlock(block: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return deflateSync(block, { level: 1 });
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
