import type { RowId } from '../../../../shared/kernel/ids';
import { rowChangesOf, type RowChange } from '../../../../shared/merge/rowChange';
import { BlockRows } from '../../table/columns/blockRows';
import { migrateRow, stepsFrom } from '../../versions/ledgerSteps';
import type { OpenedState } from '../openedState';
import { createCommitReader } from '../readCommit';
import { changesOf, type CommitRecord } from '../stored/commitRecord';
import { mergeIndexOf } from './mergeIndex';

/** A row's changes in one commit and the commit with the ones before. */
interface InCommit {
  readonly changes: RowChange[];
  previous: number;
}

/** One commit, taken apart as far as it takes to find a row in it. */
interface Apart {
  readonly find: (ledger: string, row: RowId) => InCommit | undefined;
  /** What it takes in memory, in changes. */
  readonly weight: number;
}

/** So many changes are kept taken apart, so that rows of the same commits are quick to read. */
const keptChanges = 200_000;
/** A row that stays in its block takes an eighth of a change. */
const blockShare = 8;

/** Reads every change of a row, own and arrived, newest commit first; keeps what it has taken apart. */
export function createRowChangeReader(
  state: OpenedState,
): (ledger: string, row: RowId) => Promise<readonly RowChange[]> {
  const apart = new Map<number, Apart>();
  let kept = 0;

  async function takenApart(sequence: number): Promise<Apart> {
    const known = apart.get(sequence);
    if (known) return known;
    const record = await createCommitReader(state)(sequence);
    const taken = record ? takeApart(record, state) : { find: () => undefined, weight: 0 };
    if (kept > keptChanges) {
      apart.clear();
      kept = 0;
    }
    apart.set(sequence, taken);
    kept += taken.weight;
    return taken;
  }

  return async (ledger, row) => {
    const changes: RowChange[] = [];
    let sequence = mergeIndexOf(state).lastCommit(ledger, row);
    while (sequence > 0) {
      const own = (await takenApart(sequence)).find(ledger, row);
      if (!own) break;
      changes.push(...own.changes);
      sequence = own.previous;
    }
    return changes;
  };
}

/** Blocks stand alone in their commit: the others are taken apart change by change. */
function takeApart(record: CommitRecord, state: OpenedState): Apart {
  if (record.parts.every(({ type }) => type === 'inserts')) return blocksOf(record, state);
  const rows = rowsOf(record, state);
  return { find: (ledger, row) => rows.get(`${ledger} ${row}`), weight: rows.size };
}

function blocksOf(record: CommitRecord, { steps }: OpenedState): Apart {
  const { device, sequence, time, author, source, versions } = record;
  const sizes = new Map<string, number>();
  let weight = 0;
  const blocks = record.parts.flatMap((part) => {
    if (part.type !== 'inserts') return [];
    const { ledger } = part;
    const rows = new BlockRows(part.block);
    const first = sizes.get(ledger) ?? 0;
    sizes.set(ledger, first + rows.size);
    weight += rows.size / blockShare;
    return [{ ledger, rows, first, ahead: stepsFrom(steps, ledger, versions[ledger] ?? 1) }];
  });
  const find: Apart['find'] = (ledger, row) => {
    for (const { ledger: own, rows, first, ahead } of blocks) {
      const position = own === ledger ? rows.positionOf(row) : undefined;
      if (position === undefined) continue;
      const values = migrateRow(ahead, rows.valuesAt(position));
      const change = { type: 'insert', ledger, row, values } as const;
      const stamp = { time, device, sequence };
      const index = first + position;
      return { changes: [{ stamp, index, author, source, change }], previous: 0 };
    }
    return undefined;
  };
  return { find, weight };
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
