import { formatShows } from '../../fields/numberFormat';
import { serialToText } from '../../fields/serial';
import { addDays, isoDate, type IsoDate } from '../../kernel/time';
import type { FoundHeader } from './findHeader';
import { cellText, type Sheet } from '../workbook';

/** The day a workbook reports on, and where it says so: it gives `3.27` and `27日` their year. */
export interface ReportDate {
  readonly date: IsoDate;
  readonly from: 'sheet' | 'sheetName' | 'fileName' | 'today' | 'chosen';
}

/** `填报日期：2022年3月27日`, `2022-03-27`, `2022.3.27`, `20220327` */
const withYear =
  /(?<!\d)(20\d{2})(?:\s?[年.\-/_]\s?(\d{1,2})\s?[月.\-/_]\s?(\d{1,2})|(\d{2})(\d{2}))(?!\d)/;
/** `3月27日`; in names of files and sheets also `0327` and `3.27`. */
const inText = /(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/;
const inName = /(?<![\d.-])(?:(\d{1,2})\s?[月.]\s?(\d{1,2})|(\d{2})(\d{2}))(?![\d.])/;

const rowsBelow = 6;

/**
 * Looked for in the rows over the header, the last rows, the sheet's name and the file's name; a day
 * without a year is the last such day before tomorrow. Otherwise `today`: a person corrects it.
 */
export function findReportDate(
  sheet: Sheet | undefined,
  header: FoundHeader | undefined,
  fileName: string,
  today: IsoDate,
): ReportDate {
  const around = sheet && header ? textsAround(sheet, header) : [];
  const places: readonly (readonly [ReportDate['from'], readonly string[], RegExp])[] = [
    ['sheet', around, inText],
    ['sheetName', [sheet?.name ?? ''], inName],
    ['fileName', [fileName.replace(/\.[^.]*$/, '')], inName],
  ];
  for (const [from, texts, withoutYear] of places) {
    for (const form of [withYear, withoutYear]) {
      for (const text of texts) {
        const date = dateIn(text.normalize('NFKC'), form, today);
        if (date) return { date, from };
      }
    }
  }
  return { date: today, from: 'today' };
}

function textsAround(sheet: Sheet, { firstRow, lastRow }: FoundHeader): readonly string[] {
  const texts: string[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    const rowNumber = sheet.rowNumbers[index] ?? 0;
    const isFoot = rowNumber > lastRow && index >= sheet.rows.length - rowsBelow;
    // Under the table only what says that it is the date of the report: rows hold dates of their own.
    if (rowNumber >= firstRow && !isFoot) continue;
    for (const cell of row) {
      const isDate = cell.type === 'number' && formatShows(cell.format).date;
      const text = isDate ? (serialToText(cell.number) ?? '') : cellText(cell);
      if (isFoot ? /(日期|时间|截至|截止)\s*[:：]/.test(text) : text !== '') texts.push(text);
    }
  }
  return texts;
}

function dateIn(text: string, form: RegExp, today: IsoDate): IsoDate | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const numbers = match.slice(1).flatMap((digits) => (digits ? [Number(digits)] : []));
  if (form === withYear) return isoDate(numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0);
  // A report is of the past: in January `12.30` is of the year before, never of this one.
  const year = Number(today.slice(0, 4));
  const [month = 0, day = 0] = numbers;
  const thisYear = isoDate(year, month, day);
  return thisYear && thisYear <= addDays(today, 1) ? thisYear : isoDate(year - 1, month, day);
}
