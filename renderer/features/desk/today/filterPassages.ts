import type { Row } from '../../../../shared/ledger/defineLedger';

/** What the day's list is narrowed to. */
export interface DayFilter {
  readonly text: string;
  readonly direction?: string | undefined;
  readonly outcome?: string | undefined;
}

export const noFilter: DayFilter = { text: '' };

export function isFiltering({ text, direction, outcome }: DayFilter): boolean {
  return text.trim() !== '' || direction !== undefined || outcome !== undefined;
}

const searched = [
  'plate',
  'driverName',
  'documentNumber',
  'phone',
  'origin',
  'destination',
  'purpose',
  'grounds',
  'sealNumber',
  'remarks',
  'voidedReason',
] as const;

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toUpperCase();

/** Passages that satisfy the filter, in their order; figures count void ones nowhere, so they go too. */
export function filterPassages(
  rows: readonly Row[],
  filter: DayFilter,
  permitNumber: (id: string) => string | undefined,
): readonly Row[] {
  if (!isFiltering(filter)) return rows;
  const text = fold(filter.text);
  return rows.filter(({ values, deletedAt }) => {
    const figure = filter.direction ?? filter.outcome;
    if (figure !== undefined && deletedAt !== undefined) return false;
    if (filter.direction !== undefined && values.direction !== filter.direction) return false;
    if (filter.outcome !== undefined && values.outcome !== filter.outcome) return false;
    if (text === '') return true;
    const permit = typeof values.permit === 'string' ? permitNumber(values.permit) : undefined;
    return (
      (permit !== undefined && fold(permit).includes(text)) ||
      searched.some((name) => {
        const value = values[name];
        return typeof value === 'string' && fold(value).includes(text);
      })
    );
  });
}
