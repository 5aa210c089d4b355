import { assert, property, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../../shared/kernel/crc32';

it.each([
  ['', 0x00000000],
  ['a', 0xe8b7be43],
  // The check value of CRC-32/ISO-HDLC, as catalogues of checksums give it.
  ['123456789', 0xcbf43926],
])('of %j is the one that zip would store', (text, check) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(check);
});

/** The rule itself, bit by bit. */
function bitByBit(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

it('is the same at every length and wherever the bytes stand in their buffer', () => {
  assert(
    property(uint8Array({ maxLength: 200 }), uint8Array({ maxLength: 9 }), (bytes, before) => {
      const buffer = Uint8Array.of(...before, ...bytes);
      expect(crc32(buffer.subarray(before.length))).toBe(bitByBit(bytes));
    }),
  );
});
