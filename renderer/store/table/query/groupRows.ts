import type { GroupCount } from '../../contract';
import type { TableRows } from '../columns/tableRows';
import { combine, groupKey, groupNumbers, readGrouping, type Grouping } from './groupKeys';

/** Groups in the order in which their first rows come. */
export class Groups {
  constructor(
    readonly rows: TableRows,
    readonly groupings: readonly Grouping[],
    /** A row of each group: says its keys. */
    readonly firstOrdinals: Int32Array,
    readonly counts: Int32Array,
    readonly sums: readonly Float64Array[],
  ) {}

  get size(): number {
    return this.counts.length;
  }

  /** The largest groups; of equal ones those that come first. */
  mostFrequent(limit: number): readonly GroupCount[] {
    const order = Uint32Array.from(this.counts.keys());
    const size = (group: number) => this.counts[group] ?? 0;
    order.sort((left, right) => size(right) - size(left) || left - right);
    return Array.from(order.subarray(0, limit), (group) => this.at(group));
  }

  at(group: number): GroupCount {
    const ordinal = this.firstOrdinals[group] ?? 0;
    return {
      keys: this.groupings.map((grouping) =>
        groupKey(this.rows.valueAt(ordinal, grouping.field), grouping),
      ),
      rows: this.counts[group] ?? 0,
      sums: this.sums.map((sum) => sum[group] ?? 0),
    };
  }
}

export function groupRows(
  rows: TableRows,
  ordinals: Int32Array,
  by: readonly string[],
  sums: readonly string[],
): Groups {
  const groupings = by.map(readGrouping);
  const whole = { count: 1, numbers: new Int32Array(ordinals.length) };
  const { count, numbers } = groupings
    .map((grouping) => groupNumbers(rows, ordinals, grouping))
    .reduce((left, right) => (left.count === 1 ? right : combine(left, right)), whole);
  const slots = new Int32Array(count).fill(-1);
  const first: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < ordinals.length; i++) {
    const number = numbers[i] ?? 0;
    let slot = slots[number] ?? 0;
    if (slot < 0) {
      slot = first.push(ordinals[i] ?? 0) - 1;
      slots[number] = slot;
      counts.push(0);
    }
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return new Groups(
    rows,
    groupings,
    Int32Array.from(first),
    Int32Array.from(counts),
    sums.map((field) => sumUp(rows, field, ordinals, numbers, slots, first.length)),
  );
}

function sumUp(
  rows: TableRows,
  field: string,
  ordinals: Int32Array,
  numbers: Int32Array,
  slots: Int32Array,
  groups: number,
): Float64Array {
  const sums = new Float64Array(groups);
  const column = rows.column(field);
  if (!column) return sums;
  for (let i = 0; i < ordinals.length; i++) {
    const value = column.valueAt(ordinals[i] ?? 0);
    if (typeof value !== 'number') continue;
    const slot = slots[numbers[i] ?? 0] ?? 0;
    sums[slot] = (sums[slot] ?? 0) + value;
  }
  return sums;
}
