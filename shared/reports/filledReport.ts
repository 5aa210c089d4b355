import type { Language } from '../fields/codec';
import type { PartsDiffer } from '../figures/checkParts';
import { failed, ok, type Result } from '../kernel/result';
import type { Instant } from '../kernel/time';
import type { WordingKind } from './template';

/** A report with everything filled in: what is shown, exported and frozen. */
export interface FilledReport {
  readonly language: Language;
  readonly at: Instant;
  readonly blocks: readonly FilledBlock[];
  /** Where the template asks for what there is not; a report with one is not given out. */
  readonly problems: readonly ReportProblem[];
  /** Figures whose parts do not add up; said on screen, the report itself stays as it is worded. */
  readonly differing: readonly PartsDiffer[];
}

export type FilledBlock =
  | { readonly type: WordingKind; readonly runs: readonly Run[] }
  | {
      readonly type: 'table';
      readonly caption: readonly Run[];
      readonly head: readonly (readonly Run[])[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | FilledChart;

/** A column for each line: its words and its figure. */
export interface FilledChart {
  readonly type: 'chart';
  readonly caption: readonly Run[];
  /** What one of the figure is: 人, 例. */
  readonly unit: string;
  readonly lines: readonly (readonly [words: string, figure: Run])[];
}

export type Run =
  | { readonly type: 'text'; readonly text: string }
  /** A figure as written; `figure` and `at` say which, so that it can be told from wording. */
  | {
      readonly type: 'figure';
      readonly text: string;
      readonly value: number;
      readonly figure: string;
      readonly at: Instant;
    }
  | { readonly type: 'problem'; readonly text: string };

/**
 * | tag         | the placeholder                                         |
 * | wrongForm   | has braces that do not close, or no name between them   |
 * | noFigure    | names no figure and no word of the report               |
 * | noPart      | asks for a part that no breakdown of the figure has      |
 * | notComputed | names a figure that has not been computed               |
 * | noNumber    | wants the number of a report whose issues are not counted |
 */
export interface ReportProblem {
  readonly tag: 'wrongForm' | 'noFigure' | 'noPart' | 'notComputed' | 'noNumber';
  /** As it was written, braces included. */
  readonly source: string;
  /** Place of its block in the template, from 0. */
  readonly block: number;
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** A report with a problem, or without anything in it, is not given out. */
export type GiveOutProblem = { readonly tag: 'hasProblems' } | { readonly tag: 'isEmpty' };

export function checkGiveOut({ blocks, problems }: FilledReport): Result<void, GiveOutProblem> {
  if (problems.length > 0) return failed({ tag: 'hasProblems' });
  return blocks.length === 0 ? failed({ tag: 'isEmpty' }) : ok();
}

/** A figure alone in a cell is a number there; everything else is wording. */
export function cellNumber(runs: readonly Run[]): number | undefined {
  const [only, ...rest] = runs;
  return only?.type === 'figure' && rest.length === 0 ? only.value : undefined;
}

/** The report as lines, cells parted by tabs: what a person reads and a search finds. */
export function reportLines({ blocks }: FilledReport): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'table':
        return [
          textOf(block.caption),
          block.head.map(textOf).join('\t'),
          ...block.rows.map((row) => row.map(textOf).join('\t')),
        ];
      case 'chart':
        return [
          textOf(block.caption),
          ...block.lines.map(([words, figure]) => `${words}\t${figure.text}`),
        ];
      default:
        return [textOf(block.runs)];
    }
  });
}
