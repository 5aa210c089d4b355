import { failed, ok, type Result } from '../../../kernel/result';
import type { ReadLimits } from '../limits';
import type { Sheet, UnreadSheet, Workbook } from '../../workbook';
import { inflateEntry } from '../inflateEntry';
import { checkDeclaredSizes, type ZipDirectory, type ZipEntry } from '../zipDirectory';
import { NumberFormats } from './numberFormats';
import {
  folderOf,
  relationshipsOf,
  relationshipsPart,
  sheetsOf,
  type ListedSheet,
  type Relationship,
} from './packageIndex';
import { SheetReader, type CellBudget } from './sheetReader';
import { StringTable } from './stringTable';
import { TagList, type Tag } from './tags';
import { TextCells } from './textCells';
import { XmlTokens, type Stop, type XmlHandler } from './xmlTokens';

/** A part to be inflated; its bytes go into `push` as they come, until it says why to stop. */
export interface PartRequest {
  readonly entry: ZipEntry;
  readonly push: (bytes: Uint8Array) => Stop | undefined;
}

/**
 * Reads an .xlsx package in one pass over its bytes. Yields each large part to be inflated (at once
 * or as a stream: that is the caller's) and is told whether that went well. Gives `declined` where
 * anything is not as this reader knows it.
 */
export function* readPackage(
  directory: ZipDirectory,
  kind: Workbook['kind'],
  limits: ReadLimits,
): Generator<PartRequest, Result<Workbook, Stop>, Stop | undefined> {
  const index = readIndex(directory, limits);
  if (!index.ok) return index;
  const { workbook, sheets, dateSystem, strings, styles } = index.value;
  const listing = ['_rels/.rels', workbook, relationshipsPart(workbook)];
  const used = [...listing, strings, styles, ...sheets.map(({ part }) => part)].flatMap((part) =>
    part === undefined ? [] : (entryOf(directory, part) ?? []),
  );
  if (used.some(({ encrypted }) => encrypted)) return failed({ tag: 'encrypted' });
  const sized = checkDeclaredSizes(new Set(used), limits);
  if (!sized.ok) return sized;
  const formats = new NumberFormats();
  const table = new StringTable(limits);
  for (const [part, handler] of [
    [styles, formats],
    [strings, table],
  ] as const) {
    const entry = part === undefined ? undefined : entryOf(directory, part);
    const stop = entry && (yield* readPart(entry, handler, limits));
    if (stop) return failed(stop);
  }
  const facts = {
    shared: table.cells,
    formats: formats.byStyle(),
    texts: new TextCells(),
    limits,
    budget: { cells: 0, characters: 0 } satisfies CellBudget,
  };
  const read: Sheet[] = [];
  const unread: UnreadSheet[] = [];
  for (const { name, hidden, part, kind: sheetKind } of sheets) {
    const entry = part === undefined ? undefined : entryOf(directory, part);
    if (sheetKind !== 'worksheet') unread.push({ name, why: sheetKind });
    else if (!entry) unread.push({ name, why: 'missing' });
    else {
      const reader = new SheetReader({ ...facts, name, hidden });
      const stop = yield* readPart(entry, reader, limits);
      if (stop) return failed(stop);
      read.push(reader.sheet());
    }
  }
  return ok({ kind, sheets: read, unreadSheets: unread, dateSystem });
}

function* readPart(
  entry: ZipEntry,
  handler: XmlHandler,
  limits: ReadLimits,
): Generator<PartRequest, Stop | undefined, Stop | undefined> {
  const tokens = new XmlTokens(handler, entry.path, limits);
  const stop = yield { entry, push: (bytes) => tokens.push(bytes) };
  return stop ?? tokens.end();
}

interface PackageIndex {
  /** Its own part. */
  readonly workbook: string;
  readonly sheets: readonly ListedSheet[];
  readonly dateSystem: 1900 | 1904;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

/** What is where in the package, from the small parts that list it. */
function readIndex(directory: ZipDirectory, limits: ReadLimits): Result<PackageIndex, Stop> {
  const tagsIn = (part: string, ...names: readonly string[]): Result<readonly Tag[], Stop> => {
    const entry = entryOf(directory, part);
    if (!entry) return failed({ tag: 'declined', why: `no ${part}` });
    if (entry.encrypted) return failed({ tag: 'encrypted' });
    const sized = checkDeclaredSizes([entry], limits);
    if (!sized.ok) return sized;
    const bytes = inflateEntry(directory, entry);
    if (!bytes.ok) return bytes;
    const list = new TagList(...names);
    const stop = list.read(bytes.value, part, limits);
    return stop ? failed(stop) : ok(list.tags);
  };
  const root = tagsIn('_rels/.rels', 'Relationship');
  if (!root.ok) return root;
  const office = relationshipsOf(root.value, '').find(({ type }) => type === 'officeDocument');
  const workbook = office?.target ?? 'xl/workbook.xml';
  const listed = tagsIn(workbook, 'sheet', 'workbookPr');
  if (!listed.ok) return listed;
  const related = tagsIn(relationshipsPart(workbook), 'Relationship');
  if (!related.ok) return related;
  const relationships = relationshipsOf(related.value, folderOf(workbook));
  const hasPart = (part: string) => entryOf(directory, part) !== undefined;
  const sheets = sheetsOf(listed.value, relationships, hasPart);
  if (sheets.length === 0) return failed({ tag: 'declined', why: 'no sheets' });
  const { sheets: allowed } = limits;
  if (sheets.length > allowed) {
    return failed({ tag: 'tooLarge', limit: 'sheets', allowed, found: sheets.length });
  }
  const date1904 = listed.value.find(({ name }) => name === 'workbookPr')?.attribute('date1904');
  const besides = (type: string, usual: string) =>
    targetOf(relationships, type) ??
    (hasPart(folderOf(workbook) + usual) ? folderOf(workbook) + usual : undefined);
  return ok({
    workbook,
    sheets,
    dateSystem: date1904 === '1' || date1904 === 'true' ? 1904 : 1900,
    strings: besides('sharedStrings', 'sharedStrings.xml'),
    styles: besides('styles', 'styles.xml'),
  });
}

function targetOf(relationships: readonly Relationship[], wanted: string): string | undefined {
  return relationships.find(({ type }) => type === wanted)?.target;
}

function entryOf({ entries }: ZipDirectory, part: string): ZipEntry | undefined {
  return entries.get(part.toLowerCase());
}
