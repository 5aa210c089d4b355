import type { WorkLine } from '../../../shared/work/workList';
import { textWidth } from '../../components/grid/textWidth';
import type { ShownColumn } from './lineCells';

/** So many lines say well enough how wide a column's texts are. */
const sampled = 200;
/** px up to which a column is as wide as its longest text, whatever else has to be cut. */
const keptWhole = 104;
const widestText = 260;
/** px by which the small letters of a header are narrower than digits. */
const letterLess = 0.6;
const besideHeader = 4;
const gap = 10;

export interface Tracks {
  /** As `grid-template-columns` has it. */
  readonly template: string;
  /** px below which the table is scrolled sideways. */
  readonly least: number;
}

/**
 * Columns as wide as what they hold: moments and days always alike, headers, numbers and short texts
 * never cut, texts in proportion to their length in what is left.
 */
export function columnTracks(
  before: readonly number[],
  columns: readonly ShownColumn[],
  lines: readonly WorkLine[],
): Tracks {
  const some = lines.slice(0, sampled);
  const tracks = columns.map(({ header, width, isNumber, cell }) => {
    const letters = header.match(/[a-z]/g)?.length ?? 0;
    const head = Math.ceil(textWidth(header) - letters * letterLess) + besideHeader;
    if (width !== undefined) return { least: Math.max(width, head), share: 0 };
    const texts = some.map((line) => Math.ceil(textWidth(cell(line).text)) + 2);
    const needed = Math.min(widestText, Math.max(head, ...texts));
    if (isNumber) return { least: needed, share: 0 };
    const least = needed <= keptWhole ? needed : Math.max(head, keptWhole);
    return { least, share: needed };
  });
  const all = [...before.map((least) => ({ least, share: 0 })), ...tracks];
  return {
    template: all
      .map(({ least, share }) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`))
      .join(' '),
    least: all.reduce((sum, { least }) => sum + least + gap, gap),
  };
}

/** px of the marks of a line, side by side; each has an edge of its own. */
export function marksWidth(words: readonly (readonly string[])[], header: string): number {
  const widths = words.map((marks) =>
    marks.reduce((sum, mark) => sum + Math.ceil(textWidth(mark) * (12 / 13)) + 17, 0),
  );
  return Math.max(Math.ceil(textWidth(header)) + 2, ...widths);
}
