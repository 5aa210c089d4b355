import type { Language } from '../fields/codec';
import type { Instant } from '../kernel/time';
import type { FilledBlock, FilledReport, Run } from './filledReport';
import type { WordingKind } from './template';

/** What the record of an issued report says of it. */
export interface IssuedText {
  /** Lines as `reportLines` gives them. */
  readonly text: string;
  /** A line for each figure: its id, its instant, its value. */
  readonly figures: string;
  readonly at: Instant;
  readonly language: Language;
}

const sentence = /[。；！？.;!?]$/;
/** Levels as GB/T 9704-2012, 7.3.3 writes them, and their English likes. */
const headed = /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\. )/;
const written = /^-?\d[\d,]*(\.\d+)?$/;
const signedAtMost = 2;
const shortLine = 40;

/**
 * An issued report laid out anew from its record, where the page itself stayed on the computer that
 * issued it. Wording, figures and tables are those that were issued; a chart comes back as a table
 * of its lines.
 */
export function reportFromText({ text, figures, at, language }: IssuedText): FilledReport {
  const values = new Map(
    figures.split('\n').map((line) => {
      const [figure = '', , value] = line.split(' ');
      return [Number(value), figure] as const;
    }),
  );
  const runsOf = (cell: string): readonly Run[] => {
    const value = written.test(cell) ? Number(cell.replaceAll(',', '')) : undefined;
    const figure = value === undefined ? undefined : values.get(value);
    return value === undefined || figure === undefined
      ? [{ type: 'text', text: cell }]
      : [{ type: 'figure', text: cell, value, figure, at }];
  };
  const lines = text.split('\n');
  const signed = signatureFrom(lines);
  const blocks: FilledBlock[] = [];
  let line = 0;
  while (line < signed) {
    const end = tableEnd(lines, line + 1);
    if (end > line + 1) {
      blocks.push(tableOf(lines.slice(line, end), runsOf));
      line = end;
    } else {
      const type = kindOf(lines[line] ?? '', line);
      if (lines[line] !== '') blocks.push(wording(type, lines[line] ?? ''));
      line += 1;
    }
  }
  if (signed < lines.length) blocks.push(wording('signature', lines.slice(signed).join('\n')));
  return { language, at, blocks, problems: [], differing: [] };
}

function wording(type: WordingKind, text: string): FilledBlock {
  return { type, runs: [{ type: 'text', text }] };
}

function kindOf(text: string, line: number): WordingKind {
  if (line === 0) return 'title';
  const isShort = text.length <= shortLine && !sentence.test(text);
  if (isShort && headed.test(text)) return 'heading';
  return isShort && line === 1 ? 'subtitle' : 'paragraph';
}

/** After the last line with cells that begins at `from`; a table without a head has a blank one. */
function tableEnd(lines: readonly string[], from: number): number {
  let end = lines[from] === '' ? from + 1 : from;
  const first = end;
  while (lines[end]?.includes('\t')) end += 1;
  return end === first ? from : end;
}

function tableOf(
  [caption = '', ...rows]: readonly string[],
  runsOf: (cell: string) => readonly Run[],
): FilledBlock {
  const cells = rows.filter((row) => row !== '').map((row) => row.split('\t'));
  const hasHead = cells[0]?.every((cell) => !written.test(cell)) === true;
  return {
    type: 'table',
    caption: [{ type: 'text', text: caption }],
    head: hasHead ? (cells[0] ?? []).map(runsOf) : [],
    rows: (hasHead ? cells.slice(1) : cells).map((row) => row.map(runsOf)),
  };
}

/** The place of the first line of the signature: short lines at the end, that are no sentence. */
function signatureFrom(lines: readonly string[]): number {
  let from = lines.length;
  while (from > 2 && lines.length - from < signedAtMost) {
    const text = lines[from - 1] ?? '';
    if (text.includes('\t') || text.length > shortLine || sentence.test(text)) break;
    if (headed.test(text)) break;
    from -= 1;
  }
  return from;
}
