import type { CutOff } from '../../../../shared/figures/takesIn';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Figure } from '../../../../shared/ledger/figure';
import type { Table } from '../../table/contract';
import type { Tables } from '../buildChanges';

/** Values of figures, each for as long as no record it looks at has been written. */
export interface KeptValues {
  valueOf(ledger: LedgerDefinition, figure: Figure, cutOff: CutOff, compute: () => number): number;
}

interface Kept {
  readonly value: number;
  /** What it was computed from, as that was then. */
  readonly from: readonly { readonly table: Table; readonly changes: number }[];
}

/** Some weeks of reports at five cut-offs a day; the oldest go first. */
const keptAtMost = 5_000;

/**
 * A report asks for the same figures again whenever a record changes, and most of them look at other
 * ledgers than that record's.
 */
export function createKeptValues(tables: Tables): KeptValues {
  const kept = new Map<string, Kept>();
  return {
    valueOf(ledger, figure, { at, since }, compute) {
      const key = `${figure.id} ${at} ${since}`;
      const looksAt = tablesOf(tables, ledger, figure);
      const known = kept.get(key);
      const holds =
        known?.from.length === looksAt.length &&
        known.from.every(
          ({ table, changes }, place) => table === looksAt[place] && table.changes === changes,
        );
      if (known && holds) return known.value;
      const value = compute();
      kept.delete(key);
      kept.set(key, {
        value,
        from: looksAt.map((table) => ({ table, changes: table.changes })),
      });
      const [oldest] = kept.keys();
      if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}

/** The ledger's own table, and those that conditions look into through a reference. */
function tablesOf(
  tables: Tables,
  { id, fields }: LedgerDefinition,
  { terms }: Figure,
): readonly Table[] {
  const referred = terms
    .flatMap(({ where = [] }) => where)
    .flatMap(({ field }) => {
      const [own = '', beyond] = field.split('.');
      return beyond === undefined ? [] : [fields[own]?.refersTo ?? ''];
    });
  return [...new Set([id, ...referred])].flatMap((one) => tables.get(one) ?? []);
}
