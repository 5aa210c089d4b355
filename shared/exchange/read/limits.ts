/**
 * What a workbook may cost. Every limit is checked before the memory is spent: the zip directory
 * before anything is inflated, the inflated XML before the parser sees it, the parsed cells before
 * they are handed on. The largest honest file known here has 404,960 cells in 3 MB.
 */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** Of all parts that are read, together. */
  readonly inflatedBytes: number;
  /** Inflated ÷ packed of one part over a megabyte; spreadsheet XML packs 5 to 40 times. */
  readonly inflationRatio: number;
  readonly xmlDepth: number;
  readonly sharedStrings: number;
  /** Characters in one cell: Excel's own limit. */
  readonly cellCharacters: number;
  /** Characters in all cells; one shared string may be shown a million times. */
  readonly totalCharacters: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly merges: number;
}

const mebibyte = 1_048_576;

export const defaultReadLimits: ReadLimits = {
  fileBytes: 128 * mebibyte,
  zipEntries: 4_096,
  inflatedBytes: 768 * mebibyte,
  inflationRatio: 250,
  xmlDepth: 64,
  sharedStrings: 4_000_000,
  cellCharacters: 32_767,
  totalCharacters: 256 * mebibyte,
  sheets: 256,
  rows: 1_048_576,
  columns: 1_024,
  cells: 5_000_000,
  merges: 200_000,
};
