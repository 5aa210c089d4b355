import type { FieldChange } from '../journal/change';
import type { RowId } from '../kernel/ids';
import type { Row, RowValues } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import type { Conflict } from './conflict';
import { conflictKey } from './conflict';
import { foldRow, sameOrBlank, type FoldedRow } from './foldRow';
import type { HeldRow, Presence, RowEffect } from './mergeStore';
import { compareRowChanges, type RowChange } from './rowChange';
import { compareStamps } from './stamp';

/** What the changes that have come do to one row, before they are applied. */
export interface MergedRow {
  readonly ledger: string;
  readonly row: RowId;
  /** As it is here now; absent: not here. */
  readonly was?: Row;
  /** As it will be; absent: only changes to it are here. */
  readonly becomes?: Row;
  /** What differs between the two. */
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly incoming: readonly RowChange[];
  /** That were not there before, and that nobody has decided. */
  readonly conflicts: readonly Conflict[];
  /** Present where applying the changes as they stand would not give `becomes`. */
  readonly effect?: RowEffect;
}

/**
 * Merges changes into a row. Looks up the row's history only where an incoming change is not newer
 * than everything known of the row, or was made without knowing what the row holds now.
 */
export async function mergeRow(
  ledger: string,
  row: RowId,
  held: HeldRow | undefined,
  incoming: readonly RowChange[],
  history: () => Promise<readonly RowChange[]>,
): Promise<MergedRow> {
  const ordered = incoming.length > 1 ? [...incoming].sort(compareRowChanges) : incoming;
  const asTheyCome = isOneDevice(ordered);
  const base = { ledger, row, incoming: ordered, ...(held?.row ? { was: held.row } : {}) };
  const plain = held ? applyPlainly(held, ordered) : undefined;
  if (plain) {
    const { row: becomes, touched } = plain;
    return finish(base, becomes, touched, [], asTheyCome ? undefined : ordered.at(-1));
  }
  const known = held ? await history() : [];
  const old = new Set(known.length > 0 ? foldRow(known).conflicts.map(conflictKey) : []);
  const folded = foldRow([...known, ...ordered]);
  const conflicts = folded.conflicts.filter((conflict) => !old.has(conflictKey(conflict)));
  const asTheyStand = !held && asTheyCome && isPlainInsert(ordered);
  const becomes = rowOf(row, folded);
  const names = namesOf(held?.row?.values ?? {}, becomes?.values ?? {});
  return finish(base, becomes, names, conflicts, asTheyStand ? undefined : folded.newest);
}

/** One device's changes in its own order: applying them one after the other is what it did. */
function isOneDevice(ordered: readonly RowChange[]): boolean {
  return ordered.every(({ stamp, index }, place) => {
    const before = ordered[place - 1];
    if (!before) return true;
    const { sequence } = before.stamp;
    const later =
      stamp.sequence > sequence || (stamp.sequence === sequence && index > before.index);
    return stamp.device === before.stamp.device && later;
  });
}

function rowOf(id: RowId, folded: FoldedRow): Row | undefined {
  if (!folded.born) return undefined;
  const { values, deletedAt } = folded;
  return { id, values, ...(deletedAt === undefined ? {} : { deletedAt }) };
}

/**
 * The row with the changes applied one by one, or undefined where that is not sure to be the fold:
 * | every change newer than the row's newest | each `before` is what the row holds | row live |
 */
function applyPlainly(
  held: HeldRow,
  changes: readonly RowChange[],
): { readonly row: Row; readonly touched: ReadonlySet<string> } | undefined {
  const { row, newest } = held;
  if (!row || row.deletedAt !== undefined) return undefined;
  const values: Record<string, StoredValue> = { ...row.values };
  const touched = new Set<string>();
  for (const { stamp, change } of changes) {
    if (change.type === 'reveal') continue;
    if (change.type !== 'update' || compareStamps(stamp, newest) <= 0) return undefined;
    for (const [name, { before, after }] of Object.entries(change.fields)) {
      if (!sameOrBlank(before, values[name] ?? null)) return undefined;
      touched.add(name);
      if (after === null) delete values[name];
      else values[name] = after;
    }
  }
  return { row: { id: row.id, values }, touched };
}

/** A new row whose changes only say one thing about each field in their order. */
function isPlainInsert(changes: readonly RowChange[]): boolean {
  const [first, ...rest] = changes;
  return first?.change.type === 'insert' && rest.every(({ change }) => change.type !== 'insert');
}

/** Only `names` may differ. `newest` is given where the changes cannot be applied as they stand. */
function finish(
  base: Pick<MergedRow, 'ledger' | 'row' | 'was' | 'incoming'>,
  becomes: Row | undefined,
  names: ReadonlySet<string>,
  conflicts: readonly Conflict[],
  newest: RowChange | undefined,
): MergedRow {
  const { ledger, row, was } = base;
  const fields = differencesIn(names, was?.values ?? {}, becomes?.values ?? {});
  const effect = newest && {
    ledger,
    row,
    fields,
    was: presenceOf(was),
    becomes: presenceOf(becomes),
    ...(becomes?.deletedAt === undefined ? {} : { deletedAt: becomes.deletedAt }),
    newest: newest.stamp,
  };
  return {
    ...base,
    ...(becomes ? { becomes } : {}),
    fields,
    conflicts,
    ...(effect ? { effect } : {}),
  };
}

export function presenceOf(row: Row | undefined): Presence {
  if (!row) return 'absent';
  return row.deletedAt === undefined ? 'live' : 'deleted';
}

const namesOf = (from: RowValues, to: RowValues): ReadonlySet<string> =>
  new Set([...Object.keys(from), ...Object.keys(to)]);

/** Which of these fields differ between two states of a row. */
function differencesIn(
  names: ReadonlySet<string>,
  from: RowValues,
  to: RowValues,
): Readonly<Record<string, FieldChange>> {
  const fields: Record<string, FieldChange> = {};
  for (const name of names) {
    const before = from[name] ?? null;
    const after = to[name] ?? null;
    if (!sameOrBlank(before, after)) fields[name] = { before, after };
  }
  return fields;
}
