import fc from 'fast-check';
import { publicKeyOf } from '../../../shared/kernel/signing';
import { addDays, toInstant } from '../../../shared/kernel/time';
import type { PassContent } from '../../../shared/passes/passContent';
import { keyIdOf, writePass, type TrustedKey } from '../../../shared/passes/signedPass';
import { date, moment } from './situations';

export const seed = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
export const otherSeed = Uint8Array.from({ length: 32 }, (_, index) => 200 - index);

export const content: PassContent = {
  number: '410821000123',
  transport: '跨市',
  plate: '豫H12345',
  driverTail: '001X',
  validFrom: date('2022-03-20'),
  validUntil: date('2022-04-03'),
  issuedAt: moment('2022-03-19 17:05'),
  origin: '晋城市样例厂',
  destination: '修武县样例路1号',
  goods: '医用酒精',
  checkpointMarks: [1, 0xffff],
  expectedHours: 2.5,
};

/** Anything an office could put on a pass, also what is far too long for it. */
export const anyContent: fc.Arbitrary<PassContent> = fc
  .record({
    number: fc.integer({ min: 0, max: 999_999_999_999 }).map((n) => String(n).padStart(12, '0')),
    transport: fc.constantFrom('县域内' as const, '市内跨县' as const, '跨市' as const),
    plate: fc.constantFrom('豫H12345', '豫HD12345', '粤Z1234港', 'WJ豫12345', '无', '豫X0119应急'),
    driverTail: fc.stringMatching(/^[0-9]{3}[0-9X]$/),
    validFrom: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(date('2020-01-01'), days)),
    validUntil: fc.constant(date('2020-01-01')),
    issuedAt: fc
      .integer({ min: 0, max: 30_000_000 })
      .map((minutes) => toInstant(moment('2020-01-01 00:00') + minutes * 60_000)),
    origin: fc.string({ unit: 'grapheme', maxLength: 40 }),
    destination: fc.string({ unit: fc.constantFrom(...'修武县样例路𬭎A1'), maxLength: 40 }),
    goods: fc.string({ unit: 'binary', maxLength: 40 }),
    checkpointMarks: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }),
  })
  .chain((one) =>
    fc
      .record({
        days: fc.integer({ min: 0, max: 255 }),
        tenths: fc.option(fc.integer({ min: 1, max: 0xffff }), { nil: undefined }),
      })
      .map(({ days, tenths }) => ({
        ...one,
        validUntil: addDays(one.validFrom, days),
        ...(tenths === undefined ? {} : { expectedHours: tenths / 10 }),
      })),
  );

export async function trustedKey(
  ofSeed = seed,
  more: Partial<TrustedKey> = {},
): Promise<TrustedKey> {
  const publicKey = await publicKeyOf(ofSeed);
  return { keyId: await keyIdOf(publicKey), publicKey, issuer: '修武县样例保障组', ...more };
}

export async function issue(one: PassContent = content, bySeed = seed): Promise<string> {
  const written = await writePass(one, bySeed, await keyIdOf(await publicKeyOf(bySeed)));
  if (!written.ok) throw new Error(written.problem.tag);
  return written.value;
}
