import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import type { WriteSheet } from 'hucre/xlsx';
import { codecFor } from '../../fields/codecFor';
import type { Language, ParseContext, WrittenCell } from '../../fields/codec';
import { failed, ok, type Result } from '../../kernel/result';
import type { LedgerDefinition, Row } from '../../ledger/defineLedger';
import { layoutColumns, type LayoutColumn } from './layout';
import { joinBytes, PlatformDeflate } from './platformDeflate';
import { rowXml } from './sheetXml';
import { firstDataRow, writeSkeleton } from './skeleton';
import { workbookWords } from './words';

export interface WriteRequest {
  readonly definition: LedgerDefinition;
  /** All rows, or batches as they come (then `rowCount` sizes dropdowns and progress). */
  readonly rows: readonly Row[] | AsyncIterable<readonly Row[]>;
  readonly rowCount?: number;
  /** Field names in order; all fields of the definition when absent. */
  readonly columns?: readonly string[];
  readonly language: Language;
  /** Stands over the table. */
  readonly title: string;
  /** What a reference shows. */
  readonly describeReference?: ParseContext['describeReference'];
  /** Names for the dropdowns of references; lists longer than 500 get no dropdown. */
  readonly referenceNames?: (ledger: string) => readonly string[];
  /** Leaves every sensitive field out. */
  readonly masked?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: { readonly aborted: boolean };
  readonly pause?: () => Promise<void>;
}

export type WriteProblem =
  | { readonly tag: 'cancelled' }
  /** A sheet holds 1,048,576 rows; export a part (a period, a filter). */
  | { readonly tag: 'tooManyRows'; readonly allowed: number };

const mostRows = 1_048_576 - firstDataRow;
const longestDropdown = 500;
const rowsPerBatch = 1_000;

/**
 * A ledger, or some rows and columns of one, as .xlsx: title, notes, frozen header with `*` on
 * required columns, dropdowns, text cells for numbers that identify, the record number last, and a
 * sheet that explains the columns. `planImport` of its rows gives only `unchanged`.
 */
export function writeLedgerWorkbook(
  request: WriteRequest,
): Promise<Result<Uint8Array, WriteProblem>> {
  return writeLedgersWorkbook([request]);
}

/**
 * Several ledgers in one workbook, a sheet each in the order given; progress of all is told to the
 * first request. `more` are sheets that hold no ledger, put last.
 */
export async function writeLedgersWorkbook(
  requests: readonly WriteRequest[],
  more: readonly WriteSheet[] = [],
): Promise<Result<Uint8Array, WriteProblem>> {
  const sheets = requests.map((request) => ({ request, ...sizeOf(request) }));
  if (sheets.some(({ dataRows }) => dataRows > mostRows)) {
    return failed({ tag: 'tooManyRows', allowed: mostRows });
  }
  const skeleton = await writeSkeleton(
    sheets.map(({ request, columns, dataRows }) => {
      const { definition, language, title, masked = false, referenceNames } = request;
      return {
        definition,
        language,
        title: masked ? `${title}${workbookWords[language].masked}` : title,
        columns,
        dataRows,
        ...(referenceNames
          ? {
              referenceNames: (ledger: string) => {
                const names = referenceNames(ledger);
                return names.length > longestDropdown ? [] : names;
              },
            }
          : {}),
      };
    }),
    more,
  );
  return fillSkeleton(skeleton, sheets);
}

interface SizedSheet {
  readonly request: WriteRequest;
  readonly columns: readonly LayoutColumn[];
  readonly dataRows: number;
}

function sizeOf(request: WriteRequest): Omit<SizedSheet, 'request'> {
  const { definition, language, masked = false, columns, rows, rowCount = 0 } = request;
  return {
    columns: layoutColumns(definition, language, { masked, ...(columns ? { columns } : {}) }),
    dataRows: Array.isArray(rows) ? rows.length : rowCount,
  };
}

/** A blank workbook to fill in: the same layout without rows. */
export function writeTemplate(
  definition: LedgerDefinition,
  settings: Pick<WriteRequest, 'language' | 'title' | 'referenceNames'>,
): Promise<Result<Uint8Array, WriteProblem>> {
  return writeLedgerWorkbook({ ...settings, definition, rows: [] });
}

const ledgerPart = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;

/** Puts the rows where the placeholder rows stand, packing them as they come. */
async function fillSkeleton(
  skeleton: Uint8Array,
  sheets: readonly SizedSheet[],
): Promise<Result<Uint8Array, WriteProblem>> {
  const parts = unzipSync(skeleton);
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const filled = new Set(sheets.map((_, index) => ledgerPart(index)));
  for (const [path, bytes] of Object.entries(parts)) {
    if (filled.has(path)) continue;
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    entry.push(bytes, true);
  }
  const all = sheets.reduce((sum, { dataRows }) => sum + dataRows, 0);
  let done = 0;
  for (const [index, sheet] of sheets.entries()) {
    const entry = new PlatformDeflate(ledgerPart(index));
    zip.add(entry);
    const xml = strFromU8(parts[ledgerPart(index)] ?? new Uint8Array());
    const from = done;
    const written = await fillSheet(entry, xml, sheet, (rows) => {
      done = from + rows;
      sheets[0]?.request.onProgress?.(done, all);
    });
    if (!written.ok) {
      await entry.abandon();
      return written;
    }
    await entry.end();
  }
  zip.end();
  return ok(joinBytes(chunks));
}

async function fillSheet(
  entry: PlatformDeflate,
  sheet: string,
  { columns, request }: SizedSheet,
  onRows: (rows: number) => void,
): Promise<Result<void, WriteProblem>> {
  const { signal, pause } = request;
  const placeholder = new RegExp(`<row r="${firstDataRow}".*?</row>`, 's');
  const styles = [...(placeholder.exec(sheet)?.[0] ?? '').matchAll(/ s="(\d+)"/g)].map((match) =>
    Number(match[1]),
  );
  const [before = '', after = ''] = withColumnStyles(sheet, styles).split(placeholder);
  await entry.push(strToU8(before));
  const toCells = cellWriter(columns, request);
  let rowNumber = firstDataRow;
  for await (const batch of batches(request.rows)) {
    if (rowNumber - firstDataRow + batch.length > mostRows) {
      return failed({ tag: 'tooManyRows', allowed: mostRows });
    }
    let xml = '';
    for (const row of batch) xml += rowXml(rowNumber++, toCells(row), styles);
    await entry.push(strToU8(xml));
    onRows(rowNumber - firstDataRow);
    await pause?.();
    if (signal?.aborted) return failed({ tag: 'cancelled' });
  }
  await entry.push(strToU8(after));
  return ok();
}

/**
 * The style of whole columns, so that cells typed below the last row are text where they must be;
 * and no `<dimension>`, which names the skeleton's extent and is optional.
 */
function withColumnStyles(sheet: string, styles: readonly number[]): string {
  const open = sheet.replace(/<dimension [^>]*>/, '');
  return open.replace(/<col min="(\d+)"/g, (start, min: string) => {
    const style = styles[Number(min) - 1];
    return style === undefined ? start : `<col style="${style}" min="${min}"`;
  });
}

function cellWriter(columns: readonly LayoutColumn[], { describeReference }: WriteRequest) {
  const context: ParseContext = describeReference ? { describeReference } : {};
  const writers = columns.map(({ name, field }) => ({
    name,
    codec: field ? codecFor(field) : undefined,
  }));
  return (row: Row): readonly (WrittenCell | undefined)[] =>
    writers.map(({ name, codec }) => {
      if (name === undefined || !codec) return { value: row.id, format: '@' };
      const value = row.values[name];
      return value === undefined ? undefined : codec.toCell(value, context);
    });
}

async function* batches(
  rows: readonly Row[] | AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  if (Symbol.asyncIterator in rows) {
    yield* rows;
    return;
  }
  for (let from = 0; from < rows.length; from += rowsPerBatch) {
    yield rows.slice(from, from + rowsPerBatch);
  }
}
