import { sha512 } from '@noble/hashes/sha2.js';
import { CFB } from 'xlsx';
import { joinBytes } from '../../kernel/bytes';
import { failed, ok, type Result } from '../../kernel/result';
import {
  aesDecrypt,
  aesEncrypt,
  digest,
  hmac,
  randomBytes,
  type HashName,
} from './encryptionCalls';

export type DecryptProblem =
  | { readonly tag: 'wrongPassword' }
  /** Another way of encrypting (RC4, "standard"), or a broken container. */
  | { readonly tag: 'unknownEncryption'; readonly detail: string };

/** Block keys of ECMA-376 agile encryption ([MS-OFFCRYPTO] 2.3.4.11 to 2.3.4.14). */
const blocks = {
  verifierInput: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierValue: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
  hmacKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6],
  hmacValue: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33],
} as const;

const segment = 4_096;
/** What Excel writes. */
const spins = 100_000;
/** A file may ask for more work than anyone would wait for. */
const mostSpins = 10_000_000;
const hashNames: Readonly<Record<string, HashName>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
  SHA512: 'SHA-512',
};

interface Cipher {
  readonly salt: Uint8Array;
  readonly hash: HashName;
  readonly keyBytes: number;
}

const block = 16;

function fit(bytes: Uint8Array, length: number): Uint8Array {
  const fitted = new Uint8Array(length).fill(0x36);
  fitted.set(bytes.subarray(0, length));
  return fitted;
}

function padded(bytes: Uint8Array, multiple: number): Uint8Array {
  if (bytes.length % multiple === 0) return bytes;
  const whole = new Uint8Array(Math.ceil(bytes.length / multiple) * multiple);
  whole.set(bytes);
  return whole;
}

function number32(value: number): Uint8Array {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setUint32(0, value, true);
  return four;
}

/** The password hashed `count` times over: this is what makes guessing slow. */
async function spun(password: string, { salt, hash }: Cipher, count: number): Promise<Uint8Array> {
  const letters = new Uint8Array(password.length * 2);
  const view = new DataView(letters.buffer);
  for (let at = 0; at < password.length; at++)
    view.setUint16(at * 2, password.charCodeAt(at), true);
  let state = await digest(hash, joinBytes([salt, letters]));
  const next = new Uint8Array(4 + state.length);
  const counter = new DataView(next.buffer);
  for (let turn = 0; turn < count; turn++) {
    counter.setUint32(0, turn, true);
    next.set(state, 4);
    // A hundred thousand promises take four times as long as the hashes themselves.
    state = hash === 'SHA-512' ? sha512(next) : await digest(hash, next);
  }
  return state;
}

async function blockKey(state: Uint8Array, cipher: Cipher, bytes: readonly number[]) {
  const derived = await digest(cipher.hash, joinBytes([state, Uint8Array.from(bytes)]));
  return fit(derived, cipher.keyBytes);
}

async function blockIv({ salt, hash }: Cipher, bytes: Uint8Array): Promise<Uint8Array> {
  return fit(await digest(hash, joinBytes([salt, bytes])), block);
}

/**
 * The workbook's bytes behind a password, as Excel 2010 and later, WPS and LibreOffice open them:
 * ECMA-376 agile encryption, AES-256 in CBC mode, SHA-512.
 */
export async function encryptWorkbook(zip: Uint8Array, password: string): Promise<Uint8Array> {
  const cipher: Cipher = { salt: randomBytes(16), hash: 'SHA-512', keyBytes: 32 };
  const own: Cipher = { ...cipher, salt: randomBytes(16) };
  const key = randomBytes(cipher.keyBytes);
  const state = await spun(password, own, spins);
  const input = randomBytes(block);
  const wrap = async (bytes: readonly number[], plain: Uint8Array) =>
    aesEncrypt(await blockKey(state, own, bytes), own.salt, padded(plain, block));
  const verifierInput = await wrap(blocks.verifierInput, input);
  const verifierValue = await wrap(blocks.verifierValue, await digest(own.hash, input));
  const wrappedKey = await wrap(blocks.key, key);

  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(zip.length), true);
  const packed: Uint8Array[] = [size];
  for (let at = 0, turn = 0; at < zip.length; at += segment, turn++) {
    const iv = await blockIv(cipher, number32(turn));
    packed.push(await aesEncrypt(key, iv, padded(zip.subarray(at, at + segment), block)));
  }
  const encrypted = joinBytes(packed);
  const secret = randomBytes(64);
  const sealed = async (bytes: readonly number[], plain: Uint8Array) =>
    aesEncrypt(key, await blockIv(cipher, Uint8Array.from(bytes)), padded(plain, block));
  const info = infoXml({
    dataSalt: cipher.salt,
    hmacKey: await sealed(blocks.hmacKey, secret),
    hmacValue: await sealed(blocks.hmacValue, await hmac(secret, encrypted)),
    keySalt: own.salt,
    verifierInput,
    verifierValue,
    wrappedKey,
  });
  return container(joinBytes([number32(0x00040004), number32(0x40), info]), encrypted);
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
declare const btoa: (binary: string) => string;
declare const atob: (base64: string) => string;

function infoXml(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const at = (name: string) => base64(parts[name] ?? new Uint8Array());
  const common =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">' +
    `<keyData ${common} saltValue="${at('dataSalt')}"/>` +
    `<dataIntegrity encryptedHmacKey="${at('hmacKey')}" encryptedHmacValue="${at('hmacValue')}"/>` +
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">' +
    `<p:encryptedKey spinCount="${spins}" ${common} saltValue="${at('keySalt')}" encryptedVerifierHashInput="${at('verifierInput')}" encryptedVerifierHashValue="${at('verifierValue')}" encryptedKeyValue="${at('wrappedKey')}"/>` +
    '</keyEncryptor></keyEncryptors></encryption>';
  return Uint8Array.from(xml, (letter) => letter.charCodeAt(0));
}

function container(info: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5');
  CFB.utils.cfb_add(file, '/EncryptionInfo', info);
  CFB.utils.cfb_add(file, '/EncryptedPackage', encrypted);
  return Uint8Array.from(CFB.write(file, { type: 'array' }) as ArrayLike<number>); // its type names every form it can write
}

/** The workbook's own bytes. Problems: see DecryptProblem. */
export async function decryptWorkbook(
  bytes: Uint8Array,
  password: string,
): Promise<Result<Uint8Array, DecryptProblem>> {
  const unknown = (detail: string) => failed<DecryptProblem>({ tag: 'unknownEncryption', detail });
  let info: Uint8Array | undefined;
  let encrypted: Uint8Array | undefined;
  try {
    const file = CFB.read(bytes, { type: 'array' });
    const content = (name: string) => {
      const found = CFB.find(file, name)?.content as ArrayLike<number> | undefined; // bytes or a list of them
      return found && Uint8Array.from(found);
    };
    info = content('EncryptionInfo');
    encrypted = content('EncryptedPackage');
  } catch (error) {
    return unknown(error instanceof Error ? error.message : 'no container');
  }
  if (!info || !encrypted || encrypted.length < 8) return unknown('streams are missing');
  const version = new DataView(info.buffer).getUint32(0, true);
  if (version !== 0x00040004) return unknown(`version ${version.toString(16)}`);
  const xml = Array.from(info.subarray(8), (byte) => String.fromCharCode(byte)).join('');
  const data = cipherOf(xml, 'keyData');
  const own = cipherOf(xml, 'encryptedKey');
  const count = Number(attribute(xml, 'encryptedKey', 'spinCount'));
  if (!data || !own || !Number.isInteger(count) || count < 0 || count > mostSpins) {
    return unknown('description is not understood');
  }
  try {
    return await unwrap(xml, encrypted, password, { data, own, count });
  } catch (error) {
    return unknown(error instanceof Error ? error.message : 'cannot be decrypted');
  }
}

async function unwrap(
  xml: string,
  encrypted: Uint8Array,
  password: string,
  { data, own, count }: { readonly data: Cipher; readonly own: Cipher; readonly count: number },
): Promise<Result<Uint8Array, DecryptProblem>> {
  const state = await spun(password, own, count);
  const unwrapped = async (bytes: readonly number[], name: string) =>
    aesDecrypt(
      await blockKey(state, own, bytes),
      own.salt,
      fromBase64(attribute(xml, 'encryptedKey', name)),
    );
  const input = await unwrapped(blocks.verifierInput, 'encryptedVerifierHashInput');
  const value = await unwrapped(blocks.verifierValue, 'encryptedVerifierHashValue');
  const expected = await digest(own.hash, input);
  if (expected.some((byte, at) => value[at] !== byte)) return failed({ tag: 'wrongPassword' });
  const key = (await unwrapped(blocks.key, 'encryptedKeyValue')).subarray(0, own.keyBytes);
  const size = Number(new DataView(encrypted.buffer).getBigUint64(0, true));
  const body = encrypted.subarray(8);
  if (size > body.length) {
    return failed({ tag: 'unknownEncryption', detail: 'package is cut off' });
  }
  const parts: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < body.length; at += segment, turn++) {
    const end = Math.min(at + segment, body.length - (body.length % block));
    if (end <= at) break;
    parts.push(await aesDecrypt(key, await blockIv(data, number32(turn)), body.subarray(at, end)));
  }
  return ok(joinBytes(parts).subarray(0, size));
}

function attribute(xml: string, element: string, name: string): string {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function cipherOf(xml: string, element: string): Cipher | undefined {
  const at = (name: string) => attribute(xml, element, name);
  const hash = hashNames[at('hashAlgorithm')];
  const bits = Number(at('keyBits'));
  const known = at('cipherAlgorithm') === 'AES' && at('cipherChaining') === 'ChainingModeCBC';
  if (!hash || !known || ![128, 192, 256].includes(bits) || at('blockSize') !== '16') {
    return undefined;
  }
  return { salt: fromBase64(at('saltValue')), hash, keyBytes: bits / 8 };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
