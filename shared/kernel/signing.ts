/**
 * The few things of Web Cryptography that `shared/` uses. Browsers, workers and Node all have them,
 * but `shared/` is compiled without the libraries that declare them.
 */
interface KeyHandle {
  readonly type: string;
}
type Ed25519 = { readonly name: 'Ed25519' };
interface SubtleCryptography {
  digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'raw' | 'pkcs8',
    bytes: Uint8Array,
    algorithm: Ed25519,
    extractable: boolean,
    usages: readonly ('sign' | 'verify')[],
  ): Promise<KeyHandle>;
  exportKey(format: 'jwk', key: KeyHandle): Promise<{ readonly x?: string }>;
  sign(algorithm: Ed25519, key: KeyHandle, bytes: Uint8Array): Promise<ArrayBuffer>;
  verify(
    algorithm: Ed25519,
    key: KeyHandle,
    signature: Uint8Array,
    bytes: Uint8Array,
  ): Promise<boolean>;
}
declare const crypto: { readonly subtle: SubtleCryptography };
declare const atob: (base64: string) => string;

const ed25519: Ed25519 = { name: 'Ed25519' };
const publicKeyLength = 32;
const signatureLength = 64;
/** RFC 8410: what stands before the 32 bytes of the seed in a PKCS #8 private key. */
const pkcs8Head = [
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function importSeed(seed: Uint8Array, extractable: boolean): Promise<KeyHandle> {
  const bytes = Uint8Array.from([...pkcs8Head, ...seed]);
  return crypto.subtle.importKey('pkcs8', bytes, ed25519, extractable, ['sign']);
}

/** The 32 bytes of the public key that belong to the 32 secret bytes of an Ed25519 seed (RFC 8032). */
export async function publicKeyOf(seed: Uint8Array): Promise<Uint8Array> {
  const { x } = await crypto.subtle.exportKey('jwk', await importSeed(seed, true));
  const base64 = (x ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The 64 bytes of an Ed25519 signature; always the same for the same seed and bytes. */
export async function signBytes(seed: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const key = await importSeed(seed, false);
  return new Uint8Array(await crypto.subtle.sign(ed25519, key, bytes));
}

/** False for a signature of other bytes or another key, and for bytes that are no key or signature. */
export async function verifyBytes(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== publicKeyLength || signature.length !== signatureLength) return false;
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, ed25519, false, ['verify']);
    return await crypto.subtle.verify(ed25519, key, signature, bytes);
  } catch {
    return false; // 32 bytes that are no point of the curve
  }
}
