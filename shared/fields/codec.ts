import type { IsoDate } from '../kernel/time';
import type { FindingRule } from './findingRule';

/** A cell as a workbook or a text box holds it, before anyone has decided what it means. */
export type RawCell =
  | { readonly type: 'blank' }
  | { readonly type: 'text'; readonly text: string }
  /** `format` is the number format code, which tells a date serial from a quantity. */
  | { readonly type: 'number'; readonly number: number; readonly format?: string }
  | { readonly type: 'boolean'; readonly boolean: boolean }
  /** `#REF!`, `#N/A` … */
  | { readonly type: 'error'; readonly code: string };

/** A cell to be written: its value and the Excel number format that shows it rightly. */
export interface WrittenCell {
  readonly value: string | number | boolean | null;
  /** `@` for text, `yyyy-mm-dd hh:mm`, `#,##0.0` … */
  readonly format: string;
}

/**
 * Why a cell cannot be read, or what is odd about a value that was. Only tags and facts: the words
 * a person reads are made in `renderer/app/text/<language>/fields.ts`, from `rule`.
 */
export interface Finding {
  /** e.g. `identityNumber.checkDigit`, `date.noSuchDay`, `number.destroyedByExcel` */
  readonly rule: FindingRule;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Blank, value and unreadable are three answers; unreadable is never blank. */
export type Parsed<T> =
  | { readonly state: 'blank' }
  | {
      readonly state: 'value';
      readonly value: T;
      /** Odd but accepted: shown, and where the field rules say so a reason is asked for. */
      readonly warnings: readonly Finding[];
    }
  | { readonly state: 'unreadable'; readonly why: Finding };

/** What a cell cannot know by itself. */
export interface ParseContext {
  /** Gives `3.27` and `27日` their year and month; the value is then marked `date.assumed`. */
  readonly reportOn?: IsoDate;
  /** The workbook's date system; 1900 unless it says otherwise. */
  readonly dateSystem?: 1900 | 1904;
  /** The record that a name or number of another ledger stands for, when it is known here. */
  readonly resolveReference?: (ledger: string, text: string) => string | undefined;
  /** The name or number that stands for a record of another ledger. */
  readonly describeReference?: (ledger: string, id: string) => string | undefined;
}

export type Language = 'zh' | 'en';

/**
 * One kind of field: how it is read, made uniform, shown, written and compared.
 * Law (property-tested for each kind): parsing what `toCell` or `toText` made gives the value back,
 * without warnings other than those the value had at first.
 */
export interface Codec<T> {
  parse(cell: RawCell, context?: ParseContext): Parsed<T>;
  /** The same meaning in the one stored form; idempotent. */
  normalise(value: T): T;
  /** For screens and for typing back in. */
  toText(value: T, language: Language, context?: ParseContext): string;
  toCell(value: T, context?: ParseContext): WrittenCell;
  /** Order in a sorted column: Chinese text by pinyin, numbers by size. */
  compare(left: T, right: T): number;
}
