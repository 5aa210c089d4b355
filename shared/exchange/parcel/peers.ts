import type { Seen } from '../../merge/knowledge';
import type { Manifest, Sender } from './manifest';

/** What is remembered of a device that workbooks come from or go to. */
export interface Peer {
  readonly sender: Sender;
  /** What it has said it has seen: nothing of that is sent again. */
  readonly seen: Seen;
  /** By its clock; a statement made before another is not believed over it. */
  readonly saidAt: number;
  /** Sendings to it so far. */
  readonly sendings: number;
}

/**
 * The peer after a manifest of its: the newer statement replaces the older, also where it names less,
 * since a laptop restored from a copy has lost what it had seen.
 */
export function afterHearing(known: Peer | undefined, manifest: Manifest): Peer {
  const { sender, seen, sentAt } = manifest;
  if (known && known.saidAt > sentAt) return known;
  return { sender, seen, saidAt: sentAt, sendings: known?.sendings ?? 0 };
}

/** One of this device's sendings, and how much of it has been applied where it went. */
export interface Sending {
  readonly parcel: string;
  readonly parts: number;
  readonly to: string;
  readonly sentAt: number;
  /** Parts that a receipt has named. */
  readonly applied: readonly number[];
}

/** What the receipts in a manifest say about this device's sendings. */
export function readReceipts(sendings: readonly Sending[], manifest: Manifest): readonly Sending[] {
  return sendings.map((sending) => {
    const named = manifest.receipts.filter(({ parcel }) => parcel === sending.parcel);
    const applied = new Set([...sending.applied, ...named.map(({ part }) => part)]);
    return { ...sending, applied: [...applied].sort((left, right) => left - right) };
  });
}
