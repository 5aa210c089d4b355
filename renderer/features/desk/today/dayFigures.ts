import type { Row } from '../../../../shared/ledger/defineLedger';

/** A day at one checkpoint in figures; void passages count nowhere. */
export interface DayFigures {
  readonly total: number;
  readonly byDirection: Readonly<Record<string, number>>;
  readonly byOutcome: Readonly<Record<string, number>>;
}

export function dayFigures(rows: readonly Row[]): DayFigures {
  const byDirection: Record<string, number> = {};
  const byOutcome: Record<string, number> = {};
  let total = 0;
  for (const { values, deletedAt } of rows) {
    if (deletedAt !== undefined) continue;
    total++;
    const { direction, outcome } = values;
    if (typeof direction === 'string') byDirection[direction] = (byDirection[direction] ?? 0) + 1;
    if (typeof outcome === 'string') byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
  }
  return { total, byDirection, byOutcome };
}

/** How many of a day's rows (newest first) have this plate, and the last of them. */
export function passagesOf(
  rows: readonly Row[],
  plate: string,
  except: string | undefined,
): { readonly count: number; readonly last: Row | undefined } {
  if (plate === '') return { count: 0, last: undefined };
  const found = rows.filter(
    ({ id, values, deletedAt }) =>
      values.plate === plate && deletedAt === undefined && id !== except,
  );
  return { count: found.length, last: found[0] };
}
