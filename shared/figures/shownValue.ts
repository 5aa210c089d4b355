import type { Figure } from '../ledger/figure';

/** The value as it stands in a report: rounded half up to the figure's decimals, else whole as computed. */
export function shownValue({ decimals }: Figure, value: number): number {
  if (decimals === undefined) return value;
  const factor = 10 ** decimals;
  // twelve digits first: 1.005 × 100 is 100.49999999999999 in binary and 100.5 on paper
  return Math.round(Number((value * factor).toPrecision(12))) / factor;
}
