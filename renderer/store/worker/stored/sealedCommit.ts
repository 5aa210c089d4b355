import { seal, sha256, unseal } from '../../keys/sealing';
import type { CommitRecord } from './commitRecord';
import { encodeCommit } from './encodeCommit';
import { joinBytes } from './deflate';

export interface SealedCommit {
  readonly sequence: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

const context = (event: string, sequence: number) => `${event}:commit:${sequence}`;

/** Sealed bytes start with the sequence in the open, so that copies can be compared without a key. */
export async function sealCommit(
  key: CryptoKey,
  event: string,
  record: CommitRecord,
): Promise<SealedCommit> {
  const { sequence } = record;
  const encoded = await encodeCommit(record);
  const [inner, hash] = await Promise.all([
    seal(key, context(event, sequence), encoded),
    sha256(encoded),
  ]);
  return { sequence, sealed: joinBytes([numberBytes(sequence), inner]), hash };
}

/** The encoded commit, or undefined where the bytes are damaged or sealed under another key. */
export function unsealCommit(
  key: CryptoKey,
  event: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return unseal(key, context(event, numberAt(sealed, 0)), sealed.subarray(8));
}

export function numberBytes(...numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, index) => view.setFloat64(index * 8, number));
  return bytes;
}

/** A number written by `numberBytes`; 0 where the bytes end before it. */
export function numberAt(bytes: Uint8Array, index: number): number {
  if (bytes.byteLength < 8 * (index + 1)) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat64(index * 8);
}
