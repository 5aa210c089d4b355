import type { RawCell } from '../../fields/codec';
import { normaliseHeader } from './normaliseHeader';
import type { SkipReason } from '../plan/plan';
import { cellText, isBlankCell } from '../workbook';

const totals = /^(合计|总计|小计|共计|累计|总共|本页合计|全县合计|total|subtotal|sum)$/i;
/** With blanks between its characters. */
const longestTotals = 20;
const beyondAscii = /[\u0080-\uFFFF]/;
/** What becomes another character when a header is made uniform: not ASCII, not an ordinary Han character. */
const compatibility = /[^\u0000-\u007F\u3400-\u9FFF]/;
const footnote =
  /^(注|备注|说明|填表说明|填报说明|制表人?|填表人|填报人|审核人?|审批人|负责人|联系人|单位负责人|填报单位|填报时间|填报日期|联系电话)(\d*)$/;

/** So few cells may be a note under the table. */
const mostInNote = 4;

/**
 * Why a row under the header is no record, or undefined when it is one.
 * `headers` (`headerNames`) and `mapped` are by column; only what clearly is no record is skipped.
 * Asked of every row of a file: what nearly every record is not is seen without making a list of its cells.
 */
export function skipReason(
  row: readonly RawCell[],
  headers: readonly string[],
  mapped: ReadonlySet<number>,
): SkipReason | undefined {
  let filled = 0;
  let isMapped = false;
  let first = '';
  for (let column = 0; column < row.length; column++) {
    if (isBlankCell(row[column])) continue;
    if (filled++ === 0) first = cellText(row[column]).trim();
    isMapped ||= mapped.has(column);
  }
  if (filled === 0) return 'nothingMapped';
  if (first.length < longestTotals && totals.test(first.replace(/[\s:：]/g, ''))) return 'totals';
  // 注：… over the whole width, or 填表人：张三 and 审核人：李四 side by side.
  if (filled <= mostInNote && isFootnote(first)) return 'footnote';
  if (repeatsHeader(row, filled, headers)) return 'repeatedHeader';
  if (filled >= 3 && startsNumbers(first) && isColumnNumbers(filledTexts(row))) {
    return 'columnNumbers';
  }
  return isMapped ? undefined : 'nothingMapped';
}

function filledTexts(row: readonly RawCell[]): readonly string[] {
  return row.flatMap((cell) => (isBlankCell(cell) ? [] : [cellText(cell).trim()]));
}

/** What `skipReason` compares the cells of each row with: made once for a table. */
export function headerNames(headers: readonly string[]): readonly string[] {
  return headers.map((header) => normaliseHeader(header).full);
}

/** Two thirds of the cells, and two at least, say what the header says. Ends at the first third that does not. */
function repeatsHeader(
  row: readonly RawCell[],
  filled: number,
  headers: readonly string[],
): boolean {
  let same = 0;
  let others = 0;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (isBlankCell(cell)) continue;
    const header = headers[column] ?? '';
    const text = cellText(cell).trim();
    if (header !== '' && mayBe(text, header) && normaliseHeader(text).full === header) same++;
    else if (++others * 3 > filled) return false;
  }
  return same >= 2;
}

/** A letter or a Han character that is no numeral stays the first of a header that is made uniform. */
const keptFirst = /^[a-zA-Z\u4E01-\u9FFF]/;
const numeral = /^[一二三四五六七八九十]/;

/** Most cells of a record are told from a header by their first character, the others by its first. */
function mayBe(text: string, header: string): boolean {
  if (text.length < header.length / 3) return false;
  const first = header.charAt(0);
  if (keptFirst.test(text) && !numeral.test(text)) return text.charAt(0).toLowerCase() === first;
  if (!beyondAscii.test(first)) return beyondAscii.test(text) || text.toLowerCase().includes(first);
  return text.includes(first) || compatibility.test(text);
}

/** `注：…`, `填表人：张三`: what stands under a table, not in it. */
export function isFootnote(text: string): boolean {
  const colon = /[:：]/.exec(text);
  return colon !== null && footnote.test(text.slice(0, colon.index).replace(/\s/g, ''));
}

function startsNumbers(first: string): boolean {
  return first === '甲' || first.replace(/[()（）]/g, '') === '1';
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
