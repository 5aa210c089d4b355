import { inflateEntry } from '../../../../shared/exchange/read/inflateEntry';
import { defaultReadLimits, type ReadLimits } from '../../../../shared/exchange/read/limits';
import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import { sniffZip } from '../../../../shared/exchange/read/sniff';
import { vetPackage } from '../../../../shared/exchange/read/vetPackage';
import type { Workbook } from '../../../../shared/exchange/workbook';
import { readPackage } from '../../../../shared/exchange/read/xlsx/readPackage';
import type { Stop } from '../../../../shared/exchange/read/xlsx/xmlTokens';
import { readZipDirectory } from '../../../../shared/exchange/read/zipDirectory';
import { failed, type Result } from '../../../../shared/kernel/result';

/** Our own reader alone; its parts come in pieces of `chunkBytes`, as an inflater gives them. */
export function readOurselves(
  bytes: Uint8Array,
  chunkBytes = Infinity,
  limits: ReadLimits = defaultReadLimits,
): Result<Workbook, Stop> {
  const directory = readZipDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const reading = readPackage(directory.value, 'xlsx', limits);
  let step = reading.next();
  while (!step.done) {
    const { entry, push } = step.value;
    const inflated = inflateEntry(directory.value, entry);
    let stop: Stop | undefined = inflated.ok ? undefined : inflated.problem;
    const part = inflated.ok ? inflated.value : new Uint8Array();
    for (let at = 0; at < part.length && !stop; at += chunkBytes) {
      stop = push(part.subarray(at, at + chunkBytes));
    }
    step = reading.next(stop);
  }
  return step.value;
}

/** SheetJS alone, on a package that was vetted. */
export function readWithSheetJsOnly(bytes: Uint8Array): Result<Workbook, ReadProblem> {
  const directory = readZipDirectory(bytes, defaultReadLimits);
  if (!directory.ok) return directory;
  const kind = sniffZip(directory.value);
  if (kind.type === 'foreign') return failed({ tag: 'notWorkbook', looksLike: kind.looksLike });
  return vetPackage(directory.value, kind, defaultReadLimits);
}
