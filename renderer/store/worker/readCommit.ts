import type { OpenedState } from './openedState';
import type { CommitRecord } from './stored/commitRecord';
import { decodeCommit } from './stored/encodeCommit';
import { unsealCommit } from './stored/sealedCommit';
import { unsealSegment, type SealedSegment } from './stored/segment';

/** Reads commits of the database one by one, wherever they stand. */
export type CommitReader = (sequence: number) => Promise<CommitRecord | undefined>;

/**
 * Gives undefined for a commit that a loss has swallowed. Segments read before are kept: a record's
 * history often walks through the same ones.
 */
export function createCommitReader(state: OpenedState): CommitReader {
  const opened = new Map<number, readonly Uint8Array<ArrayBuffer>[]>();
  const { key, listing } = state;

  async function fromSegment(sequence: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const stored: SealedSegment | undefined = await state.database.segments
      .where(':id')
      .belowOrEqual([sequence, Infinity])
      .last();
    if (!stored || stored.last < sequence) return undefined;
    const commits =
      opened.get(stored.first) ?? (await unsealSegment(key, listing.id, stored.sealed));
    if (commits) opened.set(stored.first, commits);
    return commits?.[sequence - stored.first];
  }

  return async (sequence) => {
    const stored = await state.database.commits.get(sequence);
    const encoded = stored
      ? await unsealCommit(key, listing.id, stored.sealed)
      : await fromSegment(sequence);
    return encoded && decodeCommit(encoded);
  };
}
