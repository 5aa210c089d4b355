import type { Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';

/**
 * How long the vehicle that has been held longest has waited. `rows` are today's, newest first; a
 * later passage of the same plate ends its wait.
 */
export function longestHoldMs(rows: readonly Row[], now: Instant): number | undefined {
  const settled = new Set<string>();
  let longest: number | undefined;
  for (const { values, deletedAt } of rows) {
    const { plate, outcome, passedAt } = values;
    if (deletedAt !== undefined || typeof passedAt !== 'number') continue;
    if (outcome === '滞留' && !(typeof plate === 'string' && settled.has(plate))) {
      longest = Math.max(longest ?? 0, now - passedAt);
    } else if (outcome !== '滞留' && typeof plate === 'string') settled.add(plate);
  }
  return longest;
}
