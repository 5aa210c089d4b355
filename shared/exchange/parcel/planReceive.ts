import type { ParseContext } from '../../fields/codec';
import type { Change, ChangeSource } from '../../journal/change';
import type { HashedEntry, Link } from '../../journal/entry';
import type { HybridTime } from '../../kernel/hybridTime';
import type { RowId } from '../../kernel/ids';
import type { Instant } from '../../kernel/time';
import type { LedgerDefinition, Row } from '../../ledger/defineLedger';
import { conflictKey, type Conflict } from '../../merge/conflict';
import type { MergeCommit, MergeReading } from '../../merge/mergeStore';
import type { MergedRow } from '../../merge/mergeRow';
import { settleConflict } from '../../merge/ownChanges';
import { planMerge, type MergePlan } from '../../merge/planMerge';
import { ownEntriesLost } from '../../merge/sending';
import { findTwins, settleTwins, twinsKey } from '../../merge/twins';
import type { Workbook } from '../workbook';
import { findHumanEdits } from './humanEdits';
import type { Manifest } from './manifest';
import type { Payload } from './payload';
import { editChanges, planEdits, type EditChoices, type EditPlan } from './planEdits';

/** What receiving one file would do: the preview shows it, the commit is made of it. */
export interface ReceivePlan {
  readonly manifest: Manifest;
  /** The machine part, merged first. */
  readonly merge: MergePlan;
  /** What people edited in the sheets, on top of it. */
  readonly edits: readonly EditPlan[];
  /** This laptop's own changes that the sender holds and that are lost here. */
  readonly ownLost: readonly { readonly ledger: string; readonly link: Link }[];
}

export interface ReceiveRequest {
  readonly workbook: Workbook;
  readonly machineSheet: string;
  readonly manifest: Manifest;
  readonly payload: Payload;
  readonly store: MergeReading;
  readonly ledgers: (id: string) => LedgerDefinition | undefined;
  readonly context: ParseContext;
  readonly newId: () => RowId;
  readonly now: Instant;
  readonly turn?: () => Promise<void>;
}

export async function planReceive(request: ReceiveRequest): Promise<ReceivePlan> {
  const { workbook, machineSheet, manifest, payload, store, ledgers, now, turn } = request;
  const entries: readonly HashedEntry[] = payload.entries;
  const merge = await planMerge({ entries, store, ledgers, now, ...(turn ? { turn } : {}) });
  const after = new Map(merge.rows.map((one) => [`${one.ledger} ${one.row}`, one]));
  const rowsAfter = (ledger: string, rows: readonly RowId[]) =>
    rowsOnceMerged(store, after, ledger, rows);
  const edits: EditPlan[] = [];
  for (const snapshot of payload.shown) {
    const definition = ledgers(snapshot.ledger);
    if (!definition) continue;
    await turn?.();
    const found = findHumanEdits(workbook, snapshot, definition, request.context, machineSheet);
    const plan = await planEdits(found, definition, manifest.parcel, {
      rowsAfter,
      rowChanges: (ledger, row) => store.rowChanges(ledger, row),
      twins: (ledger, rows) => findTwins(ledger, rows, store),
      newId: request.newId,
    });
    edits.push(plan);
  }
  const ownLost = await ownEntriesLost(store, manifest.seen);
  return { manifest, merge, edits, ownLost };
}

async function rowsOnceMerged(
  store: MergeReading,
  after: ReadonlyMap<string, MergedRow>,
  ledger: string,
  rows: readonly RowId[],
): Promise<readonly (Row | undefined)[]> {
  const held = await store.held(ledger, rows);
  return rows.map((row, place) => {
    const merged = after.get(`${ledger} ${row}`);
    return merged ? merged.becomes : held[place]?.row;
  });
}

export interface ReceiveChoices {
  /** By `choiceKey`: true takes what lost, or brings back what was deleted. */
  readonly conflicts: ReadonlyMap<string, boolean>;
  /** By ledger. */
  readonly edits: ReadonlyMap<string, EditChoices>;
  /** By `twinsKey`. */
  readonly twins: ReadonlyMap<string, 'apart' | 'joined'>;
}

/** A conflict of a plan by its record and what it is about. */
export function choiceKey({ ledger, row }: MergedRow, conflict: Conflict): string {
  return `${ledger} ${row} ${conflictKey(conflict)}`;
}

const nothingChosen: EditChoices = {
  kept: new Map(),
  cleared: new Set(),
  deleted: new Set(),
  twins: new Map(),
};

/** The one commit of a received file, with everything that was decided about it. */
export function receiveCommit(
  plan: ReceivePlan,
  choices: ReceiveChoices,
  source: Extract<ChangeSource, { readonly type: 'exchange' }>,
  heard: HybridTime | 0,
): MergeCommit {
  const { merge, edits, manifest } = plan;
  const changes: Change[] = [];
  for (const merged of merge.rows) {
    for (const conflict of merged.conflicts) {
      const keepOther = choices.conflicts.get(choiceKey(merged, conflict));
      if (keepOther === undefined) continue;
      changes.push(...settleConflict(merged.ledger, merged.row, conflict, keepOther));
    }
  }
  for (const one of edits) {
    // One by one: a hundred thousand arguments are more than a worker's stack holds.
    const chosen = choices.edits.get(one.ledger) ?? nothingChosen;
    for (const change of editChanges(one, chosen)) changes.push(change);
  }
  for (const pair of merge.twins) {
    const kept = choices.twins.get(twinsKey(pair.first.id, pair.second.id));
    if (kept) changes.push(...settleTwins(pair, kept));
  }
  return {
    basis: merge.basis,
    entries: merge.entries,
    effects: merge.rows.flatMap(({ effect }) => effect ?? []),
    changes,
    source,
    learnt: merge.learnt,
    heard: Math.max(heard, manifest.sentAt * 1024) as HybridTime, // a reading of the sender's clock
  };
}
