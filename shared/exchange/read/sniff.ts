import type { ForeignFile } from './readProblem';
import type { ZipDirectory } from './zipDirectory';

/** What the first bytes say; the file's name is not believed. */
export type Container =
  | { readonly type: 'zip' }
  | { readonly type: 'ole2' }
  /** BIFF 2 to 5 without a container (Excel 2.1 to 4.0, and some exporters). */
  | { readonly type: 'rawBiff' }
  | { readonly type: 'text' }
  | { readonly type: 'foreign'; readonly looksLike: ForeignFile };

const magics: readonly (readonly [readonly number[], ForeignFile])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x42, 0x4d], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x52, 0x49, 0x46, 0x46], 'image'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x42, 0x5a, 0x68], 'archive'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'database'],
  [[0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61], 'database'],
  [[0x4d, 0x5a], 'program'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
  // SYLK and Lotus 1-2-3: SheetJS would read them, clerks have none, and SYLK looks like text.
  [[0x49, 0x44, 0x3b], 'oldSpreadsheet'],
  [[0x00, 0x00, 0x02, 0x00], 'oldSpreadsheet'],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

export function sniffContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return { type: 'foreign', looksLike: 'empty' };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return { type: 'zip' };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { type: 'ole2' };
  const isBiff = bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1);
  if (isBiff && bytes[3] === 0x00 && (bytes[2] ?? 0) <= 0x10) return { type: 'rawBiff' };
  const magic = magics.find(([signature]) => startsWith(bytes, signature));
  if (magic && !isReadableText(bytes, magic[1])) {
    return { type: 'foreign', looksLike: magic[1] };
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { type: 'text' };
  if (unmarkedUtf16(bytes)) return { type: 'text' };
  // A NUL or other control byte in the first kilobytes: no text file that a person made.
  const head = bytes.subarray(0, 8_192);
  const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 27) || byte === 0x7f;
  return head.some(isControl) ? { type: 'foreign', looksLike: 'binary' } : { type: 'text' };
}

/**
 * UTF-16 whose mark was cut off: in the first kilobyte nearly every second byte is 0, on one side
 * only. (Chinese text alone has no such zeros, but its delimiters and line ends do.)
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 1_024);
  if (head.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 16 && even === 0) return 'utf-16le';
  if (even > head.length / 16 && odd === 0) return 'utf-16be';
  return undefined;
}

/** `BM`, `MZ`, `BZh` are also how a text may begin; a picture has control bytes soon after. */
function isReadableText(bytes: Uint8Array, magic: ForeignFile): boolean {
  if (magic === 'pdf' || magic === 'rtf' || magic === 'oldSpreadsheet') return false;
  return !bytes.subarray(0, 512).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}

export type ZipKind =
  | { readonly type: 'xlsx'; readonly kind: 'xlsx' | 'xlsm' }
  | { readonly type: 'xlsb' }
  | { readonly type: 'ods' }
  | { readonly type: 'foreign'; readonly looksLike: ForeignFile };

/** What kind of package the part names make it. */
export function sniffZip(directory: ZipDirectory): ZipKind {
  const has = (path: string) => directory.entries.has(path);
  const starts = (folder: string) =>
    [...directory.entries.keys()].some((path) => path.startsWith(folder));
  const foreign = (looksLike: ForeignFile): ZipKind => ({ type: 'foreign', looksLike });
  if (directory.entries.size === 0) return foreign('archive');
  if (has('xl/workbook.bin')) return { type: 'xlsb' };
  if (has('content.xml') && has('meta-inf/manifest.xml')) return { type: 'ods' };
  if (starts('word/')) return foreign('word');
  if (starts('ppt/')) return foreign('presentation');
  if (starts('index/') || has('index.zip')) return foreign('numbers');
  if (has('[content_types].xml')) {
    return { type: 'xlsx', kind: has('xl/vbaproject.bin') ? 'xlsm' : 'xlsx' };
  }
  return foreign('archive');
}

/** Texts that are no tables. XML is looked at apart: SpreadsheetML is a workbook. */
export function sniffText(text: string): ForeignFile | 'spreadsheetXml' | undefined {
  const head = text.slice(0, 4_096).trimStart();
  if (head === '') return text.trim() === '' ? 'empty' : undefined;
  if (/^<\?xml|^<\?mso-application|^<(ss:)?Workbook\b/i.test(head)) {
    return /urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, 65_536))
      ? 'spreadsheetXml'
      : /<html\b/i.test(head)
        ? 'html'
        : 'xml';
  }
  if (
    /^(<!doctype html|<html\b|<head\b|<body\b|<table\b|<meta\b|<style\b|<script\b|<!--)/i.test(head)
  ) {
    return 'html';
  }
  if (/^[[{]/.test(head) && isJson(text)) return 'json';
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // begins with a bracket and is a table all the same
  }
}
