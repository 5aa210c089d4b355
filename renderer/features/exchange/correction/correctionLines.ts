import type { EditNotice, RejectedCell } from '../../../../shared/exchange/parcel/humanEdits';
import type { EditPlan, PlannedEdit } from '../../../../shared/exchange/parcel/planEdits';
import type { RowId } from '../../../../shared/kernel/ids';
import type { RowValues } from '../../../../shared/ledger/defineLedger';

export type Kept = 'theirs' | 'ours';

/** One line of the review: what it is, and all that showing it needs. */
export type CorrectionLine =
  | { readonly kind: PlannedEdit['kind']; readonly place: number; readonly edit: PlannedEdit }
  | {
      readonly kind: 'added' | 'twin';
      readonly row: RowId;
      readonly rowNumber: number;
      readonly values: RowValues;
    }
  | { readonly kind: 'deletion'; readonly row: RowId; readonly values: RowValues }
  | { readonly kind: 'rejected'; readonly cell: RejectedCell }
  | { readonly kind: 'notice'; readonly notice: EditNotice };

export type LineKind = CorrectionLine['kind'];

/** What needs a choice stands first. */
const order: readonly LineKind[] = [
  'conflict',
  'clear',
  'deletion',
  'twin',
  'rejected',
  'set',
  'added',
  'notice',
];

export function correctionLines(plan: EditPlan): readonly CorrectionLine[] {
  const lines: CorrectionLine[] = [
    ...plan.edits.map((edit, place) => ({ kind: edit.kind, place, edit })),
    ...plan.added.map(({ row, rowNumber, values, twin }) => ({
      kind: twin === undefined ? ('added' as const) : ('twin' as const),
      row,
      rowNumber,
      values,
    })),
    ...plan.deletions.map(({ id, values }) => ({ kind: 'deletion' as const, row: id, values })),
    ...plan.rejected.map((cell) => ({ kind: 'rejected' as const, cell })),
    ...plan.notices.map((notice) => ({ kind: 'notice' as const, notice })),
  ];
  return lines.sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
}
