import { proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import { codecFor } from '../../../../shared/fields/codecFor';
import { newRowId } from '../../../../shared/kernel/ids';
import { failed } from '../../../../shared/kernel/result';
import { dateOf, type IsoDate } from '../../../../shared/kernel/time';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';
import type { Session } from '../../../app/session';
import { connectImport, type ImportConnection, type ReadingProblem } from './connectImport';
import type { ImportCalls, ProblemsOrder } from './importCalls';
import { importedWith, nextProposal, type Checked, type ImportFile } from './importFile';
import {
  readImports,
  readLayout,
  rememberImport,
  rememberLayout,
  type ImportRecord,
} from './importMemory';
import { firstChoice, withReportDate, type Choice } from './recognise/recognise';
import { undoImports, type Undone } from './undoImports';
import { readReferences } from '../../../store/references';

export interface ImportState {
  readonly files: readonly ImportFile[];
  readonly active: number | undefined;
}

export interface ImportDesk {
  readonly state: () => ImportState;
  subscribe(listener: () => void): () => void;
  add(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void>;
  select(id: number | undefined): void;
  remove(id: number): void;
  choose(id: number, choice: Choice): void;
  /** The next sheet of the same file that seems to be of some ledger. */
  goOn(id: number): Promise<void>;
  /** Looks for the columns as they were mapped the last time, for a choice made by hand. */
  recall(id: number): Promise<void>;
  plan(id: number): Promise<void>;
  write(id: number): Promise<void>;
  undo(id: number): Promise<void>;
  /** The same for an import of days ago. */
  undoRecord(record: ImportRecord): Promise<Undone>;
  /** Rows of the plan as the check page shows them. */
  rows: (id: number, ...asked: Parameters<ImportCalls['rows']>) => ReturnType<ImportCalls['rows']>;
  problems: (id: number, order: ProblemsOrder) => ReturnType<ImportCalls['problems']>;
  back(id: number): void;
  cancel(id: number): void;
  /** The file that is being read and all that wait for their turn; what was read already stays. */
  cancelReading(): void;
  /** The store moved by a commit of this very page (a look at masked values): the plan still holds. */
  moveTo(id: number, sequence: number): void;
}

type Parts = Pick<Session, 'store' | 'clock' | 'random'> & {
  /** Read at each use: the event may gain ledgers while files are on their way. */
  readonly ledgers: readonly LedgerDefinition[];
  readonly connect?: typeof connectImport;
};

/** The files on their way into ledgers. Lives beside the pages: a look elsewhere loses nothing. */
export function createImportDesk(parts: Parts): ImportDesk {
  const { store, clock, random, connect = connectImport } = parts;
  let current: ImportState = { files: [], active: undefined };
  let lastId = 0;
  /** Given by a person for one file, it goes for those that come after and do not say their own. */
  let reportOn: IsoDate | undefined;
  const listeners = new Set<() => void>();
  const running = new Map<number, AbortController>();
  /** Each file with its rows and plan, in a worker of its own as long as the file is on the desk. */
  const tables = new Map<number, ImportConnection>();

  const set = (next: ImportState) => {
    current = next;
    for (const listener of listeners) listener();
  };
  const file = (id: number) => current.files.find((one) => one.id === id);
  const patch = (id: number, change: Partial<ImportFile>) =>
    set({
      ...current,
      files: current.files.map((one) => (one.id === id ? { ...one, ...change } : one)),
    });
  const begin = (id: number) => {
    running.get(id)?.abort();
    const controller = new AbortController();
    running.set(id, controller);
    return controller.signal;
  };
  const end = (id: number) => {
    tables.get(id)?.end();
    tables.delete(id);
  };
  const fail = (id: number, problem: ReadingProblem) => {
    end(id);
    patch(id, { stage: { tag: 'unreadable', problem } });
  };
  const cancel = (id: number) => {
    running.get(id)?.abort();
    void tables.get(id)?.cancel();
    const waits = file(id)?.stage.tag === 'reading' && !tables.has(id);
    if (waits) fail(id, { tag: 'cancelled' });
  };
  const definitionOf = ({ choice }: ImportFile): LedgerDefinition | undefined =>
    parts.ledgers.find(({ id }) => id === choice?.ledger);

  const { undo, undoRecord } = undoImports({ store, files: () => current.files, file, patch });

  const namedOn = (fileName: string) => ({ fileName, today: reportOn ?? dateOf(clock()) });

  function choose(id: number, choice: Choice): void {
    const one = file(id);
    if (!one?.workbook) return;
    if (choice.reportOn.from === 'chosen') reportOn = choice.reportOn.date;
    const dated = withReportDate(choice, namedOn(one.name));
    patch(id, { choice: dated, stage: { tag: 'recognise' } });
  }

  async function readOne(id: number, name: string, bytes: Uint8Array): Promise<void> {
    const signal = begin(id);
    const table = connect(store.openMergeLine());
    tables.set(id, table);
    table.onProgress = (progress) => {
      if (progress.stage === 'reading' && file(id)?.stage.tag === 'reading')
        patch(id, { stage: { tag: 'reading', share: progress.share } });
    };
    const answer = await table.read({ bytes, fileName: name, ledgers: parts.ledgers }, signal);
    if (!file(id)) return end(id);
    if (!answer.ok) return fail(id, answer.problem);
    const { workbook, proposals, digest } = answer.value;
    const seen = (await readImports(store)).find((record) => record.digest === digest);
    if (!file(id)) return end(id);
    const choice = firstChoice(workbook, proposals[0], parts.ledgers, namedOn(name));
    const stage = { tag: 'recognise' } as const;
    patch(id, { digest, workbook, proposals, choice, stage, ...(seen ? { seen } : {}) });
    await recall(id);
  }

  async function goOn(id: number): Promise<void> {
    const one = file(id);
    const proposal = one && nextProposal(one);
    if (!one?.workbook || !proposal) return;
    const choice = firstChoice(one.workbook, proposal, parts.ledgers, namedOn(one.name));
    patch(id, { choice, stage: { tag: 'recognise' } });
    await recall(id);
  }

  async function recall(id: number): Promise<void> {
    const one = file(id);
    const definition = one && definitionOf(one);
    const header = one?.choice?.header;
    if (!one?.choice || !definition || !header) return;
    const known = await readLayout(store, header.headers, definition.id);
    const now = file(id)?.choice;
    if (!known || !now || now.header !== header || now.ledger !== definition.id) return;
    const mapping = proposeMapping(header.headers, definition, known);
    patch(id, { choice: { ...now, mapping, why: 'remembered' } });
  }

  function defaults(definition: LedgerDefinition): RowValues {
    const { recordedAt } = definition.fields;
    return {
      unit: store.event.unit,
      recorder: store.operator,
      recordedAt: codecFor(recordedAt).normalise(clock()),
    };
  }

  async function makePlan(id: number, problem?: 'moved'): Promise<void> {
    const one = file(id);
    const definition = one && definitionOf(one);
    const table = tables.get(id);
    if (!one?.choice?.header || !table || !definition) return;
    const { sheetIndex, joined, header, mapping, clearBlanks, reportOn: date } = one.choice;
    patch(id, { stage: { tag: 'planning', progress: { stage: 'read', done: 0, total: 1 } } });
    table.onProgress = (progress) => {
      if (progress.stage === 'reading' || progress.stage === 'writing') return;
      if (file(id)?.stage.tag === 'planning') patch(id, { stage: { tag: 'planning', progress } });
    };
    const { sequence } = store.status();
    const references = await readReferences(store, definition);
    const made = await table.plan({
      sheetIndex,
      joined,
      mapping,
      clearBlanks,
      definition,
      reportOn: date,
      header: { firstRow: header.firstRow, lastRow: header.lastRow },
      defaults: defaults(definition),
    });
    if (!made.ok) {
      if (made.problem.tag === 'workerFailed') fail(id, made.problem);
      else patch(id, { stage: { tag: 'recognise' } });
      return;
    }
    const checked = { summary: made.value, sequence, references };
    patch(id, { stage: { tag: 'check', ...checked, ...(problem ? { problem } : {}) } });
  }

  async function write(id: number): Promise<void> {
    const one = file(id);
    const table = tables.get(id);
    if (one?.stage.tag !== 'check' || !one.choice?.header || !table) return;
    const { summary, sequence, references } = one.stage;
    const checked: Checked = { summary, sequence, references };
    const { counts } = summary;
    const [inserted, updated] = [counts.new, counts.changed + counts.cleared];
    const total = inserted + updated;
    if (total === 0) {
      patch(id, { stage: { tag: 'result', ...checked, at: clock() }, imported: importedWith(one) });
      return;
    }
    const importId = newRowId(clock(), random);
    patch(id, { stage: { tag: 'writing', ...checked, done: 0, total } });
    table.onProgress = (progress) => {
      if (progress.stage !== 'writing' || file(id)?.stage.tag !== 'writing') return;
      patch(id, { stage: { tag: 'writing', ...checked, done: progress.done, total } });
    };
    const source = { type: 'import', file: one.name, sheet: summary.sheet, importId } as const;
    const done = await table.write(source, sequence);
    if (!done.ok) {
      const { tag } = done.problem;
      if (tag === 'moved') return makePlan(id, 'moved');
      if (tag === 'workerFailed') fail(id, done.problem);
      else patch(id, { stage: { tag: 'check', ...checked, problem: tag } });
      return;
    }
    const record = {
      importId,
      digest: one.digest ?? '',
      file: one.name,
      ledger: summary.ledger,
      atMs: done.value.at,
      sequence: done.value.sequence,
      inserted,
      updated,
      undone: false,
    };
    // Said to be done only when it can also be undone after a restart.
    await rememberImport(store, record);
    await rememberLayout(store, one.choice.header.headers, summary.ledger, one.choice.mapping);
    const stage = { tag: 'result', ...checked, record, at: done.value.at } as const;
    patch(id, { stage, imported: importedWith(one) });
  }

  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(files) {
      const added = files.map(({ name, bytes }) => ({ id: ++lastId, name, bytes }));
      set({
        files: [
          ...current.files,
          ...added.map(({ id, name }): ImportFile => ({ id, name, stage: { tag: 'reading' } })),
        ],
        active: current.active ?? added[0]?.id,
      });
      // One after the other: two large workbooks at once may not fit into memory.
      for (const { id, name, bytes } of added) {
        if (file(id)?.stage.tag === 'reading') await readOne(id, name, bytes);
      }
    },
    select: (active) => set({ ...current, active }),
    remove(id) {
      running.get(id)?.abort();
      running.delete(id);
      end(id);
      const files = current.files.filter((one) => one.id !== id);
      const active = current.active === id ? files[0]?.id : current.active;
      set({ files, active });
    },
    choose,
    goOn,
    recall,
    plan: (id) => makePlan(id),
    write,
    undo,
    undoRecord,
    back: (id) => patch(id, { stage: { tag: 'recognise' } }),
    cancel,
    cancelReading() {
      for (const { id, stage } of current.files) if (stage.tag === 'reading') cancel(id);
    },
    rows: (id, filter, from, to) => tables.get(id)?.rows(filter, from, to) ?? Promise.resolve([]),
    problems: (id, order) =>
      tables.get(id)?.problems(order) ?? Promise.resolve(failed({ tag: 'notPlanned' })),
    moveTo(id, sequence) {
      const stage = file(id)?.stage;
      if (stage?.tag === 'check') patch(id, { stage: { ...stage, sequence } });
    },
  };
}
