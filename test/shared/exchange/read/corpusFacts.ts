import { ordinaryFiles } from './corpusOfOrdinary';
import { oddFiles } from './corpusOfOdd';

/** What is in the strangers' workbooks, read with other programs (openpyxl, LibreOffice): the oracle. */
export interface KnownSheet {
  readonly sheet: string;
  readonly hidden?: boolean;
  /** By address; a number with its format when it is a date. */
  readonly cells?: Readonly<Record<string, string | number | boolean | readonly [number, string]>>;
  readonly filled?: number;
  readonly merges?: number;
  readonly hiddenRows?: number;
  readonly hiddenColumns?: number;
}

export interface KnownFile {
  readonly sheets?: readonly KnownSheet[];
  readonly sheetCount?: number;
  readonly dateSystem?: 1904;
  readonly unread?: readonly string[];
  /** Tag of the problem, and what more is said about it. */
  readonly refused?: string;
}

/** Every file of the corpus: one without an entry here fails the test. */
export const knownFiles: Readonly<Record<string, KnownFile>> = { ...ordinaryFiles, ...oddFiles };
