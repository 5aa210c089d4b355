import type { HybridTime } from '../../../../shared/kernel/hybridTime';
import type { DeviceId, RowId } from '../../../../shared/kernel/ids';
import type { DeviceNames } from '../../../../shared/merge/deviceNames';
import type { Learnt } from '../../../../shared/merge/knowledge';
import type { Stamp } from '../../../../shared/merge/stamp';
import { seal, unseal } from '../../keys/sealing';
import { deflate, inflate, joinBytes } from './deflate';
import { numberAt, numberBytes } from './sealedCommit';

/** Rows that changes of one place in time touch. */
export interface NotedRows {
  readonly ledger: string;
  readonly stamp: Stamp;
  /** Changes of this laptop in the order in which it made them. */
  readonly isPlain: boolean;
  readonly rows: readonly RowId[];
}

/** An entry of another device that the commit has brought. */
export interface ArrivedLink {
  readonly ledger: string;
  readonly device: DeviceId;
  readonly sequence: number;
  readonly hash: string;
}

/** What merging keeps of one commit: all but the values. Absent lists are empty. */
export interface CommitFacts {
  readonly sequence: number;
  readonly time: HybridTime;
  readonly device: DeviceId;
  /** By ledger, the hash of this laptop's own entry. */
  readonly own?: Readonly<Record<string, string>>;
  readonly arrived?: readonly ArrivedLink[];
  readonly learnt?: readonly Learnt[];
  readonly notes?: readonly NotedRows[];
  readonly names?: DeviceNames;
}

/** The facts of commits `first` to `last` but for those that a loss has swallowed. */
export interface FactsRun {
  readonly first: number;
  readonly last: number;
  readonly facts: readonly CommitFacts[];
}

/** They lie beside the checkpoint: made of the journal like the pages, and made anew like them. */
export const factsPrefix = 'merge ';
export const factsId = (first: number) => `${factsPrefix}${String(first).padStart(16, '0')}`;

const context = (event: string, first: number, last: number) => `${event}:merge:${first}:${last}`;

export async function sealFacts(
  key: CryptoKey,
  event: string,
  { first, last, facts }: FactsRun,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await deflate(new TextEncoder().encode(JSON.stringify(facts)));
  const sealed = await seal(key, context(event, first, last), packed);
  return joinBytes([numberBytes(first, last), sealed]);
}

/** Undefined where the bytes are damaged: the journal says it all again. */
export async function unsealFacts(
  key: CryptoKey,
  event: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<FactsRun | undefined> {
  const [first, last] = [numberAt(bytes, 0), numberAt(bytes, 1)];
  const packed = await unseal(key, context(event, first, last), bytes.subarray(16));
  if (!packed) return undefined;
  const json = new TextDecoder().decode(await inflate(packed));
  return { first, last, facts: JSON.parse(json) as readonly CommitFacts[] }; // authenticated bytes of ours
}
