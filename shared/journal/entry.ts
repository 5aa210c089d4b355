import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64Url, utf8 } from '../kernel/bytes';
import { canonicalJson } from '../kernel/canonicalJson';
import type { HybridTime } from '../kernel/hybridTime';
import type { DeviceId } from '../kernel/ids';
import type { Change, ChangeSource } from './change';

/** A place in a device's journal of one ledger: the entry's number and its hash. */
export interface Link {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * What one commit of one device did to one ledger: the unit that travels between devices and is
 * kept as it came. The entries of a device and ledger form a hash chain.
 */
export interface Entry {
  readonly device: DeviceId;
  readonly ledger: string;
  /** The author device's own count of commits; a ledger's entries have gaps in it. */
  readonly sequence: number;
  /** The entry before it in the same device's journal of the same ledger. */
  readonly previous?: Link;
  readonly time: HybridTime;
  readonly author: string;
  readonly source: ChangeSource;
  /** All of `ledger`, in the order they were made. */
  readonly changes: readonly Change[];
}

export interface HashedEntry {
  readonly entry: Entry;
  readonly hash: string;
}

/**
 * The first 128 bits of SHA-256 over the canonical text: 22 characters. Not WebCrypto's, whose promise
 * takes longer than hashing so little: a workbook brings thousands of entries.
 */
export function hashEntry(entry: Entry): string {
  return shortened(sha256(utf8(textOf(entry))));
}

const changesPerTurn = 200;

/** The same for an entry of any size: `turn` is called every few milliseconds. */
export async function hashEntryInTurns(entry: Entry, turn: () => Promise<void>): Promise<string> {
  const { changes } = entry;
  // The changes stand last in the text, so that they can follow piece by piece.
  const around = textOf({ ...entry, changes: [] });
  const hash = sha256.create().update(utf8(around.slice(0, -']]'.length)));
  for (let from = 0; from < changes.length; from += changesPerTurn) {
    if (from > 0) await turn();
    const texts = changes.slice(from, from + changesPerTurn).map(canonicalJson);
    hash.update(utf8(`${from > 0 ? ',' : ''}${texts.join(',')}`));
  }
  return shortened(hash.update(utf8(']]')).digest());
}

const shortened = (hash: Uint8Array) => toBase64Url(hash.subarray(0, 16));

function textOf(entry: Entry): string {
  const { device, ledger, sequence, previous, time, author, source, changes } = entry;
  return canonicalJson([
    'countyline entry 1',
    device,
    ledger,
    sequence,
    previous?.sequence ?? 0,
    previous?.hash ?? '',
    time,
    author,
    source,
    changes,
  ]);
}
