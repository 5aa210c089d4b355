/** The parts of Web Cryptography that spreadsheet encryption needs; see `kernel/signing`. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

interface KeyHandle {
  readonly type: string;
}
interface Cbc {
  readonly name: 'AES-CBC';
  readonly iv: Uint8Array;
}
interface Subtle {
  digest(algorithm: HashName, bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    bytes: Uint8Array,
    algorithm: { readonly name: string; readonly hash?: HashName },
    extractable: false,
    usages: readonly string[],
  ): Promise<KeyHandle>;
  encrypt(algorithm: Cbc, key: KeyHandle, bytes: Uint8Array): Promise<ArrayBuffer>;
  decrypt(algorithm: Cbc, key: KeyHandle, bytes: Uint8Array): Promise<ArrayBuffer>;
  sign(algorithm: 'HMAC', key: KeyHandle, bytes: Uint8Array): Promise<ArrayBuffer>;
}
declare const crypto: {
  readonly subtle: Subtle;
  getRandomValues(bytes: Uint8Array): Uint8Array;
};

const block = 16;

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

export async function digest(hash: HashName, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, bytes));
}

export async function hmac(secret: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-512' } as const;
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
}

function aesKey(raw: Uint8Array): Promise<KeyHandle> {
  return crypto.subtle.importKey('raw', raw, { name: 'AES-CBC' }, false, ['encrypt', 'decrypt']);
}

/** Whole blocks in, as many out: the padding that WebCrypto adds is cut off again. */
export async function aesEncrypt(
  raw: Uint8Array,
  iv: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const algorithm: Cbc = { name: 'AES-CBC', iv };
  const padded = await crypto.subtle.encrypt(algorithm, await aesKey(raw), plain);
  return new Uint8Array(padded).subarray(0, plain.length);
}

/** The reverse: a block is put behind that decrypts to the padding WebCrypto wants to see. */
export async function aesDecrypt(
  raw: Uint8Array,
  iv: Uint8Array,
  encrypted: Uint8Array,
): Promise<Uint8Array> {
  const key = await aesKey(raw);
  const last = encrypted.subarray(encrypted.length - block);
  const wanted = last.map((byte) => byte ^ block);
  const zeros: Cbc = { name: 'AES-CBC', iv: new Uint8Array(block) };
  const tail = new Uint8Array(await crypto.subtle.encrypt(zeros, key, wanted)).subarray(0, block);
  const whole = new Uint8Array(encrypted.length + block);
  whole.set(encrypted);
  whole.set(tail, encrypted.length);
  const plain = await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, whole);
  return new Uint8Array(plain).subarray(0, encrypted.length);
}
