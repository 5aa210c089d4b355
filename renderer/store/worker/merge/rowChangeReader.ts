import type { RowId } from '../../../../shared/kernel/ids';
import { rowChangesOf, type RowChange } from '../../../../shared/merge/rowChange';
import type { OpenedState } from '../openedState';
import { createCommitReader } from '../readCommit';
import { changesOf, type CommitRecord } from '../stored/commitRecord';
import { mergeIndexOf } from './mergeIndex';

/** A row's changes in one commit and the commit with the ones before. */
interface InCommit {
  readonly changes: RowChange[];
  previous: number;
}

/** So many changes are kept taken apart, so that rows of the same commits are quick to read. */
const keptChanges = 200_000;

/** Reads every change of a row, own and arrived, newest commit first; keeps what it has taken apart. */
export function createRowChangeReader(
  state: OpenedState,
): (ledger: string, row: RowId) => Promise<readonly RowChange[]> {
  const apart = new Map<number, ReadonlyMap<string, InCommit>>();
  let kept = 0;

  async function takenApart(sequence: number): Promise<ReadonlyMap<string, InCommit>> {
    const known = apart.get(sequence);
    if (known) return known;
    const record = await createCommitReader(state)(sequence);
    const rows = record ? rowsOf(record, state) : new Map<string, InCommit>();
    if (kept > keptChanges) {
      apart.clear();
      kept = 0;
    }
    apart.set(sequence, rows);
    kept += rows.size;
    return rows;
  }

  return async (ledger, row) => {
    const changes: RowChange[] = [];
    let sequence = mergeIndexOf(state).lastCommit(ledger, row);
    while (sequence > 0) {
      const own = (await takenApart(sequence)).get(`${ledger} ${row}`);
      if (!own) break;
      changes.push(...own.changes);
      sequence = own.previous;
    }
    return changes;
  };
}

function rowsOf(record: CommitRecord, state: OpenedState): ReadonlyMap<string, InCommit> {
  const rows = new Map<string, InCommit>();
  const take = (ledger: string, change: RowChange, previous: number) => {
    const key = `${ledger} ${change.change.row}`;
    const known = rows.get(key);
    if (known) known.changes.push(change);
    else rows.set(key, { changes: [change], previous });
  };
  for (const part of record.parts) {
    if (part.type !== 'merge') continue;
    for (const { entry } of part.entries) {
      for (const change of rowChangesOf(entry)) {
        take(entry.ledger, change, part.previous[entry.ledger]?.[change.change.row] ?? 0);
      }
    }
  }
  const { device, sequence, time, author, source } = record;
  const places = new Map<string, number>();
  for (const { previous, ...change } of changesOf(record, state.steps)) {
    const index = places.get(change.ledger) ?? 0;
    places.set(change.ledger, index + 1);
    const stamp = { time: change.order ?? time, device, sequence };
    take(change.ledger, { stamp, index, author, source, change }, previous);
  }
  return rows;
}
