import { hybridTimeMs, type HybridTime } from '../kernel/hybridTime';

const counterSpan = 1024;
const dayMs = 86_400_000;

/**
 * How far a device's clock may run ahead of everyone it has heard from. A checkpoint without a
 * workbook for three weeks stays below; a clock a year ahead does not.
 */
export const furthestAheadMs = 30 * dayMs;
/** From here on a person is told that the sender's clock, or this one, is wrong. */
const notedAheadMs = dayMs;

export interface OrderRequest {
  /** The commit's own reading of the device's clock. */
  readonly time: HybridTime;
  /** Latest clock of any other device that a workbook has told of; 0: none yet. */
  readonly heard: HybridTime | 0;
  /** Of the row's newest change known here; 0: a new row. */
  readonly newest: HybridTime | 0;
}

/**
 * The ordering time of a change, settled once where it is made and carried with it, so that every
 * device orders alike whatever its own clock says.
 *
 * | clock                                   | ordering time                        |
 * | within bounds, row older                | the clock's                          |
 * | too far ahead of everyone heard         | the bound: the change is not lost    |
 * | not after the row's newest change       | just after that: who knew it wins    |
 *
 * Only the row moves on with a clock that was ahead, never the clock of whoever reads it.
 */
export function orderTime({ time, heard, newest }: OrderRequest): HybridTime {
  const bounded = heard === 0 ? time : Math.min(time, heard + furthestAheadMs * counterSpan);
  return Math.max(bounded, newest + 1) as HybridTime; // a reading of the kernel's clock, moved
}

/** Whole days by which a change is dated after `now`; 0 where that is no more than a day's slip. */
export function daysAhead(time: HybridTime, nowMs: number): number {
  const aheadMs = hybridTimeMs(time) - nowMs;
  return aheadMs > notedAheadMs ? Math.floor(aheadMs / dayMs) : 0;
}
