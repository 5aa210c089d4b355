/**
 * OPFS cannot rename over a file under an open handle, so a sentinel is written to two slots in
 * turn: a kill in the middle of a write leaves the one before it whole.
 */
export const slotBytes = 64 << 10;
const headerBytes = 12;

function checksum(bytes: Uint8Array): number {
  let sum = 2_166_136_261; // FNV-1a: finds torn writes; the bytes themselves are authenticated
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 16_777_619);
  return sum >>> 0;
}

export function writeSlot(counter: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length > slotBytes - headerBytes) throw new Error('Sentinel too large for its slot');
  const slot = new Uint8Array(headerBytes + bytes.length);
  const view = new DataView(slot.buffer);
  slot.set(bytes, headerBytes);
  view.setUint32(0, counter);
  view.setUint32(4, bytes.length);
  view.setUint32(8, checksum(bytes));
  return slot;
}

/** The whole slot with the highest counter; undefined where neither is whole. */
export function newestSlot(
  both: Uint8Array,
): { readonly counter: number; readonly bytes: Uint8Array } | undefined {
  const slots = [0, slotBytes].flatMap((at) => {
    const view = new DataView(both.buffer, both.byteOffset + at, slotBytes);
    const length = view.getUint32(4);
    if (length === 0 || length > slotBytes - headerBytes) return [];
    const bytes = both.slice(at + headerBytes, at + headerBytes + length);
    return checksum(bytes) === view.getUint32(8) ? [{ counter: view.getUint32(0), bytes }] : [];
  });
  return slots.sort((a, b) => b.counter - a.counter)[0];
}
