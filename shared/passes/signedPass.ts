import { failed, ok, type Result } from '../kernel/result';
import { signBytes, sha256, verifyBytes } from '../kernel/signing';
import type { Instant } from '../kernel/time';
import { fromBase45, toBase45 } from './base45';
import { crc32 } from '../kernel/crc32';
import { contentBytes, readContent, type ContentProblem, type PassContent } from './passContent';

/** The beginning of every code: tells a pass from other codes, and says which format follows. */
export const passPrefix = 'TXZ';
const formatVersion = 1;
const keyIdLength = 4;
const signatureLength = 64;
const checkLength = 4;

/** A key of an issuing office that this device trusts. */
export interface TrustedKey {
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly publicKey: Uint8Array;
  readonly issuer: string;
  /** Nothing issued later is the office's own: the key was rotated out then. */
  readonly retiredAt?: Instant | undefined;
  /** The key fell into other hands: nothing that it signed counts, of whatever date. */
  readonly compromised?: boolean | undefined;
}

export interface SignedPass {
  readonly content: PassContent;
  readonly keyId: string;
  readonly signature: Uint8Array;
  /** What the signature is over. */
  readonly signed: Uint8Array;
}

export type PassTextProblem =
  | { readonly tag: 'notAPass' }
  /** Characters are missing, doubled or altered: scan again. */
  | { readonly tag: 'garbled' }
  | { readonly tag: 'newerFormat'; readonly version: number }
  /** Whole as it was made, but no pass of this format. */
  | { readonly tag: 'unreadable'; readonly why: ContentProblem };

/** The first four bytes of the public key's SHA-256: names a key on paper, proves nothing by itself. */
export async function keyIdOf(publicKey: Uint8Array): Promise<string> {
  return hex((await sha256(publicKey)).subarray(0, keyIdLength));
}

function hex(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/**
 * The text of a pass's QR code: `TXZ1:` and in Base45 the version, the key's id, the content, the
 * signature over these three, and a CRC-32 over all of it.
 */
export async function writePass(
  content: PassContent,
  seed: Uint8Array,
  keyId: string,
): Promise<Result<string, ContentProblem>> {
  const bytes = contentBytes(content);
  if (!bytes.ok) return bytes;
  const id = (keyId.match(/../g) ?? []).map((two) => Number.parseInt(two, 16));
  const signed = Uint8Array.from([formatVersion, ...id, ...bytes.value]);
  const whole = Uint8Array.from([...signed, ...(await signBytes(seed, signed))]);
  const check = crc32(whole);
  const checkBytes = [check >>> 24, (check >>> 16) & 0xff, (check >>> 8) & 0xff, check & 0xff];
  return ok(
    `${passPrefix}${formatVersion}:${toBase45(Uint8Array.from([...whole, ...checkBytes]))}`,
  );
}

/** What the text says, before anyone has asked whether the signature holds. Never throws. */
export function readPass(text: string): Result<SignedPass, PassTextProblem> {
  const head = /^TXZ([1-9]):/.exec(text);
  if (!head) return failed({ tag: 'notAPass' });
  const version = Number(head[1]);
  if (version > formatVersion) return failed({ tag: 'newerFormat', version });
  if (text.length > 1_000) return failed({ tag: 'garbled' });
  const bytes = fromBase45(text.slice(head[0].length));
  const whole = bytes && wholeOf(bytes);
  if (!whole) return failed({ tag: 'garbled' });
  const signed = whole.subarray(0, whole.length - signatureLength);
  if (signed[0] !== version) return failed({ tag: 'garbled' });
  const content = readContent(signed.subarray(1 + keyIdLength));
  if (!content.ok) return failed({ tag: 'unreadable', why: content.problem });
  return ok({
    content: content.value,
    keyId: hex(signed.subarray(1, 1 + keyIdLength)),
    signature: whole.subarray(whole.length - signatureLength),
    signed,
  });
}

/** The bytes before the CRC where it agrees with them. */
function wholeOf(bytes: Uint8Array): Uint8Array | undefined {
  const end = bytes.length - checkLength;
  if (end < 1 + keyIdLength + signatureLength) return undefined;
  const check = bytes.subarray(end).reduce((sum, byte) => sum * 256 + byte, 0);
  const whole = bytes.subarray(0, end);
  return crc32(whole) === check ? whole : undefined;
}

/**
 * | key of that id  | signature | issued                  | answer   |
 * | none is trusted |           |                         | stranger |
 * | compromised     |           |                         | forged   |
 * | trusted         | wrong     |                         | forged   |
 * | trusted         | right     | after the key's retiring | forged   |
 * | trusted         | right     | before, or not retired  | genuine  |
 */
export async function verifyPass(
  { content, keyId, signature, signed }: SignedPass,
  trusted: readonly TrustedKey[],
): Promise<'genuine' | 'forged' | 'stranger'> {
  const keys = trusted.filter((key) => key.keyId === keyId);
  if (keys.length === 0) return 'stranger';
  for (const { publicKey, compromised, retiredAt } of keys) {
    if (compromised || (retiredAt !== undefined && content.issuedAt > retiredAt)) continue;
    if (await verifyBytes(publicKey, signed, signature)) return 'genuine';
  }
  return 'forged';
}
