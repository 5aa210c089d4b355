import type { Figure } from '../ledger/figure';

/** A figure whose parts do not add up to it, as it was computed or as it was typed into a report. */
export interface PartsDiffer {
  readonly figure: string;
  readonly whole: number;
  readonly parts: number;
}

/** Every figure among them that declares parts and differs from their sum; unknown values are left out. */
export function checkParts(
  figures: readonly Figure[],
  valueOf: (figure: string) => number | undefined,
): readonly PartsDiffer[] {
  return figures.flatMap(({ id, parts }) => {
    const whole = valueOf(id);
    const values = (parts ?? []).map(valueOf);
    if (!parts || whole === undefined || values.includes(undefined)) return [];
    const sum = Number(values.reduce<number>((a, b) => a + (b ?? 0), 0).toPrecision(12));
    return sum === whole ? [] : [{ figure: id, whole, parts: sum }];
  });
}
