import type { Change } from '../../../../shared/journal/change';
import { appliedRows, planUndo } from '../../../../shared/merge/applied';
import type { LeftField, Write } from '../../contract';
import type { Tables } from '../buildChanges';
import type { CommitRecord } from '../stored/commitRecord';

/** What takes a merge back, and what stays as it is because somebody has changed it since. */
export function inverseOfMerge(
  tables: Tables,
  { parts }: CommitRecord,
): { readonly writes: readonly Write[]; readonly left: readonly LeftField[] } {
  const merges = parts.flatMap((part) => (part.type === 'merge' ? [part] : []));
  const applied = appliedRows({
    entries: merges.flatMap(({ entries }) => entries),
    effects: merges.flatMap(({ effects }) => effects),
    changes: parts.flatMap((part) => (part.type === 'changes' ? part.changes : [])),
  });
  const now = applied.map(({ ledger, row }) => {
    const table = tables.get(ledger);
    const ordinal = table?.ordinalOf(row);
    return table && ordinal !== undefined ? table.rowAt(ordinal) : undefined;
  });
  const { changes, left } = planUndo(applied, now);
  return {
    writes: changes.flatMap((change) => writeOf(change)),
    left: left.map(({ ledger, row, field = '' }) => ({ ledger, row, field })),
  };
}

function writeOf(change: Change): readonly Write[] {
  const { ledger, row } = change;
  switch (change.type) {
    case 'update': {
      const values = Object.entries(change.fields).map(([name, { after }]) => [name, after]);
      return [{ type: 'update', ledger, row, values: Object.fromEntries(values) }];
    }
    case 'delete':
    case 'restore':
      return [{ type: change.type, ledger, row }];
    case 'insert':
    case 'reveal':
    case 'decide':
      return []; // undoing makes none of these
  }
}
