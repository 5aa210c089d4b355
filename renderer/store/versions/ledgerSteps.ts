import type { RowValues } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';

/**
 * How values of one version of a ledger become those of the next. Field by field, so that it holds
 * for a whole record and for a single correction in the journal alike; frozen after release.
 */
export interface LedgerStep {
  readonly ledger: string;
  /** The version that the step leads to, from the one before. */
  readonly to: number;
  readonly reason: string;
  /** What becomes of one field; `null` is a cleared one. An empty list drops it. */
  readonly field: (
    name: string,
    value: StoredValue | null,
  ) => readonly (readonly [string, StoredValue | null])[];
}

/** The steps of this app's ledgers, oldest first. All of them are still as they were made. */
export const ledgerSteps: readonly LedgerStep[] = [];

type Values = Readonly<Record<string, StoredValue | null>>;

/** The steps from a stored version to the app's own; none where they are the same. */
export function stepsFrom(
  steps: readonly LedgerStep[],
  ledger: string,
  version: number,
): readonly LedgerStep[] {
  return steps.filter((step) => step.ledger === ledger && step.to > version);
}

export function migrateFields(steps: readonly LedgerStep[], values: Values): Values {
  return steps.reduce(
    (before, step) =>
      Object.fromEntries(
        Object.entries(before).flatMap(([name, value]) => step.field(name, value)),
      ),
    values,
  );
}

/** The same for a whole record, in which a blank field is absent. */
export function migrateRow(steps: readonly LedgerStep[], values: RowValues): RowValues {
  const migrated: Record<string, StoredValue> = {};
  for (const [name, value] of Object.entries(migrateFields(steps, values)))
    if (value !== null) migrated[name] = value;
  return migrated;
}
