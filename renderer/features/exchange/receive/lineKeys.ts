import type { PlannedRow } from '../../../../shared/exchange/parcel/planAdded';
import type { PlannedEdit } from '../../../../shared/exchange/parcel/planEdits';
import { choiceKey } from '../../../../shared/exchange/parcel/planReceive';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Conflict } from '../../../../shared/merge/conflict';
import type { MergedRow } from '../../../../shared/merge/mergeRow';
import { twinsKey, type Twins } from '../../../../shared/merge/twins';
import type { Choice } from './receiveLine';

/** What a decision is kept by, whether the plan is made once or again. */
export const lineKeys = {
  conflict: (merged: MergedRow, conflict: Conflict) => `conflict ${choiceKey(merged, conflict)}`,
  edit: (ledger: string, { row, field, address }: PlannedEdit) =>
    `edit ${ledger} ${row} ${field} ${address}`,
  deletion: (ledger: string, row: RowId) => `deletion ${ledger} ${row}`,
  twin: (ledger: string, { rowNumber }: PlannedRow) => `twin ${ledger} ${rowNumber}`,
  twins: ({ ledger, first, second }: Twins) => `twins ${ledger} ${twinsKey(first.id, second.id)}`,
};

/** True where what came in this workbook is what the merge has chosen by itself. */
export function isWonByTheirs(merged: MergedRow, conflict: Conflict): boolean {
  const winner = conflict.type === 'field' ? conflict.later : conflict.deletion;
  return merged.incoming.includes(winner);
}

/** Whether a choice takes what the merge has not chosen by itself. */
export function keepsOther(merged: MergedRow, conflict: Conflict, choice: Choice): boolean {
  return isWonByTheirs(merged, conflict) ? choice === 'ours' : choice === 'theirs';
}

/** Edits without a conflict are taken, cells are cleared only when somebody says so. */
export const presetOf: Readonly<Record<PlannedEdit['kind'], Choice | undefined>> = {
  set: 'theirs',
  clear: 'ours',
  conflict: undefined,
};
