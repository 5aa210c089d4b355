import type { Loss } from '../contract';
import { seal, unseal } from '../keys/sealing';

/** What the database must hold, kept outside of it and sealed like everything else. */
export interface Sentinel {
  readonly version: 1;
  readonly sequence: number;
  readonly headHash: string;
  readonly totals: Readonly<Record<string, number>>;
  /** Bytes of the second copy after a clean exit; false where work is going on. */
  readonly cleanAt: number | false;
  /** Gaps that a person has agreed to go on without. */
  readonly accepted: readonly Loss[];
}

const context = (event: string) => `${event}:sentinel`;

export function sealSentinel(key: CryptoKey, event: string, sentinel: Sentinel) {
  return seal(key, context(event), new TextEncoder().encode(JSON.stringify(sentinel)));
}

/** Undefined where it is gone, damaged, or of another key: then nothing is known to be missing. */
export async function unsealSentinel(
  key: CryptoKey,
  event: string,
  bytes: Uint8Array<ArrayBuffer> | undefined,
): Promise<Sentinel | undefined> {
  const plain = bytes && (await unseal(key, context(event), bytes));
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Sentinel); // authenticated bytes of ours
}
