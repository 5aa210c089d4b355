import type { Query } from '../../contract';
import type { TableRows } from '../columns/tableRows';
import { lookUpRows } from './lookUpRows';
import { collect, keep, type CodeSet, type RowSet } from './rowSet';

/** Of more rows with a value a page is found sooner by looking through the last ones. */
const rowsOfAPage = 1024;
const firstStretch = 4096;
const longestStretch = 1 << 17;

/** The rows of a query in the order of their ordinals, found stretch by stretch. */
export class RowScan {
  readonly #first: RowSet;
  readonly #others: readonly RowSet[];
  readonly #from: number;
  readonly #to: number;
  /** 1 wants deleted rows, 0 live ones; undefined takes both. */
  readonly #deleted: 0 | 1 | undefined;
  #lookedUp: Int32Array | undefined;
  #isLookedUp = false;

  constructor(
    readonly rows: TableRows,
    sets: readonly RowSet[],
    deleted: Query['deleted'] = 'without',
  ) {
    const [first = { type: 'all' }, ...others] = sets;
    this.#first = first;
    this.#others = others;
    let from = 0;
    let to = rows.size;
    for (const set of sets) {
      if (set.type !== 'stretch') continue;
      from = Math.max(from, set.from);
      to = Math.min(to, set.to);
    }
    this.#from = from;
    this.#to = Math.max(from, to);
    const isNoneDeleted = rows.liveRows === rows.size;
    this.#deleted =
      deleted === 'only' ? 1 : deleted === 'without' && !isNoneDeleted ? 0 : undefined;
  }

  /** Every row, ascending. */
  all(): Int32Array {
    const few = this.#few();
    if (few) return few.slice();
    const found = new Int32Array(this.#to - this.#from);
    return found.subarray(0, this.#collect(this.#from, this.#to, found));
  }

  count(): number {
    const known = this.#others.length === 0 ? this.#knownCount(this.#first) : undefined;
    if (known !== undefined) return known;
    const few = this.#few();
    if (few) return few.length;
    let count = 0;
    this.eachStretch(false, (_, found) => {
      count += found;
      return true;
    });
    return count;
  }

  /** False where the few rows are known one by one. */
  hasMany(): boolean {
    return this.#few() === undefined;
  }

  /** Keeps those of the first `count` ordinals that the query wants, in place; gives their number. */
  keep(ordinals: Int32Array, count: number): number {
    let kept = keep(this.#first, ordinals, count);
    for (const set of this.#others) kept = keep(set, ordinals, kept);
    return this.#deleted === undefined ? kept : this.#keepDeleted(ordinals, kept, this.#deleted);
  }

  /** What can be said without looking at each row. */
  #knownCount(set: RowSet): number | undefined {
    if (this.#deleted === 1) return undefined;
    const isLiveOnly = this.#deleted === 0 || this.rows.liveRows === this.rows.size;
    if (set.type === 'codes') return isLiveOnly ? set.liveRows : undefined;
    if (set.type === 'anyOf') return isLiveOnly ? this.#countAny(set.sets) : undefined;
    if (set.type === 'bits') return isLiveOnly ? set.rows - this.#deletedOf(set) : set.rows;
    if (set.type === 'all') return this.#deleted === 0 ? this.rows.liveRows : this.rows.size;
    if (set.type === 'stretch' && this.#deleted === undefined) return this.#to - this.#from;
    return undefined;
  }

  #deletedOf(set: RowSet): number {
    const deleted = Int32Array.from(this.rows.deletedOrdinals);
    return keep(set, deleted, deleted.length);
  }

  /** All of the largest set, and those of the others that are not in it, where these are few. */
  #countAny(sets: readonly CodeSet[]): number | undefined {
    const [largest, ...others] = sets.toSorted((left, right) => right.liveRows - left.liveRows);
    if (!largest) return undefined;
    const found = lookUpRows(this.rows, { type: 'anyOf', sets: others }, this.#deleted);
    return found && largest.liveRows + found.length - keep(largest, found, found.length);
  }

  /** The first rows from the newest or the oldest end, without looking at more than that takes. */
  first(limit: number, isNewestFirst: boolean): Int32Array {
    const isOften = this.#first.type === 'codes' && this.#first.liveRows > rowsOfAPage;
    const few = isOften && this.#others.length === 0 ? undefined : this.#few();
    if (few && isNewestFirst) return few.slice(Math.max(0, few.length - limit)).reverse();
    if (few) return few.slice(0, limit);
    const found: number[] = [];
    this.eachStretch(isNewestFirst, (ordinals, count) => {
      const wanted = Math.min(count, limit - found.length);
      for (let i = 0; i < wanted; i++) found.push(ordinals[isNewestFirst ? count - 1 - i : i] ?? 0);
      return found.length < limit;
    });
    return Int32Array.from(found);
  }

  /**
   * Calls `visit` with the rows of each stretch (ascending inside it; valid during the call) and
   * their number until it says false. Stretches grow, so that a first page is found at little cost.
   */
  eachStretch(
    isNewestFirst: boolean,
    visit: (ordinals: Int32Array, count: number) => boolean,
  ): void {
    const few = this.#lookedUp;
    if (few) {
      if (few.length > 0) visit(few.slice(), few.length);
      return;
    }
    let length = firstStretch;
    let buffer = new Int32Array(0);
    for (let done = 0, whole = this.#to - this.#from; done < whole;) {
      const taken = Math.min(length, whole - done);
      if (buffer.length < taken) buffer = new Int32Array(taken);
      const from = isNewestFirst ? this.#to - done - taken : this.#from + done;
      const count = this.#collect(from, from + taken, buffer);
      if (count > 0 && !visit(buffer, count)) return;
      done += taken;
      length = Math.min(length * 2, longestStretch);
    }
  }

  /** All of them, ascending, where the smallest set has so few that each is looked up. */
  #few(): Int32Array | undefined {
    if (this.#isLookedUp) return this.#lookedUp;
    this.#isLookedUp = true;
    const found = lookUpRows(this.rows, this.#first, this.#deleted);
    let count = found?.length ?? 0;
    if (found) for (const set of this.#others) count = keep(set, found, count);
    this.#lookedUp = found?.subarray(0, count);
    return this.#lookedUp;
  }

  #collect(from: number, to: number, into: Int32Array): number {
    let count = collect(this.#first, from, to, into);
    for (const set of this.#others) count = keep(set, into, count);
    return this.#deleted === undefined ? count : this.#keepDeleted(into, count, this.#deleted);
  }

  #keepDeleted(ordinals: Int32Array, count: number, wanted: 0 | 1): number {
    const { deleted } = this.rows;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const ordinal = ordinals[i] ?? 0;
      if (deleted[ordinal] === wanted) ordinals[kept++] = ordinal;
    }
    return kept;
  }
}
