/** Every sealed thing starts with the number of its algorithm, so that another can follow later. */
const aesGcm256 = 1;
const ivLength = 12;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** AES-256-GCM under a random IV; `context` is bound in, so that a record cannot stand in for another. */
export async function seal(
  key: CryptoKey,
  context: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(context) },
    key,
    plain,
  );
  const out = new Uint8Array(1 + ivLength + sealed.byteLength);
  out[0] = aesGcm256;
  out.set(iv, 1);
  out.set(new Uint8Array(sealed), 1 + ivLength);
  return out;
}

/** What `seal` was given, or undefined where a single bit of it has changed or the key is another. */
export async function unseal(
  key: CryptoKey,
  context: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (sealed[0] !== aesGcm256) return undefined;
  try {
    const plain = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: sealed.subarray(1, 1 + ivLength),
        additionalData: bytesOf(context),
      },
      key,
      sealed.subarray(1 + ivLength),
    );
    return new Uint8Array(plain);
  } catch {
    // WebCrypto says no more than OperationError: a wrong key and a changed bit look the same.
    return undefined;
  }
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}
