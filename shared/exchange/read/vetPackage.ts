import { zipSync } from 'fflate';
import { failed, type Result } from '../../kernel/result';
import { inflateEntry } from './inflateEntry';
import type { ReadLimits } from './limits';
import { sheetParts } from './packageSheets';
import type { ReadProblem } from './readProblem';
import { readWithSheetJs } from './readSheetJs';
import { scanOds } from './scanOds';
import { scanXml, type XmlFacts } from './scanXml';
import type { ZipKind } from './sniff';
import { decodeStrictly } from './textDecoder';
import type { Workbook } from '../workbook';
import { checkDeclaredSizes, type ZipDirectory } from './zipDirectory';

type PackageKind = Exclude<ZipKind, { readonly type: 'foreign' }>;

/** Parts that hold text, numbers and formats; pictures, macros and the rest are never inflated. */
const wanted =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/[^/]*\.(xml|bin)|xl\/_rels\/[^/]*|xl\/(worksheets|chartsheets|macrosheets|dialogsheets|theme)\/.*|content\.xml|styles\.xml|meta\.xml|settings\.xml|mimetype|meta-inf\/manifest\.xml)$/;

/**
 * Reads a package with SheetJS: what is no .xlsx, and .xlsx that our own reader declines. Every part
 * is inflated and vetted before SheetJS sees it.
 */
export function vetPackage(
  directory: ZipDirectory,
  kind: PackageKind,
  limits: ReadLimits,
): Result<Workbook, ReadProblem> {
  const entries = [...directory.entries.values()].filter(
    ({ path }) => wanted.test(path.toLowerCase()) && !/vbaproject\.bin$/i.test(path),
  );
  if (entries.some((entry) => entry.encrypted)) return failed({ tag: 'encrypted' });
  const sized = checkDeclaredSizes(entries, limits);
  if (!sized.ok) return sized;
  const parts: Record<string, Uint8Array> = {};
  const facts = new Map<string, XmlFacts>();
  for (const entry of entries) {
    const part = inflateEntry(directory, entry);
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
