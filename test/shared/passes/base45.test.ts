import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Bytes } from '../../../shared/kernel/utf8';
import { fromBase45, toBase45 } from '../../../shared/passes/base45';

describe('Base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('writes “%s” as the examples of RFC 9285 do', (text, code) => {
    expect(toBase45(utf8Bytes(text))).toBe(code);
    expect(fromBase45(code)).toEqual(utf8Bytes(text));
  });

  it.each(['A', 'BB8A', 'GGW', ':::', '::', 'bb8', 'BB八', 'BB8\u0000AA'])('refuses “%s”', (code) =>
    expect(fromBase45(code)).toBeUndefined(),
  );

  it('gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes);
      }),
    );
  });

  it('reads no text in two ways: what it reads it would write so', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEF $%*+-./:'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(characters, (text) => {
        const bytes = fromBase45(text);
        if (bytes) expect(toBase45(bytes)).toBe(text);
      }),
    );
  });
});
