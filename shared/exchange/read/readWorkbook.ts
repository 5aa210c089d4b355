import { strToU8 } from 'fflate';
import { failed, type Result } from '../../kernel/result';
import { inflateEntry } from './inflateEntry';
import { inflateStream } from './inflateStream';
import { defaultReadLimits, type ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';
import { readWithSheetJs, sniffOle } from './readSheetJs';
import { decodeText, readDelimited } from './readText';
import { scanSpreadsheetXml } from './scanSpreadsheetXml';
import { scanXml } from './scanXml';
import { sniffContainer, sniffText, sniffZip, type ZipKind } from './sniff';
import { vetPackage } from './vetPackage';
import type { Workbook } from '../workbook';
import { readPackage } from './xlsx/readPackage';
import type { Stop } from './xlsx/xmlTokens';
import { readZipDirectory, type ZipDirectory } from './zipDirectory';

/** Bytes of the workbook's parts that were read, of all that will be. */
export type ReadingProgress = (done: number, total: number) => void;

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
  const found = begin(bytes, fileName, limits);
  if (found.type === 'read') return found.result;
  const { directory, kind } = found;
  const reading = readPackage(directory, kind.kind, limits);
  let step = reading.next();
  while (!step.done) {
    const { entry, push } = step.value;
    const inflated = inflateEntry(directory, entry);
    step = reading.next(inflated.ok ? push(inflated.value) : inflated.problem);
  }
  return orWithSheetJs(step.value, directory, kind, limits);
}

/**
 * The same, with the platform's own inflater: the parts of a large .xlsx are never whole in memory.
 * Meant for a worker, where the answer and the file are all there is.
 */
export async function streamWorkbook(
  bytes: Uint8Array,
  fileName: string,
  settings: { readonly limits?: ReadLimits; readonly onProgress?: ReadingProgress } = {},
): Promise<Result<Workbook, ReadProblem>> {
  const { limits = defaultReadLimits, onProgress } = settings;
  const found = begin(bytes, fileName, limits);
  if (found.type === 'read') return found.result;
  const { directory, kind } = found;
  const reading = readPackage(directory, kind.kind, limits);
  let done = 0;
  const counted = (push: (chunk: Uint8Array) => Stop | undefined) => (chunk: Uint8Array) => {
    const before = Math.floor(done / progressStep);
    done += chunk.length;
    if (Math.floor(done / progressStep) > before) onProgress?.(done, totalOf(directory));
    return push(chunk);
  };
  let step = reading.next();
  while (!step.done) {
    const { entry, push } = step.value;
    step = reading.next(await inflateStream(directory, { entry, push: counted(push) }));
  }
  return orWithSheetJs(step.value, directory, kind, limits);
}

const progressStep = 1_048_576;

function totalOf({ entries }: ZipDirectory): number {
  let total = 0;
  for (const { inflatedBytes } of entries.values()) total += inflatedBytes;
  return total;
}

type XlsxKind = Extract<ZipKind, { readonly type: 'xlsx' }>;

function orWithSheetJs(
  read: Result<Workbook, Stop>,
  directory: ZipDirectory,
  kind: XlsxKind,
  limits: ReadLimits,
): Result<Workbook, ReadProblem> {
  if (read.ok) return read;
  const { problem } = read;
  return problem.tag === 'declined' ? vetPackage(directory, kind, limits) : failed(problem);
}

/** What our own reader has to read, or the answer already. */
type Beginning =
  | { readonly type: 'read'; readonly result: Result<Workbook, ReadProblem> }
  | { readonly type: 'xlsx'; readonly directory: ZipDirectory; readonly kind: XlsxKind };

function begin(bytes: Uint8Array, fileName: string, limits: ReadLimits): Beginning {
  const read = (result: Result<Workbook, ReadProblem>): Beginning => ({ type: 'read', result });
  if (bytes.length > limits.fileBytes) {
    const { fileBytes: allowed } = limits;
    return read(failed({ tag: 'tooLarge', limit: 'fileBytes', allowed, found: bytes.length }));
  }
  const container = sniffContainer(bytes);
  switch (container.type) {
    case 'foreign':
      return read(failed({ tag: 'notWorkbook', looksLike: container.looksLike }));
    case 'zip': {
      const directory = readZipDirectory(bytes, limits);
      if (!directory.ok) return read(directory);
      const kind = sniffZip(directory.value);
      if (kind.type === 'foreign') {
        return read(failed({ tag: 'notWorkbook', looksLike: kind.looksLike }));
      }
      return kind.type === 'xlsx'
        ? { type: 'xlsx', directory: directory.value, kind }
        : read(vetPackage(directory.value, kind, limits));
    }
    case 'ole2': {
      const kind = sniffOle(bytes);
      if (kind === 'encrypted') return read(failed({ tag: 'encrypted' }));
      if (kind !== undefined && kind !== 'xls') {
        return read(failed({ tag: 'notWorkbook', looksLike: kind }));
      }
      return read(readWithSheetJs(bytes, 'xls', limits));
    }
    case 'rawBiff':
      return read(readWithSheetJs(bytes, 'xls', limits));
    case 'text':
      return read(readTextFile(bytes, fileName, limits));
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
    if (!scanned.ok) return scanned;
    const placed = scanSpreadsheetXml(decoded.value.text, limits);
    return placed.ok ? readWithSheetJs(utf8, 'spreadsheetXml', limits) : placed;
  }
  if (kind) return failed({ tag: 'notWorkbook', looksLike: kind });
  return readDelimited(decoded.value, fileName.replace(/\.[^.]*$/, ''), limits);
}
