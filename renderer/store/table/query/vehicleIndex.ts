import type { KnownVehicle } from '../../contract';
import type { DictionaryColumn } from '../columns/dictionaryColumn';
import { grownCapacity } from '../columns/grow';
import { JoinedTexts } from '../columns/joinedTexts';
import type { TableRows } from '../columns/tableRows';
import { compact, textOf } from './foldText';

/** What is known of each plate: its last passage, and its first one, which orders equal times. */
export class VehicleIndex {
  readonly #plates: JoinedTexts;
  /** By the code of the plate: ordinals of its latest and (+ 1; 0: none) first passage. */
  #last = new Int32Array(0);
  #first = new Int32Array(0);
  #when = new Float64Array(0);
  #covered = 0;
  #stamp = '';

  constructor(
    readonly rows: TableRows,
    readonly column: DictionaryColumn,
    readonly timeField: string,
  ) {
    const { dictionary } = column;
    this.#plates = new JoinedTexts(dictionary, {
      is: 'compact',
      of: (code) => compact(textOf(dictionary.valueOf(code))),
    });
  }

  /** Vehicles whose plate starts so, or else contains it; the latest first, `limit` at most. */
  find(prefix: string, limit: number): readonly KnownVehicle[] {
    this.#update();
    const bare = compact(prefix);
    const starting = this.#latest(limit, (found) => this.#plates.startsWith(bare, found));
    const codes = starting.length
      ? starting
      : this.#latest(limit, (found) => this.#plates.includes(bare, found));
    return codes.map((code) => ({
      plate: String(this.column.dictionary.valueOf(code)),
      passages: this.column.liveRowsOf(code),
      last: this.rows.rowAt(this.#last[code] ?? 0),
    }));
  }

  #latest(limit: number, each: (found: (code: number) => void) => void): readonly number[] {
    const best: number[] = [];
    const when = (code: number) => this.#when[code] ?? 0;
    const isBefore = (left: number, right: number) =>
      when(left) !== when(right)
        ? when(left) > when(right)
        : (this.#first[left] ?? 0) < (this.#first[right] ?? 0);
    each((code) => {
      if (this.column.liveRowsOf(code) === 0 || !this.column.dictionary.isText(code)) return;
      const worst = best[limit - 1];
      if (worst !== undefined && !isBefore(code, worst)) return;
      if (worst !== undefined) best.pop();
      let place = best.length;
      while (place > 0 && isBefore(code, best[place - 1] ?? 0)) place--;
      best.splice(place, 0, code);
    });
    return best.slice(0, limit);
  }

  /** New passages are added; after a correction or a voided one all are gone over again. */
  #update(): void {
    const { rows, column } = this;
    const times = rows.column(this.timeField);
    const stamp = `${column.revision} ${times?.type} ${times?.revision} ${rows.deletions}`;
    const isStale = stamp !== this.#stamp;
    this.#stamp = stamp;
    this.#fit(column.dictionary.size + 1, isStale);
    const { codes } = column;
    for (let ordinal = isStale ? 0 : this.#covered; ordinal < rows.size; ordinal++) {
      const code = codes[ordinal] ?? 0;
      if (code === 0 || !rows.isLive(ordinal)) continue;
      const time = times?.valueAt(ordinal);
      const when = typeof time === 'number' ? time : -Infinity;
      if (this.#first[code] === 0) this.#first[code] = ordinal + 1;
      else if ((this.#when[code] ?? 0) > when) continue;
      this.#last[code] = ordinal;
      this.#when[code] = when;
    }
    this.#covered = rows.size;
  }

  #fit(codes: number, anew: boolean): void {
    if (!anew && codes <= this.#last.length) return;
    const capacity = grownCapacity(codes, this.#last.length);
    const [last, first, when] = [this.#last, this.#first, this.#when];
    this.#last = new Int32Array(capacity);
    this.#first = new Int32Array(capacity);
    this.#when = new Float64Array(capacity);
    if (anew) return;
    this.#last.set(last);
    this.#first.set(first);
    this.#when.set(when);
  }
}
