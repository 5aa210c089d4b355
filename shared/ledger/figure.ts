import type { Words } from './field';

/** One number that a county reports, declared beside the ledger whose records it counts. */
export interface Figure<Name extends string = string> {
  /** Own among the figures of all ledgers: `cases.confirmed`. */
  readonly id: string;
  readonly title: Words;
  /** What one of it is: 例, 人, 吨. */
  readonly unit: Words;
  /** Digits after the point where it is shown; it is computed exactly. */
  readonly decimals?: number;
  /** Added up; a term with `less` is taken away (a case that changed from one total to another). */
  readonly terms: readonly FigureTerm<Name>[];
  /** Fields (`field` or `reference.field`) by whose values it may be broken down. */
  readonly by?: readonly (Name | `${Name}.${string}`)[];
  /** Ids of the figures that must add up to this one; where they do not, the report says so. */
  readonly parts?: readonly string[];
}

export interface FigureTerm<Name extends string = string> {
  readonly measure: FigureMeasure<Name>;
  readonly where?: readonly FigureCondition<Name>[];
  readonly counts: FigureSpan<Name>;
  readonly less?: boolean;
}

export type FigureMeasure<Name extends string = string> =
  | { readonly type: 'rows' }
  /** Blank counts as nothing. `factor` brings the field's unit to the figure's. */
  | { readonly type: 'sum'; readonly field: Name; readonly factor?: number }
  /** Different values of the fields together: households, kinds of medicine. */
  | { readonly type: 'distinct'; readonly fields: readonly Name[] };

/**
 * Which records a cut-off instant takes in. An instant exactly at the cut-off is in; a date is in
 * from the first moment of its day.
 * | type   | in where                                                      |
 * | held   | `from` is not after the cut-off, and `until` is blank or after it |
 * | upTo   | `from` is not after the cut-off: cumulative                    |
 * | within | `from` lies after the start of the period, not after the cut-off |
 * | latest | of each `per`, the record with the last `from` not after the cut-off |
 */
export type FigureSpan<Name extends string = string> =
  | { readonly type: 'held'; readonly from: Name; readonly until: Name }
  | { readonly type: 'upTo'; readonly from: Name }
  | { readonly type: 'within'; readonly from: Name }
  | { readonly type: 'latest'; readonly from: Name; readonly per: readonly Name[] };

export interface FigureCondition<Name extends string = string> {
  /** A field of the record, or `reference.field` of the record it refers to. */
  readonly field: Name | `${Name}.${string}`;
  readonly is?: readonly (string | number | boolean)[];
  readonly isNot?: readonly (string | number | boolean)[];
  readonly filled?: boolean;
}
