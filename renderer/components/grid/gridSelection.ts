/** A block of cells: where it was begun and where it ends; the cursor is at `row`, `column`. */
export interface GridSelection {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
  /** Where a run of Tabs began: Enter goes back to this column, one row down. */
  readonly tabbedFrom?: number;
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
  const { anchorRow, anchorColumn } = selection;
  return { row, column, anchorRow, anchorColumn };
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

/** The same selection inside a grid that has become smaller. */
export function clampSelection(selection: GridSelection, rows: number, columns: number) {
  const row = clamp(selection.row, rows);
  const column = clamp(selection.column, columns);
  const anchorRow = clamp(selection.anchorRow, rows);
  const anchorColumn = clamp(selection.anchorColumn, columns);
  const same =
    row === selection.row &&
    column === selection.column &&
    anchorRow === selection.anchorRow &&
    anchorColumn === selection.anchorColumn;
  return same ? selection : { row, column, anchorRow, anchorColumn };
}

function clamp(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
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
  const row = clamp(to.row, size.rows);
  const column = clamp(to.column, size.columns);
  if (key === 'Tab')
    return { ...selectCell(row, column), tabbedFrom: selection.tabbedFrom ?? selection.column };
  return shift && key !== 'Enter' ? extendTo(selection, row, column) : selectCell(row, column);
}

function target(
  { row, column, tabbedFrom }: GridSelection,
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
      return { row: row + (shift ? -1 : 1), column: tabbedFrom ?? column };
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
