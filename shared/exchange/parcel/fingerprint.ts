import { fromBase64Url } from '../../kernel/bytes';
import { sha256 } from '../../kernel/signing';

/** Without letters that sound or look alike when read over a bad line. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A public key as five groups of four characters to be read aloud and compared by two people:
 * about 98 bits of its SHA-256, so that nobody finds a second key with the same code.
 */
export async function keyFingerprint(publicKey: string): Promise<string> {
  const digest = await sha256(fromBase64Url(publicKey) ?? new Uint8Array());
  let rest = digest.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let place = 0; place < 20; place++) {
    const base = BigInt(letters.length);
    code += letters[Number(rest % base)] ?? '';
    rest /= base;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
