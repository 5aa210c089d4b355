import { finding } from '../fields/parsed';
import type { Finding } from '../fields/codec';
import { dateOf, formatInstant, toInstant } from '../kernel/time';
import type { LedgerDefinition, RowValues } from './defineLedger';

/**
 * By field: that its moment comes before the one that it cannot precede (`notBefore`), facts: header
 * and moment of the other one. A day and a moment of the same day are in order.
 */
export function timeOrderFindings(
  { fields }: LedgerDefinition,
  values: RowValues,
  language: 'zh' | 'en' = 'zh',
): Readonly<Record<string, Finding>> {
  const found: Record<string, Finding> = {};
  for (const [name, { notBefore }] of Object.entries(fields)) {
    const first = notBefore === undefined ? undefined : fields[notBefore];
    if (notBefore === undefined || !first) continue;
    const [later, earlier] = alike(values[name], values[notBefore]);
    if (later === undefined || earlier === undefined || later >= earlier) continue;
    const moment =
      typeof earlier === 'number' ? formatInstant(toInstant(earlier)) : String(earlier);
    found[name] = finding('time.beforeOther', { header: first.header[language], moment });
  }
  return found;
}

type Moment = string | number | undefined;

/** Both as moments, or both as days where one of them is a day. */
function alike(left: unknown, right: unknown): readonly [Moment, Moment] {
  if (typeof left === 'number' && typeof right === 'number') return [left, right];
  return [dayOf(left), dayOf(right)];
}

function dayOf(value: unknown): string | undefined {
  if (typeof value === 'number') return dateOf(toInstant(value));
  return typeof value === 'string' ? value : undefined;
}
