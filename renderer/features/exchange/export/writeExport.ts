import { writeLedgerWorkbook } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { ok, type Result } from '../../../../shared/kernel/result';
import type { MergeLine } from '../../../store/connectMergeLine';
import { readReferences } from '../../../store/references';
import type { ExportOrder, ExportProblem, WrittenExport } from './exportCalls';
import { openRows } from './exportRows';

interface Surroundings {
  readonly line: Pick<MergeLine, 'allNames' | 'openView' | 'viewRows' | 'closeView'>;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: { readonly aborted: boolean };
  /** Lets a cancel come in. */
  readonly pause: () => Promise<void>;
}

/** Rows of a ledger as a workbook, a batch at a time as the store gives them. */
export async function writeExport(
  { definition, query, columns, masked, language, title }: ExportOrder,
  { line, onProgress, signal, pause }: Surroundings,
): Promise<Result<WrittenExport, ExportProblem>> {
  const references = await readReferences(line, definition);
  const { count, rows } = await openRows(line, query);
  const written = await writeLedgerWorkbook({
    definition,
    rows,
    rowCount: count,
    columns,
    masked,
    language,
    title,
    describeReference: references.context.describeReference,
    referenceNames: references.names,
    onProgress,
    signal,
    pause,
  });
  return written.ok ? ok({ bytes: written.value, rows: count }) : written;
}
