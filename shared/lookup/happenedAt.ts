import { parseIsoDate, startOfDay, toInstant, type Instant } from '../kernel/time';
import type { LedgerDefinition, Row } from '../ledger/defineLedger';
import type { Field } from '../ledger/field';

export interface Happening {
  readonly at: Instant;
  /** A day without an hour. */
  readonly isDay: boolean;
  readonly field: string;
}

/**
 * When what a record tells of happened: by the field its ledger is sorted by, else the first date or
 * time it holds, else when it was written down. Undefined for a record without any time.
 */
export function happenedAt(ledger: LedgerDefinition, row: Row): Happening | undefined {
  const times = Object.entries<Field>(ledger.fields)
    .filter(([name, { kind }]) => name !== 'recordedAt' && (kind === 'instant' || kind === 'date'))
    .map(([name]) => name);
  for (const field of [ledger.newestFirst ?? [], times, 'recordedAt'].flat()) {
    const value = row.values[field];
    if (typeof value === 'number') return { at: toInstant(value), isDay: false, field };
    const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
    if (day !== undefined) return { at: startOfDay(day), isDay: true, field };
  }
  return undefined;
}
