/** SHA-256 of a file, in hex: the same bytes under another name are the same file. */
export async function fileDigest(bytes: Uint8Array): Promise<string> {
  // A copy of its own: the types of SubtleCrypto refuse bytes that might be shared.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
