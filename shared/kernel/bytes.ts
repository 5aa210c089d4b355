interface Encoding {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
interface Decoding {
  decode(bytes: Uint8Array): string;
}
declare const TextEncoder: new () => Encoding;
declare const TextDecoder: new (label: string, options: { readonly fatal: true }) => Decoding;

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** The text, or undefined where the bytes are no UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the one thing `fatal` throws for
  }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digits = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = letters.indexOf(String.fromCharCode(code));
  return digit < 0 ? 255 : digit;
});

/** RFC 4648 §5: base64 that no spreadsheet program takes for a formula inside a longer text. */
export function toBase64Url(bytes: Uint8Array): string {
  const parts: string[] = [];
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const own = Math.min(3, bytes.length - at) + 1;
    for (let place = 0; place < own; place++) text += letters[(group >> (18 - 6 * place)) & 63];
    if (text.length > 65_536) {
      parts.push(text);
      text = '';
    }
  }
  return parts.join('') + text;
}

/** The bytes, or undefined where the text holds anything but base64url digits. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = digits[text.charCodeAt(place)] ?? 255;
    if (digit === 255) return undefined;
    pending = ((pending << 6) | digit) & 0xfffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (pending >> bits) & 255;
    }
  }
  return bytes;
}
