import type { ReactNode, RefObject } from 'react';
import type { Assistant } from '../picking/assistant';
import type { Block, GridSelection } from './gridSelection';

/** What a cell shows. A tone colours the word, which is always there as well. */
export interface GridCell {
  readonly text: string;
  readonly tone?: 'good' | 'warn' | 'bad' | 'calm' | undefined;
  /** Holds a text that was typed and cannot be taken as it is. */
  readonly wrong?: boolean | undefined;
}

export interface GridColumn<Row> {
  readonly id: string;
  /** Its header in words. */
  readonly label: string;
  /** px */
  readonly width: number;
  readonly align?: 'right' | undefined;
  readonly cell: (row: Row) => GridCell;
}

/** What is said below a text while it is typed; `asksReason` holds Enter back once for a reason. */
export interface CellNote {
  readonly text: string;
  readonly asksReason: boolean;
}

/** The owner's part in editing. Nothing here blocks: a text that cannot be taken stays with the owner. */
export interface CellEditing<Row extends object> {
  /** What stands in the box when editing begins; undefined where the cell cannot be edited. */
  readonly textToEdit: (
    row: Row,
    column: string,
  ) => string | undefined | Promise<string | undefined>;
  /** Whether a first key may replace what the cell holds. */
  readonly canType: (row: Row, column: string) => boolean;
  /** The row as it was when editing began: it may stand elsewhere by now. */
  readonly onEdit: (row: Row, column: string, text: string, reason: string) => void;
  /** What is odd about a text while it is typed. */
  readonly noteOn: (column: string, text: string) => CellNote | undefined;
  /** Why the text that stands in the cell could not be taken. */
  readonly problemAt: (row: Row, column: string) => string | undefined;
  readonly assistantAt: (column: string) => Assistant | undefined;
}

export interface GridProps<Row extends object> extends CellEditing<Row> {
  readonly label: string;
  /** The textarea, so that the owner can give the focus back to it. */
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly columns: readonly GridColumn<Row>[];
  /** What stands at the head of a column. */
  readonly header: (column: string) => ReactNode;
  readonly rowCount: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowTone: (row: Row) => 'deleted' | undefined;
  readonly selection: GridSelection;
  readonly onSelect: (selection: GridSelection) => void;
  /** Rows on screen, so that the owner can have them read. */
  readonly onRange: (from: number, to: number) => void;
  readonly onResize: (column: string, width: number) => void;
  /** Wide enough for what is on screen. */
  readonly onFit: (column: string, texts: readonly string[]) => void;
  readonly onMoveColumn: (column: string, before: string) => void;
  /** Gives the text at once, or undefined when the owner puts it on the clipboard by itself. */
  readonly onCopy: (block: Block, cut: boolean) => string | undefined;
  /** The block under the selection takes them, from its first cell on. */
  readonly onPaste: (cells: readonly (readonly string[])[]) => void;
  readonly onClear: (block: Block) => void;
  /** Esc outside editing. */
  readonly onEscape: () => void;
  readonly onOpen: (row: Row, column: string) => void;
  readonly words: { readonly reason: string };
  readonly empty: ReactNode;
}
