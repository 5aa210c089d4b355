import { planToWrites, type ImportPlan } from '../../../../shared/exchange/plan/plan';
import { planImport } from '../../../../shared/exchange/plan/planImport';
import { streamWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { headerAt } from '../../../../shared/exchange/recognise/findHeader';
import { sheetEnds } from '../../../../shared/exchange/recognise/sheetEnds';
import type { Workbook } from '../../../../shared/exchange/workbook';
import { rowIdMaker, type RandomBytes } from '../../../../shared/kernel/ids';
import { failed, ok } from '../../../../shared/kernel/result';
import type { Clock } from '../../../../shared/kernel/time';
import type { MergeLine } from '../../../store/connectMergeLine';
import { readReferences } from '../../../store/references';
import { checkRows, filterRows, summariseRows, type CheckFilter } from './check/checkRows';
import { fileDigest } from './fileDigest';
import type { ImportCalls, ImportProgress, PlanOrder } from './importCalls';
import { proposeTables, withTables } from './recognise/proposeTables';
import { chosenTable, type ChosenTable } from './recognise/recognise';

interface Surroundings {
  readonly line: Pick<MergeLine, 'rows' | 'matchKeys' | 'allNames' | 'write'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Lets a cancel come in. */
  readonly pause: () => Promise<void>;
}

interface Planned {
  readonly plan: ImportPlan;
  readonly table: ChosenTable;
  readonly shown: ReturnType<typeof shownRows>;
}

/** One file where it was read: its rows are recognised, checked, planned and written from here. */
export function createImportTable(surroundings: Surroundings): ImportCalls {
  const { line, clock, random, onProgress, pause } = surroundings;
  let workbook: Workbook | undefined;
  let planned: Planned | undefined;
  let running = new AbortController();

  async function plan(order: PlanOrder): ReturnType<ImportCalls['plan']> {
    running = new AbortController();
    planned = undefined;
    const { definition, mapping, clearBlanks, defaults } = order;
    const table = workbook && tableOf(workbook, order);
    if (!workbook || !table) return failed({ tag: 'nothingMapped' });
    const references = await readReferences(line, definition);
    const { dateSystem } = workbook;
    const made = await planImport({
      sheet: table.sheet,
      header: table.header,
      mapping,
      definition,
      context: { ...references.context, dateSystem, reportOn: order.reportOn.date },
      lookup: { match: line.matchKeys, rows: line.rows },
      newId: rowIdMaker(clock, random),
      defaults,
      clearBlanks,
      onProgress,
      signal: running.signal,
      pause,
    });
    if (!made.ok) return made;
    planned = { plan: made.value, table, shown: shownRows(made.value, table) };
    const { ledger, sheet } = made.value;
    return ok({ ledger, sheet, ...summariseRows(planned.shown.all, planned.shown.rows) });
  }

  return {
    read: async ({ bytes, fileName, ledgers }) => {
      // Beside the reading, on a thread of the platform's.
      const digesting = fileDigest(bytes);
      const opened = await streamWorkbook(bytes, fileName, {
        onProgress: (done, total) =>
          onProgress({ stage: 'reading', share: Math.min(1, done / total) }),
      });
      if (!opened.ok) return opened;
      workbook = withTables(opened.value, ledgers);
      const ends = { ...workbook, sheets: workbook.sheets.map(sheetEnds) };
      const proposals = proposeTables(ends, ledgers);
      return ok({ workbook: ends, proposals, digest: await digesting });
    },
    plan,
    rows: (filter, from, to) => Promise.resolve(planned?.shown.rows(filter, from, to) ?? []),
    problems: async ({ definition, ...order }) => {
      if (!planned) return failed({ tag: 'notPlanned' });
      const { plan: made, table } = planned;
      // Few files need it: the words of both languages are fetched when one does.
      const { writeProblemsInWords } = await import('./writeProblemsInWords');
      return ok(await writeProblemsInWords({ ...table, plan: made, ...order }, definition));
    },
    write: async (source, expectSequence) => {
      running = new AbortController();
      return line.write(planned ? planToWrites(planned.plan) : [], source, {
        expectSequence,
        onProgress: (done, total) => onProgress({ stage: 'writing', done, total }),
        signal: running.signal,
      });
    },
    cancel: () => {
      running.abort();
      return Promise.resolve();
    },
  };
}

function tableOf(workbook: Workbook, order: PlanOrder): ChosenTable | undefined {
  const sheet = workbook.sheets[order.sheetIndex];
  if (!sheet) return undefined;
  const { firstRow, lastRow } = order.header;
  const header = headerAt(sheet, firstRow, lastRow, order.definition);
  return chosenTable(workbook, order.definition, { sheet, header }, order.joined);
}

/** The rows of a check with the cells they come from, filtered once for each filter that is looked at. */
function shownRows(plan: ImportPlan, { sheet }: ChosenTable) {
  const all = checkRows(plan);
  const filtered = new Map<CheckFilter, typeof all>();
  const places = new Map(sheet.rowNumbers.map((rowNumber, index) => [rowNumber, index]));
  return {
    all,
    rows: (filter: CheckFilter, from: number, to: number) => {
      const known = filtered.get(filter) ?? filterRows(all, filter);
      filtered.set(filter, known);
      return known.slice(from, to).map((row) => ({
        ...row,
        cells: sheet.rows[places.get(row.rowNumber) ?? -1] ?? [],
      }));
    },
  };
}
