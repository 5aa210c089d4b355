import type { AcceptedLoss } from '../../eventContract';
import { readKeyRing, writeKeyRing, type KeyRing } from '../../keys/keyRing';
import { seal, unseal } from '../../keys/sealing';
import { joinBytes } from './deflate';

/** What the database must hold, kept outside of it and sealed like everything else. */
export interface Sentinel {
  readonly version: 1;
  readonly sequence: number;
  readonly headHash: string;
  readonly totals: Readonly<Record<string, number>>;
  /** Bytes of the second copy when both copies were whole and nothing was being written; else false. */
  readonly cleanAt: number | false;
  /** Gaps that a person has agreed to go on without. */
  readonly accepted: readonly AcceptedLoss[];
}

const context = (event: string) => `${event}:sentinel`;
/** First byte where a key ring stands before the sealed part; without one the file starts with 1. */
const withRing = 2;

/** Beside the sealed part lies a third copy of the key ring: without it nothing can be mended. */
export async function sealSentinel(
  key: CryptoKey,
  event: string,
  ring: KeyRing,
  sentinel: Sentinel,
): Promise<Uint8Array<ArrayBuffer>> {
  const ringBytes = writeKeyRing(ring);
  const head = new Uint8Array(5);
  head[0] = withRing;
  new DataView(head.buffer).setUint32(1, ringBytes.length);
  const plain = new TextEncoder().encode(JSON.stringify(sentinel));
  return joinBytes([head, ringBytes, await seal(key, context(event), plain)]);
}

interface SentinelFile {
  readonly ring: KeyRing | undefined;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Takes the file apart; needs no key. */
export function readSentinelFile(bytes: Uint8Array<ArrayBuffer>): SentinelFile {
  if (bytes[0] !== withRing || bytes.length < 5) return { ring: undefined, sealed: bytes };
  const end = 5 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  return { ring: readKeyRing(bytes.subarray(5, end)), sealed: bytes.subarray(end) };
}

/** Undefined where it is gone, damaged, or of another key: then nothing is known to be missing. */
export async function unsealSentinel(
  key: CryptoKey,
  event: string,
  sealed: Uint8Array<ArrayBuffer> | undefined,
): Promise<Sentinel | undefined> {
  const plain = sealed && (await unseal(key, context(event), sealed));
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Sentinel); // authenticated bytes of ours
}
