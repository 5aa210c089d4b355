import type { HashedEntry } from '../../../../shared/journal/entry';
import type { DeviceId } from '../../../../shared/kernel/ids';
import type { HeldRow, MergeReading } from '../../../../shared/merge/mergeStore';
import type { OpenedState } from '../openedState';
import { mergeIndexOf } from './mergeIndex';
import { ownEntriesOf } from './ownEntries';
import { readCommits } from './readCommits';
import { createRowChangeReader } from './rowChangeReader';

/** What `MergeReading` has at hand without asking, as of one commit. */
export type MergeStanding = Pick<
  MergeReading,
  'device' | 'sequence' | 'heard' | 'knowledge' | 'deviceNames'
>;

export type MergeQueries = Omit<MergeReading, keyof MergeStanding> & {
  standing(onProgress?: (done: number, total: number) => void): Promise<MergeStanding>;
};

/** Answers what merging asks of the open event. */
export function createMergeQueries(state: OpenedState): MergeQueries {
  const index = mergeIndexOf(state);
  const rowChanges = createRowChangeReader(state);
  return {
    standing: async (onProgress) => {
      await index.catchUp(onProgress);
      return {
        device: state.ring.device as DeviceId, // stored by us when the event was made
        sequence: index.sequence,
        heard: state.clockOfMerges.heard,
        knowledge: index.knowledge,
        deviceNames: index.deviceNames,
      };
    },
    held: (ledger, rows) => {
      const table = state.tables.get(ledger);
      return Promise.resolve(
        rows.map((row): HeldRow | undefined => {
          const newest = index.newest(ledger, row);
          const ordinal = table?.ordinalOf(row);
          if (!newest) return undefined;
          return table && ordinal !== undefined
            ? { row: table.rowAt(ordinal), newest }
            : { newest };
        }),
      );
    },
    rowChanges,
    match: (ledger, keyFields, keys) =>
      Promise.resolve(state.tables.get(ledger)?.match(keyFields, keys) ?? keys.map(() => [])),
    has: (ledger, device, link) => Promise.resolve(index.has(ledger, device, link)),
    entries: async (ledger, device, after) => {
      const found: HashedEntry[] = [];
      const isAsked = ({ entry }: HashedEntry) =>
        entry.ledger === ledger && entry.device === device && entry.sequence > after;
      for await (const record of readCommits(state, index.commitsAfter(ledger, device, after))) {
        for (const part of record.parts) {
          if (part.type !== 'merge') continue;
          for (const item of part.entries) if (isAsked(item)) found.push(item);
        }
        for (const entry of ownEntriesOf(record)) {
          const item = index.hashed(entry);
          if (item && isAsked(item)) found.push(item);
        }
      }
      return found.sort(
        (left, right) =>
          left.entry.sequence - right.entry.sequence || (left.hash < right.hash ? -1 : 1),
      );
    },
  };
}
