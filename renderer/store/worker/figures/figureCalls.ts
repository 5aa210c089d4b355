import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { FigureQuery, FigureRow, StoreFigures } from '../../figureContract';
import type { Tables } from '../buildChanges';
import { holdFigure, type HeldFigure } from './figureRecords';
import { heldParts } from './heldParts';
import { createKeptValues } from './keptValues';

type Opened = Pick<HeldFigure, 'table' | 'ordinals' | 'amountAt'>;

/**
 * Answers what is asked of the figures; opened ones stay as they were while rows come and change. The
 * list of ledgers grows while the event is open.
 */
export function createFigureCalls(
  tables: Tables,
  ledgers: readonly LedgerDefinition[],
): Omit<StoreFigures, 'closeFigure'> & { closeFigure(opened: number): Promise<void> } {
  const opened = new Map<number, Opened>();
  const kept = createKeptValues(tables);
  let next = 1;

  const find = (id: string) => {
    for (const ledger of ledgers) {
      const figure = ledger.figures.find((one) => one.id === id);
      if (figure) return { ledger, figure };
    }
    throw new Error(`No figure ${id}`);
  };
  const hold = ({ figure: id, cutOff, of }: FigureQuery): HeldFigure => {
    const { ledger, figure } = find(id);
    return holdFigure(tables, ledger, figure, cutOff, of);
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
        wanted.map((id) => {
          const { ledger, figure } = find(id);
          const compute = () => holdFigure(tables, ledger, figure, cutOff).value;
          return {
            ledger: ledger.id,
            figure: id,
            value: kept.valueOf(ledger, figure, cutOff, compute),
          };
        }),
      ),
    figureParts: (query) => {
      const { ledger, figure } = find(query.figure);
      const held = hold(query);
      return Promise.resolve(
        (figure.by ?? []).map((field) => ({ field, parts: heldParts(held, ledger, field) })),
      );
    },
    contributions: (query) => {
      const { ordinals, amountAt, table } = hold(query);
      return Promise.resolve(
        Array.from(ordinals, (at) => ({ row: table.rowAt(at).id, amount: amountAt(at) })),
      );
    },
    openFigure: (query, firstRows) => {
      const { table, ordinals, amountAt, value } = hold(query);
      const id = next++;
      opened.set(id, { table, ordinals, amountAt });
      const first = rowsOf(id, 0, firstRows);
      return Promise.resolve({ id, value, count: ordinals.length, first });
    },
    figureRows: (id, from, to) => Promise.resolve(rowsOf(id, from, to)),
    closeFigure: (id) => {
      opened.delete(id);
      return Promise.resolve();
    },
  };
}
