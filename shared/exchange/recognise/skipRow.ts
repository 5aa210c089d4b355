import type { RawCell } from '../../fields/codec';
import { normaliseHeader } from './normaliseHeader';
import type { SkipReason } from '../plan/plan';
import { cellText, isBlankCell } from '../workbook';

const totals = /^(合计|总计|小计|共计|累计|总共|本页合计|全县合计|total|subtotal|sum)$/i;
const footnote =
  /^(注|备注|说明|填表说明|填报说明|制表人?|填表人|填报人|审核人?|审批人|负责人|联系人|单位负责人|填报单位|填报时间|填报日期|联系电话)(\d*)$/;

/**
 * Why a row under the header is no record, or undefined when it is one.
 * `headers` and `mapped` are by column; only what clearly is no record is skipped.
 */
export function skipReason(
  row: readonly RawCell[],
  headers: readonly string[],
  mapped: ReadonlySet<number>,
): SkipReason | undefined {
  const filled: { readonly column: number; readonly text: string }[] = [];
  for (const [column, cell] of row.entries()) {
    if (!isBlankCell(cell)) filled.push({ column, text: cellText(cell).trim() });
  }
  const first = filled[0];
  if (!first) return 'nothingMapped';
  if (totals.test(first.text.replace(/[\s:：]/g, ''))) return 'totals';
  // 注：… over the whole width, or 填表人：张三 and 审核人：李四 side by side.
  const isNote = ({ text }: { readonly text: string }) => isFootnote(text);
  if (
    filled.length <= 4 &&
    filled.every((cell) => isNote(cell) || filled.length > 1) &&
    isNote(first)
  ) {
    return 'footnote';
  }
  const same = filled.filter(
    ({ column, text }) =>
      (headers[column] ?? '') !== '' &&
      normaliseHeader(text).full === normaliseHeader(headers[column] ?? '').full,
  );
  if (same.length >= 2 && same.length * 3 >= filled.length * 2) return 'repeatedHeader';
  if (filled.length >= 3 && isColumnNumbers(filled.map(({ text }) => text))) return 'columnNumbers';
  return filled.some(({ column }) => mapped.has(column)) ? undefined : 'nothingMapped';
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
