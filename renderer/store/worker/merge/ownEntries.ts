import type { Change } from '../../../../shared/journal/change';
import type { Entry } from '../../../../shared/journal/entry';
import { changesOf, type CommitRecord, type LinkedChange } from '../stored/commitRecord';

/**
 * This device's own changes of a commit as they travel: an entry a ledger, without its link to the
 * one before. Values stay as they were stored, so that the hash is the same for ever.
 */
export function ownEntriesOf(record: CommitRecord): readonly Omit<Entry, 'previous'>[] {
  const { device, sequence, time, author, source } = record;
  const byLedger = new Map<string, Change[]>();
  for (const linked of changesOf(record, [])) {
    const change = withoutPrevious(linked);
    const known = byLedger.get(change.ledger);
    if (known) known.push(change);
    else byLedger.set(change.ledger, [change]);
  }
  return [...byLedger].map(([ledger, changes]) => ({
    device,
    ledger,
    sequence,
    time,
    author,
    source,
    changes,
  }));
}

/** Where the change before it stands is this laptop's own affair. */
function withoutPrevious(linked: LinkedChange): Change {
  const change: Change & { previous?: number } = { ...linked };
  delete change.previous;
  return change;
}
