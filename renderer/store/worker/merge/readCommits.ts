import { readEach } from '../stored/readEach';
import type { OpenedState } from '../openedState';
import { createCommitReader } from '../readCommit';
import type { CommitRecord } from '../stored/commitRecord';
import { decodeCommit } from '../stored/encodeCommit';
import { unsealCommit } from '../stored/sealedCommit';

/** Commits asked for at once: enough to be quick for small ones, few enough for large ones. */
const lotCommits = 32;
/** A reader keeps the segments it has opened: not all of a journal at once. */
const lotsPerReader = 32;

/** The commits of these numbers, in the order given; those that a loss has swallowed are left out. */
export async function* readCommits(
  state: OpenedState,
  sequences: readonly number[],
): AsyncGenerator<CommitRecord> {
  let readFolded = createCommitReader(state);
  for (let from = 0; from < sequences.length; from += lotCommits) {
    if (from % (lotCommits * lotsPerReader) === 0) readFolded = createCommitReader(state);
    const lot = sequences.slice(from, from + lotCommits);
    const loose = await readEach(state.database.commits, lot);
    for (const [place, sequence] of lot.entries()) {
      const sealed = loose[place]?.sealed;
      const encoded = sealed && (await unsealCommit(state.key, state.listing.id, sealed));
      const record = encoded ? await decodeCommit(encoded) : await readFolded(sequence);
      if (record) yield record;
    }
  }
}
