import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { instantAt, textAt } from '../todos/rowValues';

export type CaseStatus = 'confirmed' | 'converted' | 'asymptomatic' | 'closed' | 'unreported';

/**
 * What a case was at a moment (LEDGERS.md: a person counts by the status held at that instant).
 *
 * | reported by then | closed by then | kind   | turned confirmed by then | status       |
 * | no               |                |        |                          | unreported   |
 * | yes              | yes            |        |                          | closed       |
 * | yes              | no             | 确诊   |                          | confirmed    |
 * | yes              | no             | 无症状 | yes                      | converted    |
 * | yes              | no             | 无症状 | no                       | asymptomatic |
 */
export function caseStatus(row: Row, at: Instant): CaseStatus {
  const isBy = (field: string) => {
    const moment = instantAt(row, field);
    return moment !== undefined && moment <= at;
  };
  if (!isBy('reportedAt')) return 'unreported';
  if (isBy('closedAt')) return 'closed';
  if (textAt(row, 'kind') === '确诊') return 'confirmed';
  return isBy('confirmedAt') ? 'converted' : 'asymptomatic';
}
