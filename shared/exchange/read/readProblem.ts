import type { ReadLimits } from './limits';

/** What the bytes are, when they are not a workbook. */
export type ForeignFile =
  | 'empty'
  | 'pdf'
  | 'image'
  | 'word'
  | 'presentation'
  | 'rtf'
  | 'json'
  | 'html'
  | 'xml'
  | 'database'
  | 'archive'
  | 'numbers'
  | 'program'
  | 'oldSpreadsheet'
  | 'binary';

/** Why a file was not read. Tags and facts only: the words are made in the exchange screens. */
export type ReadProblem =
  /** A password is needed to open it; nothing inside can be seen without. */
  | { readonly tag: 'encrypted' }
  | { readonly tag: 'notWorkbook'; readonly looksLike: ForeignFile }
  | {
      readonly tag: 'tooLarge';
      readonly limit: keyof ReadLimits;
      readonly allowed: number;
      readonly found: number;
      /** The part or sheet that goes too far, where it is one. */
      readonly where?: string;
    }
  /** XML that brings its own document type: no spreadsheet program writes it, attacks need it. */
  | { readonly tag: 'documentType'; readonly where: string }
  /** Cut off, broken or contradicting itself; `detail` is for the error report, in English. */
  | { readonly tag: 'damaged'; readonly detail: string; readonly where?: string }
  /** Text in none of the encodings known here (UTF-8, UTF-16, GB 18030). */
  | { readonly tag: 'unknownEncoding' };
