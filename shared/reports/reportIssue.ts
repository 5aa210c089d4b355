import type { Contribution } from '../figures/computeFigure';
import { explainDifference, type Difference, type RecordTimes } from '../figures/explainDifference';
import { utf8 } from '../kernel/bytes';
import { canonicalJson } from '../kernel/canonicalJson';
import { toHex } from '../kernel/hex';
import type { RowId } from '../kernel/ids';
import { sha256 } from '../kernel/signing';
import { toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { dayClosed } from './reportTime';

/** A figure of an issued report and the records it was made of. */
export interface IssuedFigure {
  readonly figure: string;
  readonly at: Instant;
  readonly value: number;
  readonly contributions: readonly Contribution[];
}

/** What an earlier version says of itself, as its record has it. */
export interface EarlierIssue {
  readonly template: string;
  readonly cutOffAt: number;
  readonly edition: number;
  readonly number?: number;
}

/** The version that comes next for the cut-off: 1 where none was issued. */
export function nextEdition(
  earlier: readonly EarlierIssue[],
  template: string,
  cutOffAt: Instant,
): number {
  const same = earlier.filter((one) => one.template === template && one.cutOffAt === cutOffAt);
  return Math.max(0, ...same.map(({ edition }) => edition)) + 1;
}

/**
 * The number that comes next in the year of the cut-off, counted for each template by itself; of a
 * cut-off that was issued already the number it had.
 */
export function nextNumber(
  earlier: readonly EarlierIssue[],
  template: string,
  cutOffAt: Instant,
): number {
  const yearOf = (at: number) => dayClosed(toInstant(at)).slice(0, 4);
  const same = earlier.filter((one) => one.template === template && one.number !== undefined);
  const again = same.find((one) => one.cutOffAt === cutOffAt)?.number;
  const ofYear = same.filter((one) => yearOf(one.cutOffAt) === yearOf(cutOffAt));
  return again ?? Math.max(0, ...ofYear.map(({ number = 0 }) => number)) + 1;
}

/** What a record of an issued report says of it; undefined where it is none. */
export function earlierIssue({ values }: Row): EarlierIssue | undefined {
  const { template, cutOffAt, edition, number } = values;
  if (typeof template !== 'string' || typeof cutOffAt !== 'number' || typeof edition !== 'number')
    return undefined;
  return { template, cutOffAt, edition, ...(typeof number === 'number' ? { number } : {}) };
}

/**
 * SHA-256 over the figures and the records behind them in the order given, each with its values:
 * any record that is changed later gives another. Chained in parts, so that the records need not
 * all be held at once.
 */
export async function hashRecords(
  figures: readonly IssuedFigure[],
  parts: AsyncIterable<readonly (Row | undefined)[]>,
): Promise<string> {
  let hash = await sha256(utf8(canonicalJson(figures)));
  for await (const rows of parts) {
    const values = rows.map((row) => row && { id: row.id, values: row.values });
    hash = await sha256(utf8(`${toHex(hash)}${canonicalJson(values)}`));
  }
  return toHex(hash);
}

/** Why a figure is not what it was in the last issue. */
export interface FigureDifference {
  readonly figure: string;
  readonly before: number;
  readonly now: number;
  readonly differences: readonly Difference[];
}

export interface LastIssue {
  readonly issuedAt: Instant;
  readonly figures: readonly IssuedFigure[];
}

/** Every figure of both issues whose records or value differ, with the records that make it so. */
export function explainIssue(
  last: LastIssue,
  now: readonly IssuedFigure[],
  timesOf: (figure: string, row: RowId) => RecordTimes | undefined,
): readonly FigureDifference[] {
  return now.flatMap(({ figure, value, contributions }) => {
    const before = last.figures.find((one) => one.figure === figure);
    if (!before) return [];
    const differences = explainDifference(
      { issuedAt: last.issuedAt, cutOffAt: before.at, contributions: before.contributions },
      contributions,
      (row) => timesOf(figure, row),
    );
    return differences.length === 0 && before.value === value
      ? []
      : [{ figure, before: before.value, now: value, differences }];
  });
}
