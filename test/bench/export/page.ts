import { writeXlsx } from 'hucre/xlsx';
import { utils, write } from 'xlsx';
import { writeLedgerWorkbook } from '../../../shared/exchange/write/writeLedgerWorkbook';
import { codecFor } from '../../../shared/fields/codecFor';
import type { Row } from '../../../shared/ledger/defineLedger';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { manyPassages } from '../../../shared/sample/sampleCounty';

export type Writer = 'ours' | 'sheetJs' | 'hucre';

/** Each writer alone in its page: what it is given is made before the clock starts. */
export interface ExportPage {
  prepare(writer: Writer, rowCount: number, columnCount: number): void;
  write(): Promise<{ readonly took: number; readonly bytes: number }>;
}

const rowsAtOnce = 2_000;
let work: () => Promise<{ readonly length: number }>;

function prepare(writer: Writer, rowCount: number, columnCount: number): void {
  const fields = Object.entries(checkpointPasses.fields)
    .toSorted(([, left], [, right]) => Number(right.required ?? 0) - Number(left.required ?? 0))
    .slice(0, columnCount);
  const passages = [...manyPassages(rowCount, 5)];
  if (writer === 'ours') {
    work = () =>
      writeOurs(
        passages,
        fields.map(([name]) => name),
      );
    return;
  }
  const header = fields.map(([, field]) => field.header.zh);
  const rows = passages.map(({ values }) =>
    fields.map(([name, field]) => {
      const value = values[name];
      return value === undefined ? null : codecFor(field).toText(value, 'zh');
    }),
  );
  const all = [header, ...rows];
  work = writer === 'sheetJs' ? () => writeSheetJs(all) : () => writeHucre(all);
}

async function writeOurs(passages: readonly Row[], columns: readonly string[]) {
  // As the store gives them: a batch at a time.
  async function* batches() {
    for (let from = 0; from < passages.length; from += rowsAtOnce)
      yield await Promise.resolve(passages.slice(from, from + rowsAtOnce));
  }
  const written = await writeLedgerWorkbook({
    definition: checkpointPasses,
    rows: batches(),
    rowCount: passages.length,
    columns,
    language: 'zh',
    title: checkpointPasses.title.zh,
  });
  if (!written.ok) throw new Error(written.problem.tag);
  return written.value;
}

function writeSheetJs(rows: readonly (readonly (string | null)[])[]) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])));
  const bytes = new Uint8Array(write(book, { type: 'array', compression: true }) as ArrayBuffer); // by `type`
  return Promise.resolve(bytes);
}

function writeHucre(rows: readonly (readonly (string | null)[])[]) {
  return writeXlsx({ sheets: [{ name: '通行', rows: rows.map((row) => [...row]) }] });
}

const page: ExportPage = {
  prepare,
  async write() {
    const from = performance.now();
    const { length } = await work();
    return { took: performance.now() - from, bytes: length };
  },
};

declare global {
  interface Window {
    readonly exporting: ExportPage;
  }
}
Object.assign(window, { exporting: page });
