import { hybridTimeMs } from '../kernel/hybridTime';
import { toInstant, type Instant } from '../kernel/time';
import type { RowValues } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import { sameValue } from '../ledger/sameValue';
import { conflictKey, type Conflict } from './conflict';
import { compareRowChanges, type RowChange } from './rowChange';

/** A record as all its changes make it. */
export interface FoldedRow {
  /** False while only changes to a record are here that itself has not arrived. */
  readonly born: boolean;
  readonly values: RowValues;
  readonly deletedAt?: Instant;
  /** By stamp. */
  readonly newest?: RowChange;
  /** Nobody has decided about them yet. */
  readonly conflicts: readonly Conflict[];
}

/** One value given to a field. */
interface Assignment {
  readonly by: RowChange;
  readonly before: StoredValue | null;
  readonly after: StoredValue | null;
}

/**
 * The state of a record: per field the later change wins, deletion and restoring are changes like
 * any other. The order in which the changes are given, and giving some twice, make no difference.
 */
export function foldRow(changes: readonly RowChange[]): FoldedRow {
  const ordered = inOrder(changes);
  const fields = new Map<string, Assignment[]>();
  let existence: RowChange | undefined;
  let born = false;
  const decided = new Set<string>();
  for (const by of ordered) {
    const { change } = by;
    if (change.type === 'insert') {
      born = true;
      for (const [name, after] of Object.entries(change.values)) {
        assign(fields, name, { by, before: null, after });
      }
    } else if (change.type === 'update') {
      for (const [name, { before, after }] of Object.entries(change.fields)) {
        assign(fields, name, { by, before, after });
      }
    } else if (change.type === 'decide') decided.add(`${change.decision.about} ${change.key}`);
    if (change.type === 'insert' || change.type === 'delete' || change.type === 'restore') {
      existence = by;
    }
  }
  const values: Record<string, StoredValue> = {};
  for (const [name, assignments] of fields) {
    const after = assignments.at(-1)?.after ?? null;
    if (after !== null) values[name] = after;
  }
  const deletion = existence?.change.type === 'delete' ? existence : undefined;
  const newest = ordered.at(-1);
  const found = [
    ...[...fields].flatMap(([name, assignments]) => fieldConflicts(name, assignments)),
    ...(deletion && born ? deletionConflicts(deletion, fields) : []),
  ];
  return {
    born,
    values,
    ...(deletion ? { deletedAt: toInstant(hybridTimeMs(deletion.stamp.time)) } : {}),
    ...(newest ? { newest } : {}),
    conflicts: found.filter((conflict) => {
      const about = conflict.type === 'field' ? 'conflict' : 'deletion';
      return !decided.has(`${about} ${conflictKey(conflict)}`);
    }),
  };
}

/** Sorted, each change once. */
function inOrder(changes: readonly RowChange[]): readonly RowChange[] {
  const sorted = [...changes].sort(compareRowChanges);
  return sorted.filter((change, index) => {
    const before = sorted[index - 1];
    return !before || compareRowChanges(before, change) !== 0;
  });
}

function assign(fields: Map<string, Assignment[]>, name: string, assignment: Assignment): void {
  const known = fields.get(name);
  if (known) known.push(assignment);
  else fields.set(name, [assignment]);
}

export function sameOrBlank(left: StoredValue | null, right: StoredValue | null): boolean {
  return left === null || right === null ? left === right : sameValue(left, right);
}

/**
 * A value is lost where it is not the field's own and no later change has taken it as its `before`:
 * whoever made those did not know it.
 */
function fieldConflicts(field: string, assignments: readonly Assignment[]): readonly Conflict[] {
  const winner = assignments.at(-1);
  if (!winner || assignments.length < 2) return [];
  return assignments.flatMap((lost, index): readonly Conflict[] => {
    const taken =
      sameOrBlank(lost.after, winner.after) ||
      assignments.slice(index + 1).some(({ before }) => sameOrBlank(before, lost.after));
    if (taken) return [];
    const { before, after } = lost;
    return [
      {
        type: 'field',
        field,
        earlier: lost.by,
        lost: { before, after },
        later: winner.by,
        value: winner.after,
      },
    ];
  });
}

/**
 * | edit                                                    | known to the deletion |
 * | after it in order                                       | no                    |
 * | before it, and its value is what the deletion had seen  | yes                   |
 * | before it, and not                                      | no                    |
 */
function deletionConflicts(
  deletion: RowChange,
  fields: ReadonlyMap<string, readonly Assignment[]>,
): readonly Conflict[] {
  const { change } = deletion;
  if (change.type !== 'delete') return [];
  const { values: seen, into } = change;
  const unknown: Record<string, StoredValue> = {};
  let edit: RowChange | undefined;
  for (const [name, assignments] of fields) {
    const last = assignments.at(-1);
    if (!last) continue;
    const isLater = compareRowChanges(last.by, deletion) > 0;
    const unseen = seen !== undefined && !sameOrBlank(last.after, seen[name] ?? null);
    if (!isLater && !unseen) continue;
    if (last.after !== null) unknown[name] = last.after;
    if (!edit || compareRowChanges(last.by, edit) > 0) edit = last.by;
  }
  if (!edit) return [];
  return [
    { type: 'deletion', deletion, edit, values: unknown, ...(into === undefined ? {} : { into }) },
  ];
}
