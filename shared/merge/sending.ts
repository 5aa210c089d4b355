import type { HashedEntry, Link } from '../journal/entry';
import type { DeviceId, RowId } from '../kernel/ids';
import { lackingAfter, piecesOf, type Seen } from './knowledge';
import type { MergeReading } from './mergeStore';

/**
 * The entries of these ledgers that a receiver lacks, by what it says it has seen; all of them where
 * it has said nothing. In the order of their journals.
 */
export async function entriesLacking(
  store: Pick<MergeReading, 'knowledge' | 'entries' | 'has'>,
  seen: Seen,
  ledgers: ReadonlySet<string>,
): Promise<readonly HashedEntry[]> {
  const lacking = new Map<string, HashedEntry>();
  for (const [ledger, devices] of Object.entries(store.knowledge)) {
    if (!ledgers.has(ledger)) continue;
    for (const device of Object.keys(devices) as DeviceId[]) {
      // keys as they were put in
      const pieces = piecesOf(store.knowledge, ledger, device);
      const has = (link: Link) => store.has(ledger, device, link);
      for (const after of await lackingAfter(pieces, seen[ledger]?.[device] ?? [], has)) {
        for (const item of await store.entries(ledger, device, after)) {
          lacking.set(`${ledger} ${device} ${item.entry.sequence} ${item.hash}`, item);
        }
      }
    }
  }
  return [...lacking.values()];
}

/** The rows that entries touch, by ledger: what the visible sheets show of a sending. */
export function rowsTouched(
  entries: readonly HashedEntry[],
): ReadonlyMap<string, ReadonlySet<RowId>> {
  const rows = new Map<string, Set<RowId>>();
  for (const { entry } of entries) {
    let own = rows.get(entry.ledger);
    if (!own) rows.set(entry.ledger, (own = new Set()));
    for (const { row } of entry.changes) own.add(row);
  }
  return rows;
}

/**
 * Entries of this device's own that another has seen and that are not here: this laptop was restored
 * from an old copy. It must go on under a new device id, and gets back what the other holds.
 */
export async function ownEntriesLost(
  store: Pick<MergeReading, 'device' | 'has'>,
  seen: Seen,
): Promise<readonly { readonly ledger: string; readonly link: Link }[]> {
  const lost: { ledger: string; link: Link }[] = [];
  for (const [ledger, devices] of Object.entries(seen)) {
    for (const link of devices[store.device] ?? []) {
      if (!(await store.has(ledger, store.device, link))) lost.push({ ledger, link });
    }
  }
  return lost;
}
