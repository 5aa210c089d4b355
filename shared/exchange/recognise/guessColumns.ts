import { codecFor } from '../../fields/codecFor';
import type { RawCell } from '../../fields/codec';
import type { Field } from '../../ledger/field';
import type { OwnKind } from '../../ledger/ownField';
import { cellText, isBlankCell } from '../workbook';
import { normaliseHeader } from './normaliseHeader';

/** What a column of a workbook seems to be; a person settles it. */
export interface GuessedColumn {
  readonly column: number;
  readonly header: string;
  readonly kind: OwnKind;
  /** Filled in every row, of which there are enough to tell. */
  readonly required: boolean;
  /** Of a `choice`: the different values, most frequent first. */
  readonly options: readonly string[];
  /** False for a running number, which says nothing about a record. */
  readonly used: boolean;
  /** The different values are as many as the rows: it could name a record. */
  readonly isKey: boolean;
}

const fewRows = 3;
/** Of a hundred cells so many must fit: a column is not another kind for a slip or two. */
const mostly = 0.8;
const longText = 60;
const mostOptions = 12;
const longestOption = 12;

const serial = /^(序号|序|编次|no|no\.|#)$/i;
/** What a header says by itself; the first that fits. */
const hints: readonly (readonly [RegExp, OwnKind])[] = [
  [/护照|回乡证|台胞证|港澳/, 'documentNumber'],
  [/区划/, 'division'],
  [/身份证|证件号|身份号码/, 'identityNumber'],
  [/信用代码/, 'creditCode'],
  [/电话|手机|联系方式/, 'phone'],
  [/车牌|号牌/, 'plate'],
  [/体温/, 'temperature'],
  [/姓名|联系人|负责人|户主|经办人|责任人|网格员$/, 'name'],
  [/时间|时刻/, 'instant'],
  [/日期|年月日/, 'date'],
  [/^(是否|有无)|是否$/, 'flag'],
  [/备注|说明|情况|内容|措施/, 'longText'],
];

/** One for each column with a header; values are the cells under it, blank ones included. */
export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly RawCell[])[],
): readonly GuessedColumn[] {
  return headers.flatMap((header, column) => {
    if (header === '') return [];
    const cells = rows.flatMap((row) => {
      const cell = row[column];
      return cell && !isBlankCell(cell) ? [cell] : [];
    });
    const kind = guessKind(header, cells);
    const texts = cells.map((cell) => cellText(cell).trim());
    const isWhole = rows.length >= fewRows && cells.length === rows.length;
    const used = !serial.test(normaliseHeader(header).base);
    return [
      {
        column,
        header: normaliseHeader(header).shown.replace(/[*＊]/g, '').trim(),
        kind,
        required: used && isWhole,
        options: kind === 'choice' ? byFrequency(texts) : [],
        used,
        isKey: used && isWhole && new Set(texts).size === texts.length,
      },
    ];
  });
}

/**
 * | header says a kind | values                       | answer                          |
 * | yes                | none, or most fit it         | that kind                       |
 * | yes, a time        | all without an hour          | date                            |
 * | no                 | none                         | text                            |
 * | else               | most are of a kind by form   | that kind                       |
 * | else               | few, short, over and over    | choice                          |
 * | else               | long or of several lines     | longText, else text             |
 */
export function guessKind(header: string, cells: readonly RawCell[]): OwnKind {
  const hinted = hints.find(([form]) => form.test(header))?.[1];
  if (hinted && (cells.length === 0 || share(cells, (cell) => reads(hinted, cell)) >= mostly)) {
    const hasHours = cells.length === 0 || cells.some(hasHour);
    return hinted === 'instant' && !hasHours ? 'date' : hinted;
  }
  if (cells.length === 0) return 'text';
  for (const [kind, isSo] of byForm)
    if (share(cells, (cell) => isSo(cell) && reads(kind, cell)) >= mostly) return kind;
  const texts = cells.map((cell) => cellText(cell).trim());
  const options = byFrequency(texts);
  const isFew = options.length <= mostOptions && texts.length >= options.length * fewRows;
  if (isFew && options.every((one) => one.length <= longestOption)) return 'choice';
  return texts.some((text) => text.length > longText || text.includes('\n')) ? 'longText' : 'text';
}

const isText = (form: RegExp) => (cell: RawCell) => form.test(cellText(cell).trim());
const isDay = (cell: RawCell) =>
  cell.type === 'number'
    ? cell.format !== undefined && /[yd]/i.test(cell.format) && !/\[/.test(cell.format)
    : isText(/^\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}/)(cell);
const hasHour = (cell: RawCell) =>
  cell.type === 'number' ? cell.number % 1 !== 0 : isText(/\d[:：时]/)(cell);
/** Digits that are a name, not an amount: `0391`, `410821000123`. */
const isAmount = (cell: RawCell) =>
  cell.type === 'number' ? !isDay(cell) : isText(/^-?(0|[1-9]\d{0,10})(\.\d+)?$/)(cell);

/** Kinds that values show by their form, the narrowest first. */
const byForm: readonly (readonly [OwnKind, (cell: RawCell) => boolean])[] = [
  ['identityNumber', isText(/^(\d{17}[\dXx]|\d{15})$/)],
  ['creditCode', isText(/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/)],
  ['phone', isText(/^(1[3-9]\d{9}|0\d{2,3}-\d{7,8})$/)],
  ['plate', isText(/^\p{Script=Han}[A-Z][·•\s]?[A-Z0-9]{4,6}[\p{Script=Han}A-Z0-9]?$/u)],
  ['instant', (cell) => isDay(cell) && hasHour(cell)],
  ['date', isDay],
  ['integer', (cell) => isAmount(cell) && !cellText(cell).includes('.')],
  ['quantity', isAmount],
  ['flag', isText(/^(是|否|√|×|✓|✗)$/)],
];

const specimens = new Map<OwnKind, Field>();

/** Whether the codec of a kind makes a value of the cell. */
function reads(kind: OwnKind, cell: RawCell): boolean {
  let field = specimens.get(kind);
  if (!field) {
    field = { kind, header: { zh: '', en: '' }, required: false, sensitive: false };
    specimens.set(kind, field);
  }
  const parsed = codecFor(field).parse(cell);
  return parsed.state === 'value' && !parsed.warnings.some(({ rule }) => isNotIts(rule));
}

/** A value that was kept as it came, without being one of the kind; passports are of no known form. */
const isNotIts = (rule: string) =>
  rule !== 'documentNumber.unrecognised' && /\.(unrecognised|unknown)$/.test(rule);

function share(cells: readonly RawCell[], isSo: (cell: RawCell) => boolean): number {
  return cells.filter(isSo).length / cells.length;
}

function byFrequency(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([text]) => text);
}
