import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../shared/kernel/hex';
import { toInstant } from '../../../shared/kernel/time';
import {
  backUpKey,
  distrustKey,
  fingerprintOf,
  noIssuerKeys,
  noTrust,
  readIssuerKeys,
  readTrustList,
  restoreKey,
  rotateKeys,
  signingKey,
  trustedKeys,
  trustKey,
  type AnnouncedKey,
} from '../../../shared/passes/issuerKeys';
import { paperKey, readPaperKey } from '../../../shared/passes/paperKey';
import { readPass, verifyPass, writePass } from '../../../shared/passes/signedPass';
import { content } from './issuing';
import { now } from './situations';

const office = '修武县样例保障组';
let state = 1;
const random = (length: number) =>
  Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
const later = toInstant(now + 1_000);

const ring = await rotateKeys(noIssuerKeys, office, now, random);
const key = signingKey(ring);
if (!key) throw new Error('no key');
const announced: AnnouncedKey = { keyId: key.keyId, publicKey: key.publicKey, issuer: office };
const own = { how: 'own', by: '例某', at: now } as const;

async function verdictBy(keys: AnnouncedKey[], signer = key, at = now) {
  const text = await writePass(
    { ...content, issuedAt: at },
    fromHex(signer?.seed ?? '') ?? new Uint8Array(),
    signer?.keyId ?? '',
  );
  const read = text.ok && readPass(text.value);
  const list = await trustKey(noTrust, announced, own);
  if (!read || !read.ok || !list.ok) throw new Error('not written');
  return verifyPass(read.value, trustedKeys(list.value, keys));
}

describe('the key of an office', () => {
  it('signs from when it was made, and is the same after storing', () => {
    expect(readIssuerKeys(JSON.stringify(ring))).toEqual(ring);
    expect(readIssuerKeys('{"version":1,"keys":[{}]}')).toBeUndefined();
    expect(readIssuerKeys('no JSON')).toBeUndefined();
  });

  it('gives way to a new one; passes of before stay genuine, later ones by it do not', async () => {
    const rotated = await rotateKeys(ring, office, later, random);
    expect(signingKey(rotated)?.keyId).not.toBe(key.keyId);
    expect(rotated.keys.map(({ retiredAt }) => retiredAt)).toEqual([later, undefined]);
    const news = [{ ...announced, retiredAt: later }];
    expect(await verdictBy(news)).toBe('genuine');
    expect(await verdictBy(news, key, toInstant(later + 60_000))).toBe('forged');
    expect(await verdictBy([{ ...announced, compromised: true }])).toBe('forged');
    expect(await verdictBy([], signingKey(rotated))).toBe('stranger');
  });

  it('comes back from paper, as typed by somebody in a hurry', async () => {
    const paper = backUpKey(key);
    expect(paper).toHaveLength(7);
    const typed = paper
      .map(
        (line, index) =>
          `${index + 1}. ${line.toLowerCase().replaceAll('0', 'O').replaceAll('1', 'l')}`,
      )
      .join('\n\n');
    const restored = await restoreKey(noIssuerKeys, typed, office, later);
    expect(restored.ok && signingKey(restored.value)?.seed).toBe(key.seed);
    expect(await restoreKey(ring, typed, office, later)).toEqual({
      ok: false,
      problem: { tag: 'keptAlready' },
    });
  });
});

describe('a key on paper', () => {
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
  it('is read back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const read = readPaperKey(paperKey(seed).join('\n'));
        expect(read.ok && read.value).toEqual(seed);
      }),
    );
  });
  it('says in which line a character is wrong', () => {
    const slip = fc.record({
      line: fc.nat(6),
      place: fc.nat(9),
      digit: fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'),
    });
    let missed = 0;
    fc.assert(
      fc.property(seeds, slip, (seed, { line, place, digit }) => {
        const lines = paperKey(seed).map((one) => one.replace(' ', ''));
        const before = lines[line] ?? '';
        lines[line] = before.slice(0, place) + digit + before.slice(place + 1);
        if (lines[line] === before) return;
        const read = readPaperKey(lines.join('\n'));
        expect(read.ok).toBe(false);
        if (!read.ok && read.problem.tag === 'line') expect(read.problem.line).toBe(line + 1);
        else missed++;
      }),
      { numRuns: 500 },
    );
    expect(missed).toBeLessThan(5);
  });
  it('is refused with lines missing or in another order', () => {
    const [first = '', second = '', ...rest] = paperKey(new Uint8Array(32).fill(7));
    const read = readPaperKey([second, first, ...rest].join('\n'));
    expect(read).toEqual({ ok: false, problem: { tag: 'line', line: 1 } });
    expect(readPaperKey([first, ...rest].join('\n'))).toEqual({
      ok: false,
      problem: { tag: 'lines', found: 6, expected: 7 },
    });
  });
});

describe('whose passes are believed', () => {
  it('those of a key whose fingerprint was read out, and of no other', async () => {
    const fingerprint = await fingerprintOf(fromHex(key.publicKey) ?? new Uint8Array());
    expect(fingerprint).toMatch(/^(\d{4} ){5}\d{4}$/);
    const heard = { how: 'fingerprint', by: '例某', at: now } as const;
    const list = await trustKey(noTrust, announced, {
      ...heard,
      heard: fingerprint.replaceAll(' ', ''),
    });
    expect(list.ok && list.value.keys.map(({ how, keyId }) => [how, keyId])).toEqual([
      ['fingerprint', key.keyId],
    ]);
    const wrong = {
      ...heard,
      heard: fingerprint.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    };
    expect(await trustKey(noTrust, announced, wrong)).toMatchObject({
      problem: { tag: 'otherFingerprint' },
    });
    expect(await trustKey(noTrust, announced, heard)).toMatchObject({
      problem: { tag: 'otherFingerprint' },
    });
    if (!list.ok) return;
    expect(readTrustList(JSON.stringify(list.value))).toEqual(list.value);
    expect(distrustKey(list.value, key.keyId).keys).toEqual([]);
  });
  it('never of a key that is not the one its id says', async () => {
    const other = signingKey(await rotateKeys(ring, office, later, random));
    const mixed = { ...announced, publicKey: other?.publicKey ?? '' };
    expect(await trustKey(noTrust, mixed, own)).toMatchObject({ problem: { tag: 'wrongId' } });
    expect(await trustKey(noTrust, { ...announced, publicKey: 'xx' }, own)).toMatchObject({
      problem: { tag: 'notAKey' },
    });
  });
});
