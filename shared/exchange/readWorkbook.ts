import { strToU8, zipSync } from 'fflate';
import { failed, type Result } from '../kernel/result';
import { defaultReadLimits, type ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';
import { sheetParts } from './packageSheets';
import { readWithSheetJs, sniffOle } from './readSheetJs';
import { decodeText, readDelimited } from './readText';
import { scanOds } from './scanOds';
import { scanXml, type XmlFacts } from './scanXml';
import { sniffContainer, sniffText, sniffZip } from './sniff';
import { decodeStrictly } from './textDecoder';
import type { Workbook } from './workbook';
import { checkDeclaredSizes, inflateEntry, readZipDirectory } from './zipDirectory';

/**
 * The workbook in the bytes, whatever its name says; `fileName` only names the sheet of a text file.
 * Runs for seconds on large files and cannot be interrupted: call it in a worker and end that.
 * Problems: see ReadProblem. What it gives is plain data and can be cloned.
 */
export function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = defaultReadLimits,
): Result<Workbook, ReadProblem> {
  if (bytes.length > limits.fileBytes) {
    const { fileBytes: allowed } = limits;
    return failed({ tag: 'tooLarge', limit: 'fileBytes', allowed, found: bytes.length });
  }
  const container = sniffContainer(bytes);
  switch (container.type) {
    case 'foreign':
      return failed({ tag: 'notWorkbook', looksLike: container.looksLike });
    case 'zip':
      return readPackage(bytes, limits);
    case 'ole2': {
      const kind = sniffOle(bytes);
      if (kind === 'encrypted') return failed({ tag: 'encrypted' });
      if (kind !== undefined && kind !== 'xls') {
        return failed({ tag: 'notWorkbook', looksLike: kind });
      }
      return readWithSheetJs(bytes, 'xls', limits);
    }
    case 'rawBiff':
      return readWithSheetJs(bytes, 'xls', limits);
    case 'text':
      return readTextFile(bytes, fileName, limits);
  }
}

function readTextFile(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits,
): Result<Workbook, ReadProblem> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const kind = sniffText(decoded.value.text);
  if (kind === 'spreadsheetXml') {
    const utf8 = strToU8(decoded.value.text);
    const scanned = scanXml(utf8, 'Workbook', limits);
    return scanned.ok ? readWithSheetJs(utf8, 'spreadsheetXml', limits) : scanned;
  }
  if (kind) return failed({ tag: 'notWorkbook', looksLike: kind });
  return readDelimited(decoded.value, fileName.replace(/\.[^.]*$/, ''), limits);
}

/** Parts that hold text, numbers and formats; pictures, macros and the rest are never inflated. */
const wanted =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/[^/]*\.(xml|bin)|xl\/_rels\/[^/]*|xl\/(worksheets|chartsheets|macrosheets|dialogsheets|theme)\/.*|content\.xml|styles\.xml|meta\.xml|settings\.xml|mimetype|meta-inf\/manifest\.xml)$/;

function readPackage(bytes: Uint8Array, limits: ReadLimits): Result<Workbook, ReadProblem> {
  const directory = readZipDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const kind = sniffZip(directory.value);
  if (kind.type === 'foreign') return failed({ tag: 'notWorkbook', looksLike: kind.looksLike });
  const entries = [...directory.value.entries.values()].filter(
    ({ path }) => wanted.test(path.toLowerCase()) && !/vbaproject\.bin$/i.test(path),
  );
  if (entries.some((entry) => entry.encrypted)) return failed({ tag: 'encrypted' });
  const sized = checkDeclaredSizes(entries, limits);
  if (!sized.ok) return sized;
  const parts: Record<string, Uint8Array> = {};
  const facts = new Map<string, XmlFacts>();
  for (const entry of entries) {
    const part = inflateEntry(directory.value, entry);
    if (!part.ok) return part;
    if (/\.(xml|rels)$/i.test(entry.path)) {
      const scanned = scanXml(part.value, entry.path, limits);
      if (!scanned.ok) return scanned;
      facts.set(entry.path.toLowerCase(), scanned.value);
    }
    parts[entry.path] = part.value;
  }
  if (kind.type === 'ods') {
    const manifest = decodeStrictly(parts['META-INF/manifest.xml'] ?? new Uint8Array(), 'utf-8');
    if (manifest?.includes('encryption-data')) return failed({ tag: 'encrypted' });
    const content = decodeStrictly(parts['content.xml'] ?? new Uint8Array(), 'utf-8');
    const counted = scanOds(content ?? '', limits);
    if (!counted.ok) return counted;
  }
  const known =
    kind.type === 'xlsx'
      ? {
          sheets: sheetParts(parts).map((path) => facts.get(path ?? '')),
          sharedStrings: facts.get('xl/sharedstrings.xml')?.sharedStrings,
        }
      : undefined;
  // Stored anew and not packed: SheetJS sees only parts that were vetted here.
  const vetted = zipSync(parts, { level: 0 });
  return readWithSheetJs(vetted, kind.type === 'xlsx' ? kind.kind : kind.type, limits, known);
}
