import type { RawCell } from '../../fields/codec';
import { normaliseHeader } from './normaliseHeader';
import type { SkipReason } from '../plan/plan';
import { cellText } from '../workbook';

const totals = /^(合计|总计|小计|共计|累计|总共|本页合计|全县合计|total|subtotal|sum)$/i;
/** With blanks between its characters. */
const longestTotals = 20;
const beyondAscii = /[\u0080-\uFFFF]/;
const footnote =
  /^(注|备注|说明|填表说明|填报说明|制表人?|填表人|填报人|审核人?|审批人|负责人|联系人|单位负责人|填报单位|填报时间|填报日期|联系电话)(\d*)$/;

interface FilledCell {
  readonly column: number;
  readonly text: string;
}

/**
 * Why a row under the header is no record, or undefined when it is one.
 * `headers` (`headerNames`) and `mapped` are by column; only what clearly is no record is skipped.
 */
export function skipReason(
  row: readonly RawCell[],
  headers: readonly string[],
  mapped: ReadonlySet<number>,
): SkipReason | undefined {
  const filled: FilledCell[] = [];
  for (let column = 0; column < row.length; column++) {
    const text = cellText(row[column]).trim();
    if (text !== '') filled.push({ column, text });
  }
  const first = filled[0];
  if (!first) return 'nothingMapped';
  if (first.text.length < longestTotals && totals.test(first.text.replace(/[\s:：]/g, '')))
    return 'totals';
  // 注：… over the whole width, or 填表人：张三 and 审核人：李四 side by side.
  const isNote = ({ text }: { readonly text: string }) => isFootnote(text);
  if (
    filled.length <= 4 &&
    filled.every((cell) => isNote(cell) || filled.length > 1) &&
    isNote(first)
  ) {
    return 'footnote';
  }
  if (repeatsHeader(filled, headers)) return 'repeatedHeader';
  if (filled.length >= 3 && isColumnNumbers(filled.map(({ text }) => text))) return 'columnNumbers';
  return filled.some(({ column }) => mapped.has(column)) ? undefined : 'nothingMapped';
}

/** What `skipReason` compares the cells of each row with: made once for a table. */
export function headerNames(headers: readonly string[]): readonly string[] {
  return headers.map((header) => normaliseHeader(header).full);
}

/** Two thirds of the cells, and two at least, say what the header says. Ends at the first third that does not. */
function repeatsHeader(filled: readonly FilledCell[], headers: readonly string[]): boolean {
  let same = 0;
  let others = 0;
  for (const { column, text } of filled) {
    const header = headers[column] ?? '';
    if (header !== '' && mayBe(text, header) && normaliseHeader(text).full === header) same++;
    else if (++others * 3 > filled.length) return false;
  }
  return same >= 2;
}

/** Most cells of a record are told from a header without a closer look. */
function mayBe(text: string, header: string): boolean {
  return text.length >= header.length / 3 && (beyondAscii.test(text) || !beyondAscii.test(header));
}

/** `注：…`, `填表人：张三`: what stands under a table, not in it. */
export function isFootnote(text: string): boolean {
  const colon = /[:：]/.exec(text);
  return colon !== null && footnote.test(text.slice(0, colon.index).replace(/\s/g, ''));
}

/** 1 2 3 …, possibly after 甲 乙 丙 in the first places. */
function isColumnNumbers(texts: readonly string[]): boolean {
  const stems = '甲乙丙丁戊己庚辛';
  let stem = 0;
  while (stem < texts.length && texts[stem] === stems[stem]) stem++;
  const numbers = texts.slice(stem);
  return (
    numbers.length >= 2 &&
    numbers.every((text, index) => text.replace(/[()（）]/g, '') === String(index + 1))
  );
}
