import type { Language } from '../fields/codec';

/** A report as the office has it in mind: wording in which `{{…}}` stands for what is counted. */
export interface ReportTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** Its issues are counted: the ninth press briefing. */
  readonly isNumbered: boolean;
  readonly blocks: readonly TemplateBlock[];
}

/** Levels of wording as GB/T 9704-2012, 7.3.3 has them: a heading 一、 in 黑体, the body in 仿宋. */
export type WordingKind = 'title' | 'subtitle' | 'heading' | 'paragraph' | 'signature';

export interface Wording {
  readonly type: WordingKind;
  readonly text: string;
}

/** Every cell is wording. */
export interface WordingTable {
  readonly type: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One line for each value of a field, and their total: who is isolated, by site. */
export interface BreakdownTable {
  readonly type: 'breakdown';
  readonly caption: string;
  /** A placeholder without braces: `集中隔离@12`. */
  readonly figure: string;
  /** `field` or `reference.field`, one of the figure's `by`, or what its header says. */
  readonly field: string;
}

/** Columns drawn for a figure: for each value of a field, or day by day up to the cut-off. */
export interface FigureChart {
  readonly type: 'chart';
  readonly caption: string;
  /** A placeholder without braces, as of a breakdown. */
  readonly figure: string;
  /** As of a breakdown, or a number of days: `近10日`, `10 days`. */
  readonly over: string;
}

export type TemplateBlock = Wording | WordingTable | BreakdownTable | FigureChart;
