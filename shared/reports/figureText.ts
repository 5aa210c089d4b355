import type { Language } from '../fields/codec';

export interface FigureForm {
  /** Thousands parted: in tables. In Chinese wording digits stand together (GB/T 15835-2011, 5.1). */
  readonly grouped: boolean;
  /** 1,677,800 as 167.78万, every digit kept. */
  readonly inTenThousands: boolean;
}

/** A figure as it stands in a report. */
export function figureText(
  value: number,
  language: Language,
  { grouped, inTenThousands }: FigureForm,
): string {
  if (inTenThousands && language === 'zh') return `${Number((value / 10_000).toPrecision(12))}万`;
  return value.toLocaleString('en-US', {
    maximumFractionDigits: 12,
    useGrouping: grouped || language === 'en',
  });
}
