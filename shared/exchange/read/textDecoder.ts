/**
 * The one thing of the Encoding standard that is used here. Browsers, workers and Node all have it,
 * but `shared/` is compiled without the libraries that declare it.
 */
interface TextDecoding {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => TextDecoding;

/** The text, or undefined where the bytes are not in this encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not this encoding: the caller tries the next
  }
}
