/** Eight tables of 256, one behind the other: the table of a byte that has 0 to 7 bytes behind it. */
const tables = new Uint32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  tables[byte] = crc;
}
for (let at = 256; at < tables.length; at++) {
  const before = tables[at - 256] ?? 0;
  tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
}

/**
 * CRC-32 (ISO 3309, the one of zip): finds slips of a scanner, torn files and flipped bits; proves
 * nothing against people. Eight bytes at a time, as whole journals are checked with it.
 */
export function crc32(bytes: Uint8Array): number {
  const at = (behind: number, byte: number) => tables[behind * 256 + (byte & 0xff)] ?? 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inEights = bytes.length - (bytes.length % 8);
  let crc = 0xffffffff;
  for (let offset = 0; offset < inEights; offset += 8) {
    const low = crc ^ view.getUint32(offset, true);
    const high = view.getUint32(offset + 4, true);
    crc =
      at(7, low) ^
      at(6, low >>> 8) ^
      at(5, low >>> 16) ^
      at(4, low >>> 24) ^
      at(3, high) ^
      at(2, high >>> 8) ^
      at(1, high >>> 16) ^
      at(0, high >>> 24);
  }
  for (let offset = inEights; offset < bytes.length; offset++)
    crc = (crc >>> 8) ^ at(0, crc ^ (bytes[offset] ?? 0));
  return (crc ^ 0xffffffff) >>> 0;
}
