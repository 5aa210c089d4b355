import { dateOf, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';

export type PermitFilter = '有效' | '注销' | '遗失' | '过期' | 'all';

export const permitFilters: readonly PermitFilter[] = ['有效', '过期', '遗失', '注销', 'all'];

/**
 * | in the record | last day    | is   |
 * | 有效          | today, later | 有效 |
 * | 有效          | before       | 过期 |
 * | any other     |             | that |
 */
export function permitState({ values }: Row, now: Instant): string {
  const { status, validUntil } = values;
  if (typeof status !== 'string') return '';
  const isOver = typeof validUntil === 'string' && validUntil < dateOf(now);
  return status === '有效' && isOver ? '过期' : status;
}
