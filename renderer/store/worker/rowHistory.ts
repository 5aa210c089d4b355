import { hybridTimeMs } from '../../../shared/kernel/hybridTime';
import type { RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { HistoryEntry } from '../contract';
import type { OpenedState } from './openedState';
import { createCommitReader } from './readCommit';
import { changesOf } from './stored/commitRecord';

/** Everything that was ever done to a record, newest first: each change names the one before it. */
export async function rowHistory(
  state: OpenedState,
  ledger: string,
  row: RowId,
): Promise<readonly HistoryEntry[]> {
  const table = state.tables.get(ledger);
  const ordinal = table?.ordinalOf(row);
  if (!table || ordinal === undefined) return [];
  const readCommit = createCommitReader(state);
  const entries: HistoryEntry[] = [];
  let sequence = table.lastSequence(ordinal);
  while (sequence > 0) {
    const record = await readCommit(sequence);
    const own = record
      ? changesOf(record, state.steps).filter((one) => one.ledger === ledger && one.row === row)
      : [];
    const first = own[0];
    if (!record || !first) break;
    for (const change of [...own].reverse())
      entries.push({
        sequence,
        at: toInstant(hybridTimeMs(record.time)),
        author: record.author,
        device: state.listing.deviceName,
        source: record.source,
        change,
      });
    sequence = first.previous;
  }
  return entries;
}
