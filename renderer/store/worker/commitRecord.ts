import { deflateSync, inflateSync } from 'fflate';
import type { Change, ChangeSource } from '../../../shared/journal/change';
import type { HybridTime } from '../../../shared/kernel/hybridTime';
import type { DeviceId } from '../../../shared/kernel/ids';
import { seal, sha256, unseal } from '../keys/sealing';

/** A change with the commit that touched its row before (0: none): a record's history walks back. */
export type LinkedChange = Change & { readonly previous: number };

/** What stands on disk for one commit, before sealing. */
export interface CommitRecord {
  readonly version: 1;
  readonly device: DeviceId;
  readonly sequence: number;
  readonly time: HybridTime;
  readonly author: string;
  readonly source: ChangeSource;
  readonly changes: readonly LinkedChange[];
  /** Changes per ledger up to and with this commit: says what a gap before it has swallowed. */
  readonly totals: Readonly<Record<string, number>>;
  /** SHA-256 of the previous commit's encoded bytes; empty for the first. */
  readonly previousHash: string;
}

export interface SealedCommit {
  readonly sequence: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

const context = (event: string, sequence: number) => `${event}:commit:${sequence}`;
const compressFrom = 4096;

/** Sealed bytes start with the sequence in the open, so that copies can be compared without a key. */
export async function sealCommit(
  key: CryptoKey,
  event: string,
  record: CommitRecord,
): Promise<SealedCommit> {
  const plain = new TextEncoder().encode(JSON.stringify(record));
  const packed = plain.length >= compressFrom;
  const body = packed ? deflateSync(plain, { level: 1 }) : plain;
  const encoded = new Uint8Array(1 + body.length);
  encoded[0] = packed ? 1 : 0;
  encoded.set(body, 1);
  const inner = await seal(key, context(event, record.sequence), encoded);
  const sealed = new Uint8Array(8 + inner.length);
  new DataView(sealed.buffer).setFloat64(0, record.sequence);
  sealed.set(inner, 8);
  return { sequence: record.sequence, sealed, hash: await sha256(encoded) };
}

export function sequenceOf(sealed: Uint8Array): number {
  if (sealed.byteLength < 8) return 0;
  return new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getFloat64(0);
}

/** The record and its hash, or undefined where the bytes are damaged or sealed under another key. */
export async function unsealCommit(
  key: CryptoKey,
  event: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<{ readonly record: CommitRecord; readonly hash: string } | undefined> {
  const sequence = sequenceOf(sealed);
  const encoded = await unseal(key, context(event, sequence), sealed.slice(8));
  if (!encoded) return undefined;
  const body = encoded.subarray(1);
  const plain = encoded[0] === 1 ? inflateSync(body) : body;
  const record = JSON.parse(new TextDecoder().decode(plain)) as CommitRecord; // authenticated bytes of ours
  return { record, hash: await sha256(encoded) };
}
