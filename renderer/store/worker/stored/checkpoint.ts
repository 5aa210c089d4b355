import type { HybridTime } from '../../../../shared/kernel/hybridTime';
import type { AcceptedLoss } from '../../eventContract';
import type { MergeClock } from './commitRecord';
import { seal, unseal } from '../../keys/sealing';

/** The pages of one ledger that a checkpoint vouches for. */
export interface PageList {
  readonly rowsPerPage: number;
  /** For each page the commit it is at least as new as, and the rows it has at least. */
  readonly pages: readonly { readonly version: number; readonly rows: number }[];
}

/**
 * Up to which commit the pages stand by themselves: opening reads them and replays what came after.
 * Pages may be newer than the checkpoint says: replaying a change that a row has had already leaves
 * the row as it is.
 */
export interface Checkpoint {
  readonly version: 1;
  readonly sequence: number;
  readonly headHash: string;
  readonly lastTime: HybridTime | 0;
  readonly totals: Readonly<Record<string, number>>;
  readonly ledgers: Readonly<Record<string, PageList>>;
  /** Commits up to this one have been looked at for folding. */
  readonly foldedTo: number;
  /** Gaps that a person has agreed to go on without. */
  readonly accepted: readonly AcceptedLoss[];
  /** As of `sequence`; absent in those written before there was merging. */
  readonly clock?: MergeClock;
}

const context = (event: string) => `${event}:checkpoint`;

export function sealCheckpoint(key: CryptoKey, event: string, checkpoint: Checkpoint) {
  return seal(key, context(event), new TextEncoder().encode(JSON.stringify(checkpoint)));
}

export async function unsealCheckpoint(
  key: CryptoKey,
  event: string,
  sealed: Uint8Array<ArrayBuffer> | undefined,
): Promise<Checkpoint | undefined> {
  const plain = sealed && (await unseal(key, context(event), sealed));
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Checkpoint); // authenticated bytes of ours
}
