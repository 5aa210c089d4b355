/** A block of cells: where it was begun and where it ends; the cursor is at `row`, `column`. */
export interface GridSelection {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown pass over. */
  readonly page: number;
}

export interface PressedKey {
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
}

export function selectCell(row: number, column: number): GridSelection {
  return { row, column, anchorRow: row, anchorColumn: column };
}

export function extendTo(selection: GridSelection, row: number, column: number): GridSelection {
  return { ...selection, row, column };
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function blockOf(selection: GridSelection): Block {
  return {
    top: Math.min(selection.row, selection.anchorRow),
    bottom: Math.max(selection.row, selection.anchorRow),
    left: Math.min(selection.column, selection.anchorColumn),
    right: Math.max(selection.column, selection.anchorColumn),
  };
}

/** Where a key leads; undefined for a key that moves nothing. Shift extends the block. */
export function moveSelection(
  selection: GridSelection,
  { key, control, shift }: PressedKey,
  size: GridSize,
): GridSelection | undefined {
  if (size.rows === 0 || size.columns === 0) return undefined;
  const to = target(selection, key, control, shift, size);
  if (!to) return undefined;
  const row = Math.max(0, Math.min(size.rows - 1, to.row));
  const column = Math.max(0, Math.min(size.columns - 1, to.column));
  const extending = shift && key !== 'Tab' && key !== 'Enter';
  return extending ? extendTo(selection, row, column) : selectCell(row, column);
}

function target(
  { row, column }: GridSelection,
  key: string,
  control: boolean,
  shift: boolean,
  size: GridSize,
): { readonly row: number; readonly column: number } | undefined {
  switch (key) {
    case 'ArrowDown':
      return { row: control ? size.rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: control ? 0 : row - 1, column };
    case 'ArrowRight':
      return { row, column: control ? size.columns - 1 : column + 1 };
    case 'ArrowLeft':
      return { row, column: control ? 0 : column - 1 };
    case 'Tab':
      return { row, column: column + (shift ? -1 : 1) };
    case 'Enter':
      return { row: row + (shift ? -1 : 1), column };
    case 'PageDown':
      return { row: row + size.page, column };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'Home':
      return { row: control ? 0 : row, column: 0 };
    case 'End':
      return { row: control ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return undefined;
  }
}
