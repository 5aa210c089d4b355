import type { Change, ChangeSource } from '../journal/change';
import type { Entry } from '../journal/entry';
import { canonicalJson } from '../kernel/canonicalJson';
import { compareStamps, type Stamp } from './stamp';

/** A change of one row with all that folding and showing it needs. */
export interface RowChange {
  readonly stamp: Stamp;
  /** Its place in the entry: one commit may change a row several times. */
  readonly index: number;
  readonly author: string;
  readonly source: ChangeSource;
  readonly change: Change;
}

export function rowChangesOf(entry: Entry): readonly RowChange[] {
  const { device, sequence, author, source } = entry;
  return entry.changes.map((change, index) => ({
    stamp: { time: change.order ?? entry.time, device, sequence },
    index,
    author,
    source,
    change,
  }));
}

/**
 * A total order, also where a laptop restored from a copy has used one number twice: equal changes
 * only are equal.
 */
export function compareRowChanges(left: RowChange, right: RowChange): number {
  const byStamp = compareStamps(left.stamp, right.stamp);
  if (byStamp !== 0 || left === right) return byStamp;
  if (left.index !== right.index) return left.index - right.index;
  const [one, other] = [canonicalJson(left.change), canonicalJson(right.change)];
  return one === other ? 0 : one < other ? -1 : 1;
}
