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
  const { device, ledger, sequence, previous, time, author, source, changes } = entry;
  const text = canonicalJson([
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
  return toBase64Url(sha256(utf8(text)).subarray(0, 16));
}
