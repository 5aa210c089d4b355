import type { ChangeSource } from '../../../shared/journal/change';
import { hybridTimeMs } from '../../../shared/kernel/hybridTime';
import type { DeviceId, RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { HistoryEntry } from '../contract';
import type { OpenedState } from './openedState';
import { createCommitReader } from './readCommit';
import { changesOf, type CommitRecord, type LinkedChange } from './stored/commitRecord';

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
    if (!record) break;
    const own = changesOf(record, state.steps).filter(
      (one) => one.ledger === ledger && one.row === row,
    );
    const arrived = arrivedIn(state, record, ledger, row);
    for (const change of [...own].reverse())
      entries.push({
        sequence,
        at: toInstant(hybridTimeMs(record.time)),
        author: record.author,
        device: state.listing.deviceName,
        source: record.source,
        change,
      });
    entries.push(...arrived.reverse());
    const previous = previousOf(record, own, ledger, row);
    if (previous === undefined) break;
    sequence = previous;
  }
  return entries;
}

/** What another device did to the record, as a workbook brought it. */
function arrivedIn(
  { ring, listing }: OpenedState,
  record: CommitRecord,
  ledger: string,
  row: RowId,
): HistoryEntry[] {
  const { sequence, source: cameIn } = record;
  return record.parts.flatMap((part): readonly HistoryEntry[] => {
    if (part.type !== 'merge') return [];
    return part.entries.flatMap(({ entry }) => {
      const { time, author, source } = entry;
      const at = toInstant(hybridTimeMs(time));
      const isOwn = entry.device === ring.device;
      const device = isOwn ? listing.deviceName : nameOfMaker(cameIn, entry.device);
      const own = entry.ledger === ledger ? entry.changes.filter((one) => one.row === row) : [];
      return own.map((change) => ({ sequence, at, author, device, source, change }));
    });
  });
}

/** Before workbooks named the makers of changes, only who had sent them was known. */
function nameOfMaker(cameIn: ChangeSource, device: DeviceId): string {
  if (cameIn.type !== 'exchange') return '';
  const { devices, from } = cameIn;
  return devices ? (devices[device] ?? '') : from;
}

/** The commit that touched the record before; undefined where this one did not. */
function previousOf(
  { parts }: CommitRecord,
  own: readonly LinkedChange[],
  ledger: string,
  row: RowId,
): number | undefined {
  for (const part of parts) {
    if (part.type !== 'merge') continue;
    const isIn = part.entries.some(
      ({ entry }) => entry.ledger === ledger && entry.changes.some((one) => one.row === row),
    );
    if (isIn) return part.previous[ledger]?.[row] ?? 0;
  }
  return own[0]?.previous;
}
