import { civilTimeOf, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';

interface Count {
  readonly value: string;
  readonly passages: number;
}

/** A shift in figures; void passages count nowhere. */
export interface ShiftSummary {
  readonly total: number;
  readonly people: number;
  readonly byOutcome: readonly Count[];
  readonly byDirection: readonly Count[];
  /** '' where the type was not recorded. */
  readonly byVehicle: readonly Count[];
  /** In the order of time, hours without a passage left out: `08`, `09` … */
  readonly byHour: readonly Count[];
}

/** `rows` in the order of time. */
export function summariseShift(rows: readonly Row[]): ShiftSummary {
  const live = rows.filter(({ deletedAt }) => deletedAt === undefined);
  const count = (of: (row: Row) => string) => {
    const counts = new Map<string, number>();
    for (const row of live) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
    return [...counts].map(([value, passages]): Count => ({ value, passages }));
  };
  const mostFirst = (counts: readonly Count[]) =>
    [...counts].sort((left, right) => right.passages - left.passages);
  const word = (value: StoredValue | undefined) => (typeof value === 'string' ? value : '');
  return {
    total: live.length,
    people: live.reduce((sum, { values }) => {
      const others = values.passengerCount;
      return sum + 1 + (typeof others === 'number' ? others : 0);
    }, 0),
    byOutcome: mostFirst(count(({ values }) => word(values.outcome))),
    byDirection: mostFirst(count(({ values }) => word(values.direction))),
    byVehicle: mostFirst(count(({ values }) => word(values.vehicleType))),
    byHour: count(({ values: { passedAt } }) =>
      typeof passedAt === 'number'
        ? String(civilTimeOf(toInstant(passedAt)).hour).padStart(2, '0')
        : '',
    ),
  };
}
