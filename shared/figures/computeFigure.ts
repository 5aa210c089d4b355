import type { RowId } from '../kernel/ids';
import type { LedgerDefinition, Row } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import type { Figure } from '../ledger/figure';
import { partsOf, type FigurePart } from './breakDown';
import { amountsOf, sumOf, type FigureRecords } from './countTerms';
import { takesIn, type CutOff } from './takesIn';

/** The records a figure is made of. Deleted ones must not be among them. */
export interface FigureRows {
  readonly rows: Iterable<Row>;
  /** The record a reference means, for conditions and breakdowns on its fields. */
  readonly refer: (id: string) => Row | undefined;
}

/** What one record adds to a figure; negative where it is taken away. */
export interface Contribution {
  readonly row: RowId;
  readonly amount: number;
}

export interface ComputedFigure {
  readonly value: number;
  /** The records behind the value, each once: their amounts add up to it. */
  readonly contributions: readonly Contribution[];
}

/** A figure of any ledger as it was computed, not rounded. */
export interface FigureValue {
  readonly ledger: string;
  readonly figure: string;
  readonly value: number;
}

/** The figure at a cut-off and the records it opens into. */
export function computeFigure(figure: Figure, source: FigureRows, cutOff: CutOff): ComputedFigure {
  const amounts = amountsOf(figure, recordsOf(source), cutOff);
  return {
    value: sumOf(amounts.values()),
    contributions: [...amounts].map(([{ id }, amount]) => ({ row: id, amount })),
  };
}

/** The figures of all these ledgers at one cut-off, from whoever holds the records. */
export function computeFigures(
  ledgers: readonly LedgerDefinition[],
  rowsOf: (ledger: string) => Iterable<Row>,
  refer: FigureRows['refer'],
  cutOff: CutOff,
): readonly FigureValue[] {
  return ledgers.flatMap(({ id: ledger, figures }) =>
    figures.map((figure) => ({
      ledger,
      figure: figure.id,
      value: computeFigure(figure, { rows: rowsOf(ledger), refer }, cutOff).value,
    })),
  );
}

/** The figure for each value of a field of its `by`, largest first; blank is `null`. */
export function breakDown(
  figure: Figure,
  field: string,
  source: FigureRows,
  cutOff: CutOff,
): readonly FigurePart[] {
  const records = recordsOf(source);
  return partsOf(amountsOf(figure, records, cutOff), field, records.valueOf);
}

function recordsOf({ rows, refer }: FigureRows): FigureRecords<Row> {
  const valueOf = (row: Row, path: string): StoredValue | undefined => {
    const [own = '', beyond] = path.split('.');
    const value = row.values[own];
    if (beyond === undefined) return value;
    return typeof value === 'string' ? refer(value)?.values[beyond] : undefined;
  };
  return {
    valueOf,
    taken: (term, cutOff) => {
      const taken: Row[] = [];
      for (const row of rows)
        if (takesIn(term, (path) => valueOf(row, path), cutOff)) taken.push(row);
      return taken;
    },
  };
}
