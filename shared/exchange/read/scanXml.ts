import { failed, ok, type Result } from '../../kernel/result';
import type { ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';

/** What one pass over the bytes of a part tells, before any parser builds something from them. */
export interface XmlFacts {
  /** `<c>` elements that hold a `<v>` with text, or an `<is>`. */
  readonly filledCells: number;
  readonly sharedStrings: number;
  /** Addresses of formulas that no program has calculated yet: they have no value to read. */
  readonly uncalculated: readonly string[];
  /** Numbers of the `<row hidden="1">`. */
  readonly hiddenRows: readonly number[];
  /** Columns (from 0) of the `<col hidden="1">`. */
  readonly hiddenColumns: readonly number[];
}

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const colon = 0x3a;
const ampersand = 0x26;
const semicolon = 0x3b;

/** Local names of up to four letters as one number: no string is made per tag. */
const code = (name: string): number => {
  let value = 0;
  for (let i = 0; i < name.length; i++) value = (value << 8) | name.charCodeAt(i);
  return value;
};
const names = { c: code('c'), v: code('v'), is: code('is'), si: code('si') };
const formulaName = code('f');
const rowName = code('row');
const colName = code('col');

const ends = (byte: number) =>
  byte === greater || byte === slash || byte === 0x20 || (byte >= 9 && byte <= 13);

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 1;
    while (matched < text.length && bytes[at + matched] === text.charCodeAt(matched)) matched++;
    if (matched === text.length) return at;
  }
  return -1;
}

/**
 * Refuses a document type, too deep nesting, too many shared strings and too long cells, and XML
 * that does not close. `part` names the part in the problem.
 */
export function scanXml(
  bytes: Uint8Array,
  part: string,
  limits: ReadLimits,
): Result<XmlFacts, ReadProblem> {
  const damaged = (detail: string) => failed<ReadProblem>({ tag: 'damaged', detail, where: part });
  const tooLarge = (limit: keyof ReadLimits, found: number) =>
    failed<ReadProblem>({ tag: 'tooLarge', limit, allowed: limits[limit], found, where: part });
  const uncalculated: string[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  let depth = 0;
  let filledCells = 0;
  let sharedStrings = 0;
  let lastRow = 0;
  let inCell = false;
  let inValue = false;
  let filled = false;
  let cellStart = 0;
  let cellEnd = 0;
  let cellTag = '';
  let hasFormula = false;
  let hasValue = false;
  let characters = 0;
  let at = 0;
  const end = bytes.length;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte !== less) {
      // Code units, an entity counted as one: what the cell will hold, not what it takes in the file.
      if (inCell) {
        if ((byte & 0xc0) !== 0x80) characters += byte >= 0xf0 ? 2 : 1;
        if (inValue) filled = true;
        if (byte === ampersand) {
          const stop = bytes.indexOf(semicolon, at);
          if (stop > at && stop - at < 12) at = stop;
        }
      }
      at++;
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    if (next === question) {
      const stop = indexOf(bytes, '?>', at);
      if (stop < 0) return damaged('processing instruction does not close');
      at = stop + 2;
      continue;
    }
    if (next === bang) {
      const comment = bytes[at + 2] === 0x2d;
      if (!comment && bytes[at + 2] !== 0x5b) return failed({ tag: 'documentType', where: part });
      const stop = indexOf(bytes, comment ? '-->' : ']]>', at);
      if (stop < 0) return damaged('comment or CDATA does not close');
      if (!comment && inCell) characters += stop - at;
      if (!comment && inValue) filled = true;
      at = stop + 3;
      continue;
    }
    const closing = next === slash;
    let name = 0;
    let length = 0;
    let to = closing ? at + 2 : at + 1;
    for (; to < end && !ends(bytes[to] ?? 0); to++) {
      const letter = bytes[to] ?? 0;
      if (letter === colon) {
        name = 0;
        length = 0;
      } else {
        name = (name << 8) | letter;
        length++;
      }
    }
    if (length > 4) name = 0;
    const tagStart = at;
    let quote = 0;
    for (; to < end; to++) {
      const letter = bytes[to] ?? 0;
      if (quote !== 0) {
        if (letter === quote) quote = 0;
      } else if (letter === 0x22 || letter === 0x27) quote = letter;
      else if (letter === greater) break;
    }
    if (to >= end) return damaged('a tag does not close');
    at = to + 1;
    if (closing) {
      depth--;
      if (depth < 0) return damaged('more closing tags than opening ones');
      if (name === names.v) inValue = false;
      else if (name === names.c || name === names.si) {
        if (name === names.c && filled) filledCells++;
        if (name === names.c && hasFormula && !hasValue) {
          const address = attribute(cellTag, 'r');
          if (address !== undefined) uncalculated.push(address);
        }
        if (characters > limits.cellCharacters) return tooLarge('cellCharacters', characters);
        inCell = false;
      }
      continue;
    }
    const selfClosing = bytes[to - 1] === slash;
    if (name === rowName || name === colName) {
      const tag = ascii(bytes, tagStart, to);
      const hidden = /^(1|true)$/.test(attribute(tag, 'hidden') ?? '');
      if (name === rowName) {
        lastRow = Number(attribute(tag, 'r') ?? lastRow + 1);
        if (hidden) hiddenRows.push(lastRow);
      } else if (hidden) {
        const last = Math.min(Number(attribute(tag, 'max') ?? 0), limits.columns);
        for (let column = Number(attribute(tag, 'min') ?? 1); column <= last; column++) {
          hiddenColumns.push(column - 1);
        }
      }
    }
    if (name === formulaName) {
      hasFormula = true;
      cellTag = ascii(bytes, cellStart, cellEnd);
    } else if (name === names.v) hasValue = true;
    if (selfClosing) {
      if (name === names.si) sharedStrings++;
      continue;
    }
    depth++;
    if (depth > limits.xmlDepth) return tooLarge('xmlDepth', depth);
    if (name === names.c || name === names.si) {
      inCell = true;
      filled = false;
      hasFormula = false;
      hasValue = false;
      cellStart = tagStart;
      cellEnd = to;
      characters = 0;
      if (name === names.si) {
        sharedStrings++;
        if (sharedStrings > limits.sharedStrings) return tooLarge('sharedStrings', sharedStrings);
      }
    } else if (name === names.v) inValue = true;
    else if (name === names.is && inCell) filled = true;
    if (inCell && characters > limits.cellCharacters) return tooLarge('cellCharacters', characters);
  }
  if (depth !== 0) return damaged('the part is cut off');
  return ok({ filledCells, sharedStrings, uncalculated, hiddenRows, hiddenColumns });
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
