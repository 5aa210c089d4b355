import { amountsOf, sumOf, type FigureRecords } from '../../../../shared/figures/countTerms';
import type { CutOff } from '../../../../shared/figures/takesIn';
import type { RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Figure } from '../../../../shared/ledger/figure';
import type { Table } from '../../table/contract';
import type { Tables } from '../buildChanges';
import { takenOrdinals } from './takenOrdinals';

/** A figure at a cut-off with its records, by their places in the table. */
export interface HeldFigure {
  readonly table: Table;
  readonly value: number;
  /** Ascending. */
  readonly ordinals: Int32Array;
  readonly amountAt: (ordinal: number) => number;
  readonly valueOf: FigureRecords<number>['valueOf'];
}

/**
 * Computes figures from the columns. One that counts records is the number of them: a million
 * passages are neither looked at one by one nor held beside their places.
 */
export function holdFigure(
  tables: Tables,
  ledger: LedgerDefinition,
  figure: Figure,
  cutOff: CutOff,
): HeldFigure {
  const table = tables.get(ledger.id);
  if (!table) throw new Error(`No ledger ${ledger.id}`);
  const valueOf = (ordinal: number, path: string) => {
    const [own = '', beyond] = path.split('.');
    const value = table.valueAt(ordinal, own);
    if (beyond === undefined || typeof value !== 'string') return beyond ? undefined : value;
    const target = tables.get(ledger.fields[own]?.refersTo ?? '');
    const place = target?.ordinalOf(value as RowId); // any other text finds nothing
    return place === undefined || !target ? undefined : target.valueAt(place, beyond);
  };
  const records: FigureRecords<number> = {
    valueOf,
    taken: (term, at) =>
      takenOrdinals(table, ledger, term, at, (ordinal) => (path) => valueOf(ordinal, path)),
  };
  const [only, ...others] = figure.terms;
  if (only?.measure.type === 'rows' && only.counts.type !== 'latest' && others.length === 0) {
    const ordinals = takenOrdinals(
      table,
      ledger,
      only,
      cutOff,
      (ordinal) => (path) => valueOf(ordinal, path),
    );
    const each = only.less ? -1 : 1;
    return { table, value: each * ordinals.length, ordinals, amountAt: () => each, valueOf };
  }
  const amounts = amountsOf(figure, records, cutOff);
  return {
    table,
    value: sumOf(amounts.values()),
    ordinals: Int32Array.from(amounts.keys()).sort(),
    amountAt: (ordinal) => amounts.get(ordinal) ?? 0,
    valueOf,
  };
}
