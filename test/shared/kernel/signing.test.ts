import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicKeyOf, sha256, signBytes, verifyBytes } from '../../../shared/kernel/signing';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16));

describe('Ed25519 signatures', () => {
  it('are those of RFC 8032, test 2', async () => {
    const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(await publicKeyOf(seed)).toEqual(publicKey);
    expect(await signBytes(seed, hex('72'))).toEqual(signature);
    expect(await verifyBytes(publicKey, hex('72'), signature)).toBe(true);
    expect(await verifyBytes(publicKey, hex('73'), signature)).toBe(false);
  });

  it('agree with a second library, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), fc.uint8Array({ maxLength: 200 }), async (seed, message) => {
        const publicKey = await publicKeyOf(seed);
        expect(publicKey).toEqual(ed25519.getPublicKey(seed));
        const signature = await signBytes(seed, message);
        expect(signature).toEqual(ed25519.sign(message, seed));
        expect(ed25519.verify(signature, message, publicKey)).toBe(true);
        expect(await verifyBytes(publicKey, message, ed25519.sign(message, seed))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('never hold for anything that is no key or no signature, and never throw', async () => {
    const key = fc.oneof(bytes(32), fc.uint8Array({ maxLength: 70 }));
    const signature = fc.oneof(bytes(64), fc.uint8Array({ maxLength: 70 }));
    await fc.assert(
      fc.asyncProperty(
        key,
        fc.uint8Array({ maxLength: 70 }),
        signature,
        async (one, message, two) => {
          expect(await verifyBytes(one, message, two)).toBe(false);
        },
      ),
    );
  });
});

it('SHA-256 is that of FIPS 180-4', async () => {
  expect(await sha256(new Uint8Array([97, 98, 99]))).toEqual(
    hex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
  );
});
