import { toInstant, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';

/** A record of the ledger of holds that has no end yet. */
export interface WaitingHold {
  readonly row: Row;
  readonly heldFrom: Instant;
  readonly heldMs: number;
}

/** Who waits, longest first. A clock that was set back makes nobody wait less than nothing. */
export function waitingHolds(rows: readonly Row[], now: Instant): readonly WaitingHold[] {
  return rows
    .flatMap((row): WaitingHold[] => {
      const { heldFrom, releasedAt } = row.values;
      if (typeof heldFrom !== 'number' || releasedAt !== undefined) return [];
      return [{ row, heldFrom: toInstant(heldFrom), heldMs: Math.max(0, now - heldFrom) }];
    })
    .sort((left, right) => left.heldFrom - right.heldFrom);
}

const searched = ['plate', 'name', 'documentNumber', 'reason', 'contactUnit', 'contact'] as const;

const fold = (text: string) => text.normalize('NFKC').replace(/[\s·]/g, '').toUpperCase();

export function filterHolds(holds: readonly WaitingHold[], text: string): readonly WaitingHold[] {
  const sought = fold(text);
  if (sought === '') return holds;
  return holds.filter(({ row }) =>
    searched.some((name) => {
      const value = row.values[name];
      return typeof value === 'string' && fold(value).includes(sought);
    }),
  );
}
