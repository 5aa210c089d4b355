import type { Row } from '../../../../shared/ledger/defineLedger';
import type { ApplicationState } from '../../../../shared/passes/lifecycle/application';

export type StateFilter = ApplicationState | 'open' | 'all';

/** In the order in which the office deals with them. */
export const stateFilters: readonly StateFilter[] = [
  'open',
  '待核验',
  '待审批',
  '待发证',
  '已退回',
  '已发证',
  'all',
];

/** A blank state, as an enterprise's workbook leaves it, is that of one just handed in. */
export function rowState({ values }: Row): string {
  return typeof values.state === 'string' ? values.state : '待核验';
}

export function inState(row: Row, filter: StateFilter): boolean {
  const state = rowState(row);
  if (filter === 'all') return true;
  return filter === 'open' ? state !== '已发证' && state !== '已退回' : state === filter;
}

/** Whether the record answers to what is sought: number, plate, driver, places, goods, applicant. */
export function isSought(row: Row, sought: string, enterprise: string): boolean {
  const wanted = plain(sought);
  if (wanted === '') return true;
  const { number, plate, driverName, origin, destination, goods } = row.values;
  return [number, plate, driverName, origin, destination, goods, enterprise].some(
    (value) => typeof value === 'string' && plain(value).includes(wanted),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s·]/g, '');
}
