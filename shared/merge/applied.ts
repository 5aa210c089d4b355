import type { Change, FieldChange } from '../journal/change';
import type { RowId } from '../kernel/ids';
import type { Row } from '../ledger/defineLedger';
import { sameOrBlank } from './foldRow';
import type { MergeCommit, Presence } from './mergeStore';
import { presenceOf } from './mergeRow';

/** What a commit did to one row, whoever made the changes. */
export interface AppliedRow {
  readonly ledger: string;
  readonly row: RowId;
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly was: Presence;
  readonly became: Presence;
}

type Applied = Pick<MergeCommit, 'entries' | 'effects' | 'changes'>;

/** The changes of a commit's entries that are applied as they stand, in order. */
export function plainChanges({ entries, effects }: Omit<Applied, 'changes'>): readonly Change[] {
  const apart = new Set(effects.map(({ ledger, row }) => `${ledger} ${row}`));
  return entries.flatMap(({ entry }) =>
    entry.changes.filter(({ ledger, row }) => !apart.has(`${ledger} ${row}`)),
  );
}

/** What a merge's commit did, from the commit alone: what is shown of it later, and undone. */
export function appliedRows(commit: Applied): readonly AppliedRow[] {
  const rows = new Map<string, AppliedRow>();
  for (const { ledger, row, fields, was, becomes } of commit.effects) {
    rows.set(`${ledger} ${row}`, { ledger, row, fields, was, became: becomes });
  }
  for (const change of [...plainChanges(commit), ...commit.changes]) {
    const key = `${change.ledger} ${change.row}`;
    rows.set(key, afterChange(rows.get(key), change));
  }
  return [...rows.values()].filter(
    ({ fields, was, became }) => was !== became || Object.keys(fields).length > 0,
  );
}

function afterChange(known: AppliedRow | undefined, change: Change): AppliedRow {
  const { ledger, row } = change;
  const base: AppliedRow = known ?? {
    ledger,
    row,
    fields: {},
    was: presenceBefore(change),
    became: presenceBefore(change),
  };
  switch (change.type) {
    case 'insert': {
      const set = Object.entries(change.values).map(
        ([name, after]) => [name, { before: null, after }] as const,
      );
      return { ...base, became: 'live', fields: joinFields(base.fields, Object.fromEntries(set)) };
    }
    case 'update':
      return { ...base, fields: joinFields(base.fields, change.fields) };
    case 'delete':
      return { ...base, became: 'deleted' };
    case 'restore':
      return { ...base, became: 'live' };
    case 'reveal':
    case 'decide':
      return base;
  }
}

function presenceBefore({ type }: Change): Presence {
  if (type === 'insert') return 'absent';
  return type === 'restore' ? 'deleted' : 'live';
}

/** First `before`, last `after`; a field that is back where it was is left out. */
function joinFields(first: AppliedRow['fields'], then: AppliedRow['fields']): AppliedRow['fields'] {
  const joined: Record<string, FieldChange> = { ...first };
  for (const [name, { before, after }] of Object.entries(then)) {
    const known = first[name];
    joined[name] = { before: known ? known.before : before, after };
    if (known && sameOrBlank(known.before, after)) delete joined[name];
  }
  return joined;
}

/** What has changed since the commit, so that undoing leaves it as it is. */
export interface LeftAsIs {
  readonly ledger: string;
  readonly row: RowId;
  /** Absent: the row as a whole (deleted, restored or edited since). */
  readonly field?: string;
}

export interface UndoPlan {
  readonly changes: readonly Change[];
  readonly left: readonly LeftAsIs[];
}

/**
 * The changes that take a commit back, given what its rows hold now (same order as `applied`).
 *
 * | the row                                      | undoing                                       |
 * | came with it, nobody has edited it since     | deletes it                                    |
 * | came with it, edited since                   | leaves it, and names it                       |
 * | was there: fields that hold what it set      | set back                                      |
 * | was there: fields changed since              | left, and named                               |
 * | was deleted or restored by it, still is      | restored or deleted                           |
 */
export function planUndo(
  applied: readonly AppliedRow[],
  now: readonly (Row | undefined)[],
): UndoPlan {
  const changes: Change[] = [];
  const left: LeftAsIs[] = [];
  for (const [index, { ledger, row, fields, was, became }] of applied.entries()) {
    const current = now[index];
    const presence = presenceOf(current);
    if (presence !== became) {
      left.push({ ledger, row });
      continue;
    }
    const kept = Object.entries(fields).filter(
      ([name, { after }]) => !sameOrBlank(current?.values[name] ?? null, after),
    );
    if (was === 'absent') {
      if (!current || presence === 'deleted') continue;
      const added = Object.keys(current.values).some((name) => !(name in fields));
      if (kept.length > 0 || added) left.push({ ledger, row });
      else changes.push({ type: 'delete', ledger, row, values: current.values });
      continue;
    }
    left.push(...kept.map(([field]) => ({ ledger, row, field })));
    const back = Object.entries(fields).filter(([name]) => !kept.some(([other]) => other === name));
    if (was === 'live' && became === 'deleted') changes.push({ type: 'restore', ledger, row });
    if (back.length > 0) {
      const set = back.map(
        ([name, { before, after }]) => [name, { before: after, after: before }] as const,
      );
      changes.push({ type: 'update', ledger, row, fields: Object.fromEntries(set) });
    }
    if (was === 'deleted' && became === 'live') {
      changes.push({ type: 'delete', ledger, row, values: current?.values ?? {} });
    }
  }
  return { changes, left };
}
