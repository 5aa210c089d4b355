import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';

export interface FoundRecord {
  readonly ledger: string;
  readonly row: Row;
}

/** Two records of the county that cannot both be right; of some there is only one. */
export interface Discrepancy {
  readonly id: string;
  readonly check: string;
  readonly first: FoundRecord;
  readonly second?: FoundRecord | undefined;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Records that a check looks at: those of a ledger that satisfy all that is said here. */
export interface CheckRead {
  readonly ledger: string;
  readonly blank?: readonly string[];
  readonly filled?: readonly string[];
  readonly oneOf?: { readonly field: string; readonly values: readonly string[] };
}

/**
 * A rule over records of several ledgers. `against` are read whole; `each` may be a log of a
 * million records, so it comes in parts, and `find` is asked for each part.
 */
export interface Check {
  readonly id: string;
  readonly each: CheckRead;
  readonly against: readonly CheckRead[];
  readonly find: (
    part: readonly Row[],
    against: readonly (readonly Row[])[],
    now: Instant,
  ) => readonly Discrepancy[];
  /** All of `each` has to be there at once: balances. */
  readonly isWhole?: boolean;
}
