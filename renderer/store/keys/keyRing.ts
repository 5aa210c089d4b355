import type { EventListing } from '../eventContract';
import { fromHex, seal, toHex, unseal } from './sealing';

/** PBKDF2-SHA256 rounds: OWASP's password storage recommendation of 2023. */
const rounds = 600_000;

interface WrappedKey {
  readonly salt: string;
  readonly rounds: number;
  readonly sealed: string;
}

/** What stands in the open beside an event's data: how to get at its key, never the key. */
export interface KeyRing {
  readonly version: 1;
  readonly listing: EventListing;
  readonly device: string;
  readonly byPassphrase: WrappedKey;
  readonly byRecoveryCode: WrappedKey;
}

async function wrappingKey(secret: string, salt: Uint8Array<ArrayBuffer>, count: number) {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: count },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const context = (listing: EventListing) => `${listing.id}:key`;

export async function wrapKey(
  listing: EventListing,
  secret: string,
  dataKey: Uint8Array<ArrayBuffer>,
): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const sealed = await seal(await wrappingKey(secret, salt, rounds), context(listing), dataKey);
  return { salt: toHex(salt), rounds, sealed: toHex(sealed) };
}

/** The raw data key, or undefined when neither passphrase nor recovery code fits. */
export async function unwrapKey(
  ring: KeyRing,
  secret: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const code = normaliseRecoveryCode(secret);
  const attempts: readonly (readonly [WrappedKey, string])[] = [
    [ring.byPassphrase, secret],
    ...(code ? ([[ring.byRecoveryCode, code]] as const) : []),
  ];
  for (const [wrapped, text] of attempts) {
    const key = await wrappingKey(text, fromHex(wrapped.salt), wrapped.rounds);
    const plain = await unseal(key, context(ring.listing), fromHex(wrapped.sealed));
    if (plain) return plain;
  }
  return undefined;
}

export function importDataKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 125 random bits as five groups of five signs that cannot be misread (Crockford base 32). */
export function newRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(25));
  const signs = Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('');
  return (signs.match(/.{5}/g) ?? []).join('-');
}

/** The code as it was made, from what a person typed off the paper; undefined when it is no code. */
export function normaliseRecoveryCode(text: string): string | undefined {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{25}$/.test(signs)
    ? (signs.match(/.{5}/g) ?? []).join('-')
    : undefined;
}

/** The ring a person's device keeps, or undefined where the bytes are not one. */
export function readKeyRing(bytes: Uint8Array): KeyRing | undefined {
  try {
    const ring = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as KeyRing; // bytes decoded here
    return ring.version === 1 && typeof ring.byPassphrase.sealed === 'string' ? ring : undefined;
  } catch {
    return undefined;
  }
}

export function writeKeyRing(ring: KeyRing): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(ring));
}
