import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import type { Row } from '../../../shared/ledger/defineLedger';
import { blockOf, selectCell } from '../../components/grid/gridSelection';
import { narrowest, widest } from '../../components/grid/textWidth';
import { columnWidth } from './data/columnWidth';
import { shiftColumn, type SavedView } from './data/savedView';
import type { LedgerModel } from './useLedgerModel';

interface CursorActions {
  /** Asks before it deletes the selected records. */
  readonly remove: () => void;
  /** Shows the cell's masked value, or all of the record; masks them again when they show. */
  readonly reveal: () => void;
  /** To the next record with a text that could not be taken. */
  readonly nextWrong: () => void;
  readonly widen: (by: number) => void;
  readonly shift: (by: number) => void;
}

interface Surroundings {
  readonly model: LedgerModel;
  readonly setView: (view: SavedView) => void;
  readonly onAskToDelete: (rows: readonly Row[]) => void;
  readonly toGrid: () => void;
}

/** What the keys do to the record, the block or the column under the cursor. */
export function useCursorActions(surroundings: Surroundings): CursorActions {
  const { model, setView, onAskToDelete, toGrid } = surroundings;
  const { ledger, language, shown, rows, cursor, drafts, reveal } = model;
  const { t } = useTranslation();
  const { view } = shown;
  const { selection } = cursor;
  const column = view.columns[selection.column];

  const nextWrong = async () => {
    const ids = [...drafts.rows.keys()] as RowId[]; // drafts are kept by the id of their record
    const positions = await Promise.all(ids.map((id) => rows.positionOf(id)));
    const there = positions
      .flatMap((at, index) => {
        const id = ids[index];
        const fields = id === undefined ? [] : Object.keys(drafts.rows.get(id) ?? {});
        return fields.map((field) => ({ row: at, column: view.columns.indexOf(field) }));
      })
      .filter((at) => at.row >= 0 && at.column >= 0)
      .sort((a, b) => a.row - b.row || a.column - b.column);
    const after = there.find(
      ({ row, column: at }) =>
        row > selection.row || (row === selection.row && at > selection.column),
    );
    const next = after ?? there[0];
    if (next) cursor.select(selectCell(next.row, next.column));
    else model.say(t('ledger.wrongElsewhere'));
    toGrid();
  };
  return {
    remove: () => {
      const block = blockOf(selection);
      void rows.rowsBetween(block.top, block.bottom + 1).then((chosen) => {
        const live = chosen.filter(({ deletedAt }) => deletedAt === undefined);
        if (live.length > 0) onAskToDelete(live);
      });
    },
    reveal: () => {
      const row = rows.rowAt(selection.row);
      if (!row) return;
      const hidden = Object.entries(ledger.fields).flatMap(([name, field]) =>
        field.sensitive && row.values[name] !== undefined ? [name] : [],
      );
      if (reveal.shown.row === row.id) reveal.hide();
      else if (column !== undefined && hidden.includes(column)) void reveal.show(row.id, [column]);
      else if (hidden.length > 0) void reveal.show(row.id, hidden);
    },
    nextWrong: () => void nextWrong(),
    widen: (by) => {
      if (column === undefined) return;
      const width = columnWidth(ledger, view, column, { t, language }) + by;
      setView({
        ...view,
        widths: { ...view.widths, [column]: Math.max(narrowest, Math.min(widest, width)) },
      });
    },
    shift: (by) => {
      if (column === undefined) return;
      const next = shiftColumn(view, column, by);
      setView(next);
      cursor.select(selectCell(selection.row, next.columns.indexOf(column)));
    },
  };
}
