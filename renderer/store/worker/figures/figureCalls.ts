import { partKey, partsOf } from '../../../../shared/figures/breakDown';
import { sumOf } from '../../../../shared/figures/countTerms';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { FigureQuery, FigureRow, StoreFigures } from '../../figureContract';
import type { Tables } from '../buildChanges';
import { holdFigure, type HeldFigure } from './figureRecords';

type Opened = Pick<HeldFigure, 'table' | 'ordinals' | 'amountAt'>;

/** Answers what is asked of the figures; opened ones stay as they were while rows come and change. */
export function createFigureCalls(
  tables: Tables,
  ledgers: readonly LedgerDefinition[],
): Omit<StoreFigures, 'closeFigure'> & { closeFigure(opened: number): Promise<void> } {
  const declared = new Map(
    ledgers.flatMap((ledger) => ledger.figures.map((figure) => [figure.id, { ledger, figure }])),
  );
  const opened = new Map<number, Opened>();
  let next = 1;

  const hold = ({ figure: id, cutOff }: Omit<FigureQuery, 'of'>): HeldFigure => {
    const known = declared.get(id);
    if (!known) throw new Error(`No figure ${id}`);
    return holdFigure(tables, known.ledger, known.figure, cutOff);
  };
  /** The last that were made come first. */
  const rowsOf = (id: number, from: number, to: number): readonly FigureRow[] => {
    const held = opened.get(id);
    if (!held) return [];
    const { table, ordinals, amountAt } = held;
    const last = ordinals.length - from;
    return Array.from(
      ordinals.subarray(Math.max(0, ordinals.length - to), Math.max(0, last)).toReversed(),
      (ordinal) => ({ row: table.rowAt(ordinal), amount: amountAt(ordinal) }),
    );
  };

  return {
    figures: (cutOff, wanted) =>
      Promise.resolve(
        wanted.map((figure) => ({
          ledger: declared.get(figure)?.ledger.id ?? '',
          figure,
          value: hold({ figure, cutOff }).value,
        })),
      ),
    figureParts: (query) => {
      const { ordinals, amountAt, valueOf } = hold(query);
      const amounts = Array.from(ordinals, (at) => [at, amountAt(at)] as const);
      const fields = declared.get(query.figure)?.figure.by ?? [];
      return Promise.resolve(
        fields.map((field) => ({ field, parts: partsOf(amounts, field, valueOf) })),
      );
    },
    contributions: (query) => {
      const { ordinals, amountAt, table } = hold(query);
      return Promise.resolve(
        Array.from(ordinals, (at) => ({ row: table.rowAt(at).id, amount: amountAt(at) })),
      );
    },
    openFigure: (query, firstRows) => {
      const { of } = query;
      const held = hold(query);
      const ordinals = of
        ? held.ordinals.filter((at) => partKey(at, of.field, held.valueOf) === of.key)
        : held.ordinals;
      const value = of ? sumOf(Array.from(ordinals, held.amountAt)) : held.value;
      const id = next++;
      opened.set(id, { table: held.table, ordinals, amountAt: held.amountAt });
      return Promise.resolve({
        id,
        value,
        count: ordinals.length,
        first: rowsOf(id, 0, firstRows),
      });
    },
    figureRows: (id, from, to) => Promise.resolve(rowsOf(id, from, to)),
    closeFigure: (id) => {
      opened.delete(id);
      return Promise.resolve();
    },
  };
}
