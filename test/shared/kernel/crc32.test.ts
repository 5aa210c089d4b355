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
