import { z } from 'zod';
import { fromHex, toHex } from '../kernel/hex';
import type { RandomBytes } from '../kernel/ids';
import { failed, ok, type Result } from '../kernel/result';
import { publicKeyOf, sha256 } from '../kernel/signing';
import { toInstant, type Instant } from '../kernel/time';
import { paperKey, readPaperKey, type PaperKeyProblem } from './paperKey';
import { keyIdOf, type TrustedKey } from './signedPass';

const instant = z
  .number()
  .int()
  .transform((value): Instant => toInstant(value));
const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

const issuerKey = z.object({
  keyId: z.string().regex(/^[0-9A-F]{8}$/),
  /** Secret: 32 bytes in hexadecimal. Stands only in the sealed setting and on the paper. */
  seed: hex32,
  publicKey: hex32,
  issuer: z.string(),
  createdAt: instant,
  retiredAt: instant.optional(),
});
export type IssuerKey = Readonly<z.infer<typeof issuerKey>>;

const issuerKeys = z.object({ version: z.literal(1), keys: z.array(issuerKey).readonly() });
/** The signing keys of this office, newest last; kept as a sealed setting of the event. */
export type IssuerKeys = Readonly<z.infer<typeof issuerKeys>>;

export const noIssuerKeys: IssuerKeys = { version: 1, keys: [] };

/** The setting as the store gives it; undefined where the text is no key ring. */
export function readIssuerKeys(text: string): IssuerKeys | undefined {
  try {
    return issuerKeys.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // no JSON
  }
}

async function makeKey(seed: Uint8Array, issuer: string, createdAt: Instant): Promise<IssuerKey> {
  const publicKey = await publicKeyOf(seed);
  return {
    keyId: await keyIdOf(publicKey),
    seed: toHex(seed),
    publicKey: toHex(publicKey),
    issuer,
    createdAt,
  };
}

/** The key that signs now, or undefined before the first was made. */
export function signingKey({ keys }: IssuerKeys): IssuerKey | undefined {
  return keys.findLast((key) => key.retiredAt === undefined);
}

/** A new key that signs from now on; the one before it is retired, its passes stay good. */
export async function rotateKeys(
  ring: IssuerKeys,
  issuer: string,
  now: Instant,
  random: RandomBytes,
): Promise<IssuerKeys> {
  const fresh = await makeKey(random(32), issuer, now);
  const retired = ring.keys.map((key) =>
    key.retiredAt === undefined ? { ...key, retiredAt: now } : key,
  );
  return { version: 1, keys: [...retired, fresh] };
}

/** What is printed and locked away: the key's id and seven lines. */
export function backUpKey(key: IssuerKey): readonly string[] {
  return paperKey(fromHex(key.seed) ?? new Uint8Array(32));
}

/** The key from its paper; it signs again, beside those that the ring still has. */
export async function restoreKey(
  ring: IssuerKeys,
  paper: string,
  issuer: string,
  now: Instant,
): Promise<Result<IssuerKeys, PaperKeyProblem | { readonly tag: 'keptAlready' }>> {
  const seed = readPaperKey(paper);
  if (!seed.ok) return seed;
  const key = await makeKey(seed.value, issuer, now);
  if (ring.keys.some(({ keyId }) => keyId === key.keyId)) return failed({ tag: 'keptAlready' });
  return ok({ version: 1, keys: [...ring.keys, key] });
}

/**
 * Twenty-four digits in groups of four, to be read out over the telephone: whoever hears the same
 * digits has the same key (80 bits of its SHA-256).
 */
export async function fingerprintOf(publicKey: Uint8Array): Promise<string> {
  const digest = await sha256(publicKey);
  const groups = Array.from({ length: 6 }, (_, index) => {
    const [a = 0, b = 0, c = 0] = digest.subarray(index * 3, index * 3 + 3);
    return String(((a * 256 + b) * 256 + c) % 10_000).padStart(4, '0');
  });
  return groups.join(' ');
}

const trustedEntry = z.object({
  keyId: z.string(),
  publicKey: hex32,
  issuer: z.string(),
  trustedAt: instant,
  trustedBy: z.string(),
  how: z.enum(['own', 'workbook', 'fingerprint']),
});
const trustList = z.object({ version: z.literal(1), keys: z.array(trustedEntry).readonly() });
/** Whose passes this device believes, who decided so and how; a sealed setting of the event. */
export type TrustList = Readonly<z.infer<typeof trustList>>;

export const noTrust: TrustList = { version: 1, keys: [] };

export function readTrustList(text: string): TrustList | undefined {
  try {
    return trustList.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // no JSON
  }
}

/** A key as an office announces it in its ledger, which travels in workbooks. */
export interface AnnouncedKey {
  readonly keyId: string;
  /** Hexadecimal. */
  readonly publicKey: string;
  readonly issuer: string;
  readonly retiredAt?: Instant | undefined;
  readonly compromised?: boolean | undefined;
}

export type TrustProblem =
  | { readonly tag: 'notAKey' }
  /** The id is not that of the key: somebody altered one of the two. */
  | { readonly tag: 'wrongId' }
  | { readonly tag: 'otherFingerprint' };

/**
 * Adds a key to those that this device believes.
 * | how         | asks for                                                             |
 * | fingerprint | the digits as heard; they must be the key's                          |
 * | workbook    | nothing more: the caller has checked the workbook's own signature     |
 * | own         | nothing more: the key was made here                                  |
 */
export async function trustKey(
  list: TrustList,
  key: AnnouncedKey,
  decision: {
    readonly how: 'own' | 'workbook' | 'fingerprint';
    readonly heard?: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<TrustList, TrustProblem>> {
  const publicKey = fromHex(key.publicKey);
  if (publicKey?.length !== 32) return failed({ tag: 'notAKey' });
  if ((await keyIdOf(publicKey)) !== key.keyId) return failed({ tag: 'wrongId' });
  if (decision.how === 'fingerprint') {
    const heard = (decision.heard ?? '').normalize('NFKC').replace(/\D/g, '');
    const own = (await fingerprintOf(publicKey)).replace(/\D/g, '');
    if (heard !== own) return failed({ tag: 'otherFingerprint' });
  }
  const entry = {
    keyId: key.keyId,
    publicKey: toHex(publicKey),
    issuer: key.issuer,
    trustedAt: decision.at,
    trustedBy: decision.by,
    how: decision.how,
  };
  const others = list.keys.filter(({ publicKey: known }) => known !== entry.publicKey);
  return ok({ version: 1, keys: [...others, entry] });
}

export function distrustKey(list: TrustList, keyId: string): TrustList {
  return { version: 1, keys: list.keys.filter((key) => key.keyId !== keyId) };
}

/**
 * The keys to verify with. The key itself is the one that was trusted; that it was retired or fell
 * into other hands is believed from anywhere, since it can only refuse more.
 */
export function trustedKeys(
  list: TrustList,
  announced: readonly AnnouncedKey[],
): readonly TrustedKey[] {
  return list.keys.map(({ keyId, publicKey, issuer }) => {
    const news = announced.filter((key) => key.keyId === keyId);
    const retired = news.flatMap(({ retiredAt }) => retiredAt ?? []);
    return {
      keyId,
      publicKey: fromHex(publicKey) ?? new Uint8Array(),
      issuer,
      ...(retired.length > 0 ? { retiredAt: toInstant(Math.min(...retired)) } : {}),
      ...(news.some(({ compromised }) => compromised) ? { compromised: true } : {}),
    };
  });
}
