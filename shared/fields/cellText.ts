import type { Parsed, RawCell, WrittenCell } from './codec';
import { formatShows } from './numberFormat';
import { blank, read, unreadable } from './parsed';
import { serialToText } from './serial';

/** The most characters a workbook cell holds. */
const cellLimit = 32_767;
/** From here on a double no longer holds every digit of a long number typed into a cell. */
const exactLimit = 1e15;

const anyFullWidth = /[\uFF01-\uFF5E\u3000]/;
const fullWidth = /[\uFF01-\uFF5E]/g;
const fullWidthLetterOrDigit = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
// controls other than tab and line ends, soft hyphen, zero-width and direction marks, BOM
const invisible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g;
const blanks = /[\s\u0085\u00A0\u3000]+/g;
const leadingApostrophes = /^[\s\u0085\u00A0\u3000'‘’`＇]+/;
const lostDigits = /^[+-]?\d(?:\.\d+)?[eE]\+(\d{2,3})$/;
const dashes = /^[-—–－/\\]+$/;

/** Nothing that `oneLine` would take away or change, as most cells are. */
const plainLine = /^[!-&(-_a-~\u4E00-\u9FFF][!-~\u4E00-\u9FFF]*(?: [!-~\u4E00-\u9FFF]+)*$/;

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Every full-width form to ASCII: for codes and numbers. */
export function toHalfWidth(text: string): string {
  return anyFullWidth.test(text) ? text.replace(fullWidth, narrow).replaceAll('\u3000', ' ') : text;
}

/** Letters and digits to ASCII; Chinese punctuation stays: for prose. */
function narrowLetters(text: string): string {
  return anyFullWidth.test(text)
    ? text.replace(fullWidthLetterOrDigit, narrow).replaceAll('\u3000', ' ')
    : text;
}

export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}

/** One line: line breaks and runs of blanks become one blank, no leading apostrophe. */
export function oneLine(text: string): string {
  if (plainLine.test(text)) return text;
  return narrowLetters(text)
    .replace(invisible, '')
    .replace(leadingApostrophes, '')
    .replace(blanks, ' ')
    .trim();
}

/** Keeps its lines; blanks at line ends, carriage returns and the leading apostrophe go. */
export function manyLines(text: string): string {
  return narrowLetters(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(invisible, '')
    .replace(leadingApostrophes, '')
    .replace(/[ \t\u00A0]+$/gm, '')
    .trim();
}

/** A code or number as typed: half-width, without invisible characters, one line. */
export function codeText(text: string): string {
  return oneLine(toHalfWidth(text));
}

/**
 * The text of a cell for the kinds that are written as text.
 * number ≥ 1e15, or text `4.1E+17`: unreadable, the digits are gone; a date serial: its date.
 */
export function cellText(cell: RawCell): Parsed<string> {
  switch (cell.type) {
    case 'blank':
      return blank;
    case 'text': {
      if (cell.text.length > cellLimit) {
        return unreadable('text.tooLong', { length: cell.text.length, limit: cellLimit });
      }
      const lost = cell.text.length < 32 ? lostDigits.exec(cell.text.trim()) : null;
      if (lost && Number(lost[1]) >= 15) {
        return unreadable('number.destroyedByExcel', { text: cell.text.trim() });
      }
      return read(cell.text);
    }
    case 'number': {
      if (!Number.isFinite(cell.number)) return unreadable('number.form');
      if (Math.abs(cell.number) >= exactLimit) {
        return unreadable('number.destroyedByExcel', { text: String(cell.number) });
      }
      const asDate = formatShows(cell.format).date ? serialToText(cell.number) : undefined;
      return read(asDate ?? String(cell.number));
    }
    case 'boolean':
      return read(cell.boolean ? '是' : '否');
    case 'error':
      return unreadable('cell.error', { code: cell.code });
  }
}

/** For kinds that are codes or numbers: half-width; a lone dash or stroke is how clerks write "none". */
export function cellCode(cell: RawCell): Parsed<string> {
  const raw = cellText(cell);
  if (raw.state !== 'value') return raw;
  const text = codeText(raw.value);
  return text === '' || dashes.test(text) ? blank : read(text);
}

export function textCell(value: string): WrittenCell {
  return { value, format: '@' };
}
