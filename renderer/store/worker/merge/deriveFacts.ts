import { hashEntryInTurns, type Entry, type Link } from '../../../../shared/journal/entry';
import type { DeviceId, RowId } from '../../../../shared/kernel/ids';
import { rowChangesOf } from '../../../../shared/merge/rowChange';
import { yieldTurn } from '../../yieldTurn';
import type { CommitRecord } from '../stored/commitRecord';
import type { ArrivedLink, CommitFacts, NotedRows } from '../stored/mergeFacts';
import { ownEntriesOf } from './ownEntries';

/** The last of this laptop's own entries of a ledger before a number. */
export type OwnBefore = (ledger: string, device: DeviceId, sequence: number) => Link | undefined;

/** What merging keeps of a commit. Hashing a large one takes seconds: other calls get their turn. */
export async function deriveFacts(
  record: CommitRecord,
  ownBefore: OwnBefore,
): Promise<CommitFacts> {
  const { sequence, time, device, source, parts } = record;
  const merges = parts.flatMap((part) => (part.type === 'merge' ? [part] : []));
  const arrived: ArrivedLink[] = [];
  const notes: NotedRows[] = [];
  for (const { entries } of merges) {
    for (const { entry, hash } of entries) {
      const { ledger, device: maker, sequence: number } = entry;
      arrived.push({ ledger, device: maker, sequence: number, hash });
      notes.push(...notesOf(entry, false));
    }
  }
  const own: Record<string, string> = {};
  for (const unlinked of ownEntriesOf(record)) {
    const previous = ownBefore(unlinked.ledger, device, sequence);
    const entry = { ...unlinked, ...(previous ? { previous } : {}) };
    own[entry.ledger] = await hashEntryInTurns(entry, yieldTurn);
    notes.push(...notesOf(entry, true));
  }
  const names = source.type === 'exchange' ? source.devices : undefined;
  return {
    sequence,
    time,
    device,
    own,
    arrived,
    learnt: merges.flatMap(({ learnt }) => learnt),
    notes,
    ...(names ? { names } : {}),
  };
}

/** Most changes of an entry share their place in time. */
function notesOf(entry: Entry, isOwn: boolean): readonly NotedRows[] {
  const byTime = new Map<number, NotedRows & { readonly rows: RowId[] }>();
  for (const { change, stamp } of rowChangesOf(entry)) {
    const isPlain = isOwn && change.order === undefined;
    const key = isPlain ? 0 : stamp.time;
    let noted = byTime.get(key);
    if (!noted) byTime.set(key, (noted = { ledger: entry.ledger, stamp, isPlain, rows: [] }));
    noted.rows.push(change.row);
  }
  return [...byTime.values()];
}
