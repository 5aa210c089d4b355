import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../shared/kernel/crc32';
import { toInstant } from '../../../shared/kernel/time';
import { utf8Bytes, utf8Text } from '../../../shared/kernel/utf8';
import { fromBase45, toBase45 } from '../../../shared/passes/base45';
import { contentBytes, readContent } from '../../../shared/passes/passContent';
import { readPass, verifyPass } from '../../../shared/passes/signedPass';
import { anyContent, content, issue, otherSeed, seed, trustedKey } from './issuing';
import { date } from './situations';

const head = 'TXZ1:';

/** As an attacker would: the CRC fits whatever was changed. */
function rewrite(text: string, change: (bytes: Uint8Array) => Uint8Array): string {
  const bytes = fromBase45(text.slice(head.length)) ?? new Uint8Array();
  const whole = change(bytes.slice(0, -4));
  const check = crc32(whole);
  const end = [24, 16, 8, 0].map((shift) => (check >>> shift) & 0xff);
  return head + toBase45(Uint8Array.from([...whole, ...end]));
}

async function verdictOn(text: string, trusted = [trustedKey()]): Promise<string> {
  const read = readPass(text);
  return read.ok ? verifyPass(read.value, await Promise.all(trusted)) : read.problem.tag;
}

describe('a pass', () => {
  it('says what was written, and is genuine to who trusts the key', async () => {
    const text = await issue();
    const read = readPass(text);
    expect(read.ok && read.value.content).toEqual(content);
    expect(await verdictOn(text)).toBe('genuine');
    expect(await verdictOn(text, [])).toBe('stranger');
    expect(await verdictOn(text, [trustedKey(otherSeed)])).toBe('stranger');
  });

  it('is signed as a second library signs and verifies', async () => {
    const read = readPass(await issue());
    if (!read.ok) throw new Error(read.problem.tag);
    const { signed, signature } = read.value;
    const { publicKey } = await trustedKey();
    expect(ed25519.verify(signature, signed, publicKey)).toBe(true);
    expect(signature).toEqual(ed25519.sign(signed, seed));
  });

  it(
    'fits QR version 10 at level M, whatever it says, and is read back by a decoder',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyContent, async (one) => {
          const text = await issue(one);
          expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
          const { version, size, data } = encode(text, { ecc: 'M', boostEcc: false, border: 4 });
          expect(version).toBeLessThanOrEqual(10);
          expect(decodeQr(data, size)).toBe(text);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('fits even when it says as much as it can', async () => {
    const fullest = {
      ...content,
      plate: '临豫'.repeat(3) + 'AB',
      origin: '源'.repeat(30),
      destination: '宿'.repeat(30),
      goods: '货'.repeat(30),
      checkpointMarks: [1, 2, 3, 4, 5, 6, 7, 8],
    };
    const text = await issue(fullest);
    expect(text).toHaveLength(311);
    expect(encode(text, { ecc: 'M', boostEcc: false }).version).toBe(10);
  });

  it('loses nothing but the ends of long places and goods', () => {
    fc.assert(
      fc.property(anyContent, (one) => {
        const bytes = contentBytes(one);
        if (!bytes.ok) throw new Error(bytes.problem.tag);
        const read = readContent(bytes.value);
        if (!read.ok) throw new Error(read.problem.tag);
        const { origin, destination, goods, ...rest } = read.value;
        expect({ ...one, origin, destination, goods }).toEqual({
          ...rest,
          origin,
          destination,
          goods,
        });
        const wellFormed = (text: string) => utf8Text(utf8Bytes(text)) ?? '';
        expect(wellFormed(one.origin).startsWith(origin)).toBe(true);
        expect(wellFormed(one.destination).startsWith(destination)).toBe(true);
        expect(wellFormed(one.goods).startsWith(goods)).toBe(true);
        const again = contentBytes(read.value);
        expect(again.ok && again.value).toEqual(bytes.value);
      }),
    );
  });

  it.each([
    ['number', { number: '41082100012' }],
    ['plate', { plate: '' }],
    ['driver', { driverTail: '016' }],
    ['validity', { validUntil: date('2022-03-19') }],
    ['validity', { validFrom: date('2019-12-31') }],
    ['validity', { validUntil: date('2023-03-20') }],
    ['issuedAt', { issuedAt: toInstant(0) }],
    ['route', { checkpointMarks: [1, 2, 3, 4, 5, 6, 7, 8, 9] }],
    ['hours', { expectedHours: 6_600 }],
  ])('is not written with a wrong %s', (tag, wrong) => {
    expect(contentBytes({ ...content, ...wrong })).toEqual({ ok: false, problem: { tag } });
  });
});

describe('a pass that somebody tampered with', () => {
  it('is forged whichever bit of it was turned', { timeout: 60_000 }, async () => {
    const text = await issue();
    const length = (fromBase45(text.slice(head.length)) ?? []).length - 4;
    for (let bit = 0; bit < length * 8; bit += 1) {
      const turned = rewrite(text, (whole) => {
        whole[bit >> 3] = (whole[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return whole;
      });
      const verdict = await verdictOn(turned);
      if (bit < 8) expect(verdict).toBe('garbled');
      else if (bit < 40) expect(verdict).toBe('stranger');
      else expect(['forged', 'unreadable']).toContain(verdict);
    }
  });

  it('is forged when signed anew with another key under the name of the trusted one', async () => {
    const { keyId } = await trustedKey();
    const id = (keyId.match(/../g) ?? []).map((two) => Number.parseInt(two, 16));
    const rekeyed = rewrite(await issue(content, otherSeed), (whole) => {
      const signed = Uint8Array.from([1, ...id, ...whole.subarray(5, -64)]);
      return Uint8Array.from([...signed, ...ed25519.sign(signed, otherSeed)]);
    });
    expect(await verdictOn(rekeyed)).toBe('forged');
    expect(await verdictOn(await issue(content, otherSeed))).toBe('stranger');
  });

  it('is forged with the signature of another pass', async () => {
    const other = fromBase45((await issue({ ...content, plate: '豫H54321' })).slice(head.length));
    const replayed = rewrite(await issue(), (whole) =>
      Uint8Array.from([...whole.subarray(0, -64), ...(other ?? []).slice(-68, -4)]),
    );
    expect(await verdictOn(replayed)).toBe('forged');
  });

  it('is refused wherever it was cut off', async () => {
    const text = await issue();
    for (let end = 0; end < text.length; end++) {
      expect(await verdictOn(text.slice(0, end))).toMatch(/^(notAPass|garbled)$/);
    }
  });

  it('never passes and never throws, whatever is scanned', async () => {
    const scanned = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.uint8Array({ maxLength: 250 }).map((bytes) => head + toBase45(bytes)),
      fc
        .uint8Array({ minLength: 69, maxLength: 250 })
        .map((bytes) => rewrite(head + toBase45(bytes), (whole) => Uint8Array.from([1, ...whole]))),
    );
    await fc.assert(
      fc.asyncProperty(scanned, async (text) => {
        expect(await verdictOn(text)).not.toBe('genuine');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told from one of a newer app', async () => {
    expect(readPass((await issue()).replace('TXZ1', 'TXZ2'))).toEqual({
      ok: false,
      problem: { tag: 'newerFormat', version: 2 },
    });
  });
});

describe('a key that is not used any more', () => {
  it('still proves what it signed before it was retired, and nothing after', async () => {
    const text = await issue();
    const retiredAt = (ms: number) =>
      trustedKey(seed, { retiredAt: toInstant(content.issuedAt + ms) });
    expect(await verdictOn(text, [retiredAt(0)])).toBe('genuine');
    expect(await verdictOn(text, [retiredAt(-1)])).toBe('forged');
  });
  it('proves nothing once it is in other hands', async () => {
    expect(await verdictOn(await issue(), [trustedKey(seed, { compromised: true })])).toBe(
      'forged',
    );
  });
});

function decodeQr(modules: readonly (readonly boolean[])[], size: number): string | undefined {
  const scale = 3;
  const pixels = new Uint8ClampedArray(size * scale * size * scale * 4).fill(255);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)]) {
        pixels.fill(0, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, size * scale, size * scale)?.data;
}
