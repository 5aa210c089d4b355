import type { Change, ChangeSource, FieldChange } from '../../../../shared/journal/change';
import type { HashedEntry } from '../../../../shared/journal/entry';
import type { HybridTime } from '../../../../shared/kernel/hybridTime';
import type { DeviceId, RowId } from '../../../../shared/kernel/ids';
import type { Learnt } from '../../../../shared/merge/knowledge';
import type { RowEffect } from '../../../../shared/merge/mergeStore';
import { migrateFields, migrateRow, stepsFrom, type LedgerStep } from '../../versions/ledgerSteps';
import { decodeRows } from '../../table/block/rowBlock';

/** A change with the commit that touched its row before (0: none): a record's history walks back. */
export type LinkedChange = Change & { readonly previous: number };

/** Changes in their order; many new records of one ledger in a row stand together as a block. */
export type ChangePart =
  | { readonly type: 'changes'; readonly changes: readonly LinkedChange[] }
  | {
      readonly type: 'inserts';
      readonly ledger: string;
      /** The first of them: where it is known, replaying finds some of them there already. */
      readonly first: RowId;
      readonly rows: number;
      readonly block: Uint8Array<ArrayBuffer>;
      /** The same block on its way to be stored, begun when it came in. */
      readonly packed?: Promise<Uint8Array<ArrayBuffer>>;
    }
  | MergePart;

/** Entries of other devices as they came, and what they do here. */
export interface MergePart {
  readonly type: 'merge';
  readonly entries: readonly HashedEntry[];
  readonly effects: readonly RowEffect[];
  readonly learnt: readonly Learnt[];
  /** By ledger and row: the commit that touched it before, where there is one. */
  readonly previous: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** How far merging has brought the order of changes; 0 as long as nothing was merged. */
export interface MergeClock {
  /** Latest clock of another device that a workbook has told of. */
  readonly heard: HybridTime | 0;
  /** Latest place in time of any change that is not simply this device's own time. */
  readonly latest: HybridTime | 0;
}

export const unmerged: MergeClock = { heard: 0, latest: 0 };

/** One commit, as it is kept for ever. */
export interface CommitRecord {
  readonly device: DeviceId;
  readonly sequence: number;
  readonly time: HybridTime;
  readonly author: string;
  readonly source: ChangeSource;
  readonly parts: readonly ChangePart[];
  /** Changes per ledger up to and with this commit: says what a gap before it has swallowed. */
  readonly totals: Readonly<Record<string, number>>;
  /** Versions of the ledgers it touches, where they are not 1: how its values are to be read. */
  readonly versions: Readonly<Record<string, number>>;
  /** SHA-256 of the previous commit's encoded bytes; empty for the first. */
  readonly previousHash: string;
  /** As it stands after this commit; absent before the first merge. */
  readonly clock?: MergeClock;
}

/** This device's own changes of the commit one by one, blocks taken apart, values as the app knows them now. */
export function changesOf(
  record: CommitRecord,
  steps: readonly LedgerStep[],
): readonly LinkedChange[] {
  return record.parts.flatMap((part): readonly LinkedChange[] => {
    if (part.type === 'merge') return [];
    const changes = part.type === 'changes' ? part.changes : insertsOf(part);
    if (steps.length === 0) return changes;
    return changes.map((change) => migrateChange(record, change, steps));
  });
}

export function insertsOf({ ledger, block }: Extract<ChangePart, { type: 'inserts' }>) {
  return decodeRows(block).map(({ id, values }): LinkedChange => ({
    type: 'insert',
    ledger,
    row: id,
    values,
    previous: 0,
  }));
}

function migrateChange(
  record: CommitRecord,
  change: LinkedChange,
  steps: readonly LedgerStep[],
): LinkedChange {
  const ahead = stepsFrom(steps, change.ledger, record.versions[change.ledger] ?? 1);
  if (ahead.length === 0) return change;
  if (change.type === 'insert') return { ...change, values: migrateRow(ahead, change.values) };
  if (change.type === 'delete' && change.values)
    return { ...change, values: migrateRow(ahead, change.values) };
  if (change.type !== 'update') return change;
  const fields: Record<string, FieldChange> = {};
  for (const [name, { before, after }] of Object.entries(change.fields)) {
    const old = migrateFields(ahead, { [name]: before });
    const next = migrateFields(ahead, { [name]: after });
    for (const key of Object.keys({ ...old, ...next }))
      fields[key] = { before: old[key] ?? null, after: next[key] ?? null };
  }
  return { ...change, fields };
}

export type CountedPart =
  | Pick<MergePart, 'type' | 'entries'>
  | { readonly type: 'counted'; readonly counts: Readonly<Record<string, number>> }
  | { readonly type: 'changes'; readonly changes: readonly LinkedChange[] }
  | { readonly type: 'inserts'; readonly ledger: string; readonly rows: number };

/** How many changes each ledger has in the commit. */
export function changeCounts(parts: readonly CountedPart[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (ledger: string, count: number) =>
    counts.set(ledger, (counts.get(ledger) ?? 0) + count);
  for (const part of parts) {
    if (part.type === 'inserts') add(part.ledger, part.rows);
    else if (part.type === 'counted')
      for (const [ledger, count] of Object.entries(part.counts)) add(ledger, count);
    else if (part.type === 'merge')
      for (const { entry } of part.entries) add(entry.ledger, entry.changes.length);
    else for (const { ledger } of part.changes) add(ledger, 1);
  }
  return counts;
}
