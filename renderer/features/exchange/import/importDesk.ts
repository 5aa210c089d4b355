import { planImport } from '../../../../shared/exchange/plan/planImport';
import { planToWrites } from '../../../../shared/exchange/plan/plan';
import { proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import { codecFor } from '../../../../shared/fields/codecFor';
import { newRowId } from '../../../../shared/kernel/ids';
import { dateOf, type IsoDate } from '../../../../shared/kernel/time';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';
import type { Session } from '../../../app/session';
import type { CommitProblem } from '../../../store/contract';
import { importedWith, nextProposal, type Checked, type ImportFile } from './importFile';
import {
  fileDigest,
  readImports,
  readLayout,
  rememberImport,
  rememberLayout,
  type ImportRecord,
} from './importMemory';
import { readInWorker } from './readInWorker';
import { firstChoice, withReportDate, type Choice } from './recognise/recognise';
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
  /** The same for an import of days ago; comes back with what went wrong. */
  undoRecord(record: ImportRecord): Promise<CommitProblem['tag'] | undefined>;
  back(id: number): void;
  cancel(id: number): void;
  /** The store moved by a commit of this very page (a look at masked values): the plan still holds. */
  moveTo(id: number, sequence: number): void;
}

type Parts = Pick<Session, 'store' | 'clock' | 'random' | 'ledgers'> & {
  readonly read?: typeof readInWorker;
};

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The files on their way into ledgers. Lives beside the pages: a look elsewhere loses nothing. */
export function createImportDesk(parts: Parts): ImportDesk {
  const { store, clock, random, ledgers, read = readInWorker } = parts;
  let current: ImportState = { files: [], active: undefined };
  let lastId = 0;
  /** Given by a person for one file, it goes for those that come after and do not say their own. */
  let reportOn: IsoDate | undefined;
  const listeners = new Set<() => void>();
  const running = new Map<number, AbortController>();

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
  const definitionOf = ({ choice }: ImportFile): LedgerDefinition | undefined =>
    ledgers.find(({ id }) => id === choice?.ledger);

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
    const digest = await fileDigest(bytes);
    const seen = (await readImports(store)).find((record) => record.digest === digest);
    const answer = await read({ bytes, fileName: name, ledgers }, signal, (share) =>
      patch(id, { stage: { tag: 'reading', share } }),
    );
    if (!file(id)) return;
    if (!answer.ok) {
      patch(id, { stage: { tag: 'unreadable', problem: answer.problem } });
      return;
    }
    const { workbook, proposals } = answer.value;
    const choice = firstChoice(workbook, proposals[0], ledgers, namedOn(name));
    const stage = { tag: 'recognise' } as const;
    patch(id, { digest, workbook, proposals, choice, stage, ...(seen ? { seen } : {}) });
    await recall(id);
  }

  async function goOn(id: number): Promise<void> {
    const one = file(id);
    const proposal = one && nextProposal(one);
    if (!one?.workbook || !proposal) return;
    const choice = firstChoice(one.workbook, proposal, ledgers, namedOn(one.name));
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
    if (!one?.choice?.header || !one.choice.sheet || !one.workbook || !definition) return;
    const { sheet, header, mapping, clearBlanks } = one.choice;
    const signal = begin(id);
    patch(id, { stage: { tag: 'planning', progress: { stage: 'read', done: 0, total: 1 } } });
    const { sequence } = store.status();
    const references = await readReferences(store, definition);
    const made = await planImport({
      sheet,
      header,
      mapping,
      definition,
      context: {
        ...references.context,
        dateSystem: one.workbook.dateSystem,
        reportOn: one.choice.reportOn.date,
      },
      lookup: store,
      newId: () => newRowId(clock(), random),
      defaults: defaults(definition),
      clearBlanks,
      onProgress: (progress) => patch(id, { stage: { tag: 'planning', progress } }),
      signal,
      pause,
    });
    if (!made.ok) {
      patch(id, { stage: { tag: 'recognise' } });
      return;
    }
    const checked = { plan: made.value, sequence, references };
    patch(id, { stage: { tag: 'check', ...checked, ...(problem ? { problem } : {}) } });
  }

  async function write(id: number): Promise<void> {
    const one = file(id);
    if (one?.stage.tag !== 'check' || !one.choice?.header) return;
    const { plan, sequence, references } = one.stage;
    const checked: Checked = { plan, sequence, references };
    const writes = planToWrites(plan);
    if (writes.length === 0) {
      patch(id, { stage: { tag: 'result', ...checked, at: clock() }, imported: importedWith(one) });
      return;
    }
    const importId = newRowId(clock(), random);
    const total = writes.length;
    const signal = begin(id);
    patch(id, { stage: { tag: 'writing', ...checked, done: 0, total } });
    const done = await store.commit(
      writes,
      { type: 'import', file: one.name, sheet: plan.sheet, importId },
      {
        expectSequence: sequence,
        onProgress: (count, all) =>
          patch(id, { stage: { tag: 'writing', ...checked, done: count, total: all } }),
        signal,
      },
    );
    if (!done.ok) {
      if (done.problem.tag === 'moved') return makePlan(id, 'moved');
      patch(id, { stage: { tag: 'check', ...checked, problem: done.problem.tag } });
      return;
    }
    const record = {
      importId,
      digest: one.digest ?? '',
      file: one.name,
      ledger: plan.ledger,
      atMs: done.value.at,
      sequence: done.value.sequence,
      inserted: plan.inserts.length,
      updated: plan.updates.length,
      undone: false,
    };
    // Said to be done only when it can also be undone after a restart.
    await rememberImport(store, record);
    await rememberLayout(store, one.choice.header.headers, plan.ledger, one.choice.mapping);
    const stage = { tag: 'result', ...checked, record, at: done.value.at } as const;
    patch(id, { stage, imported: importedWith(one) });
  }

  async function undo(id: number): Promise<void> {
    const one = file(id);
    if (one?.stage.tag !== 'result' || !one.stage.record) return;
    const { stage } = one;
    const { record } = one.stage;
    patch(id, { stage: { ...stage, undo: { state: 'running' } } });
    const done = await store.undo(record.sequence);
    if (!done.ok) {
      patch(id, { stage: { ...stage, undo: { state: 'failed', problem: done.problem.tag } } });
      return;
    }
    const undone = { ...record, undone: true };
    const left = done.value.left.length;
    await rememberImport(store, undone);
    patch(id, { stage: { ...stage, record: undone, undo: { state: 'done', left } } });
  }

  async function undoRecord(record: ImportRecord): Promise<CommitProblem['tag'] | undefined> {
    const one = current.files.find(
      ({ stage }) => stage.tag === 'result' && stage.record?.importId === record.importId,
    );
    if (one) {
      await undo(one.id);
      const stage = file(one.id)?.stage;
      return stage?.tag === 'result' && stage.undo?.state === 'failed'
        ? stage.undo.problem
        : undefined;
    }
    const done = await store.undo(record.sequence);
    if (!done.ok) return done.problem.tag;
    await rememberImport(store, { ...record, undone: true });
    return undefined;
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
      for (const { id, name, bytes } of added) if (file(id)) await readOne(id, name, bytes);
    },
    select: (active) => set({ ...current, active }),
    remove(id) {
      running.get(id)?.abort();
      running.delete(id);
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
    cancel: (id) => running.get(id)?.abort(),
    moveTo(id, sequence) {
      const stage = file(id)?.stage;
      if (stage?.tag === 'check') patch(id, { stage: { ...stage, sequence } });
    },
  };
}
