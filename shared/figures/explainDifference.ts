import type { RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import type { Contribution } from './computeFigure';

/**
 * Why a record makes a figure differ from the one last issued.
 * | before | now    | since the issue the record was | reason    |
 * | absent | there  | made, event after the cut-off  | new       |
 * | absent | there  | made, event before the cut-off | late      |
 * | absent | there  | known already                  | moved     |
 * | there  | absent | deleted                        | deleted   |
 * | there  | absent | still there                    | moved     |
 * | there  | other  |                                | corrected |
 */
export type DifferenceReason = 'new' | 'late' | 'moved' | 'corrected' | 'deleted';

export interface Difference {
  readonly row: RowId;
  readonly reason: DifferenceReason;
  /** What the record adds to the difference. */
  readonly amount: number;
}

/** What is known of a record beside what it contributes. */
export interface RecordTimes {
  /** When the record was made in any ledger of the county. */
  readonly madeAt: Instant;
  /** The instant by which the figure takes it in; undefined where it no longer has one. */
  readonly eventAt: Instant | undefined;
  readonly isDeleted: boolean;
}

export interface Issued {
  /** When the report was issued, and the cut-off it held for. */
  readonly issuedAt: Instant;
  readonly cutOffAt: Instant;
  readonly contributions: readonly Contribution[];
}

/** Every record that makes the difference; the amounts add up to it exactly. */
export function explainDifference(
  issued: Issued,
  now: readonly Contribution[],
  timesOf: (row: RowId) => RecordTimes | undefined,
): readonly Difference[] {
  const before = new Map(issued.contributions.map(({ row, amount }) => [row, amount]));
  const after = new Map(now.map(({ row, amount }) => [row, amount]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((row): readonly Difference[] => {
    const was = before.get(row);
    const is = after.get(row);
    const amount = Number(((is ?? 0) - (was ?? 0)).toPrecision(12));
    if (amount === 0) return [];
    if (was !== undefined && is !== undefined) return [{ row, reason: 'corrected', amount }];
    const times = timesOf(row);
    if (is === undefined)
      return [{ row, reason: times && !times.isDeleted ? 'moved' : 'deleted', amount }];
    if (!times || times.madeAt <= issued.issuedAt) return [{ row, reason: 'moved', amount }];
    const isLate = times.eventAt !== undefined && times.eventAt <= issued.cutOffAt;
    return [{ row, reason: isLate ? 'late' : 'new', amount }];
  });
}
