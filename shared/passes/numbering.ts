import { failed, ok, type Result } from '../kernel/result';

/** Serials that one device may give out; no serial is in two ranges. A record of the ranges' ledger. */
export interface SerialRange {
  /** Six digits of GB/T 2260. */
  readonly division: string;
  /** Both ends included. */
  readonly first: number;
  readonly last: number;
  /** The device that may use it. */
  readonly holder: string;
}

export const lastSerial = 999_999;

export function passNumber(division: string, serial: number): string {
  return division + String(serial).padStart(6, '0');
}

export function readPassNumber(
  number: string,
): { readonly division: string; readonly serial: number } | undefined {
  if (!/^\d{12}$/.test(number)) return undefined;
  return { division: number.slice(0, 6), serial: Number(number.slice(6)) };
}

/** Every serial of a division, held by its first issuing device, which cuts off parts for others. */
export function wholeDivision(division: string, holder: string): SerialRange {
  return { division, first: 1, last: lastSerial, holder };
}

export type NumberProblem =
  /** Nobody has given this device a range of the division. */
  | { readonly tag: 'noRange' }
  | { readonly tag: 'exhausted' }
  /** Two devices believe that the same serials are theirs: neither may go on before that is settled. */
  | { readonly tag: 'overlap'; readonly other: SerialRange };

/** Serials that were ever on a pass: issued, voided, deleted, spoilt in printing. */
export type UsedSerials = ReadonlySet<number>;

/**
 * The next number that this device may give out. A serial below one that was used is never given out,
 * even if its pass is gone: what was printed cannot be taken back.
 * `atLeast`: no serial below it, for a device that was restored from a backup of before.
 */
export function nextPassNumber(
  ranges: readonly SerialRange[],
  division: string,
  holder: string,
  used: UsedSerials,
  atLeast = 1,
): Result<string, NumberProblem> {
  const own = ranges.filter((range) => range.division === division && range.holder === holder);
  if (own.length === 0) return failed({ tag: 'noRange' });
  for (const range of [...own].sort((left, right) => left.first - right.first)) {
    const other = ranges.find((one) => one.holder !== holder && overlap(one, range));
    if (other) return failed({ tag: 'overlap', other });
    const serial = firstFree(range, used, atLeast);
    if (serial <= range.last) return ok(passNumber(division, serial));
  }
  return failed({ tag: 'exhausted' });
}

function firstFree({ first, last }: SerialRange, used: UsedSerials, atLeast: number): number {
  let highest = Math.max(first, atLeast) - 1;
  for (const serial of used) if (serial <= last && serial > highest) highest = serial;
  return highest + 1;
}

export function overlap(left: SerialRange, right: SerialRange): boolean {
  return left.division === right.division && left.first <= right.last && right.first <= left.last;
}

export type GrantProblem =
  | { readonly tag: 'noRange' | 'size' }
  /** So many are left to give. */
  | { readonly tag: 'tooFew'; readonly free: number };

export interface Grant {
  /** The range it is cut from, by its first serial, and what is left of it (undefined: nothing). */
  readonly from: SerialRange;
  readonly kept: SerialRange | undefined;
  readonly given: SerialRange;
}

/**
 * Cuts the last `size` unused serials off a range of `holder` for another device. Only the holder
 * does so, and gives away only what it holds: however late or lost the workbooks that tell of it, no
 * two devices ever hold the same serial.
 */
export function grantSerials(
  ranges: readonly SerialRange[],
  division: string,
  holder: string,
  to: string,
  size: number,
  used: UsedSerials,
  atLeast = 1,
): Result<Grant, GrantProblem> {
  if (!Number.isInteger(size) || size < 1 || to === holder) return failed({ tag: 'size' });
  const own = ranges.filter((range) => range.division === division && range.holder === holder);
  if (own.length === 0) return failed({ tag: 'noRange' });
  const free = (range: SerialRange) =>
    Math.max(0, range.last - firstFree(range, used, atLeast) + 1);
  const from = own.reduce((best, range) => (free(range) > free(best) ? range : best));
  if (free(from) < size) return failed({ tag: 'tooFew', free: free(from) });
  const given = { ...from, first: from.last - size + 1, holder: to };
  const kept = { ...from, last: from.last - size };
  return ok({ from, given, kept: kept.first <= kept.last ? kept : undefined });
}
