import type { JournalFiles } from '../../../shared/desktop/contract';
import type { EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { toInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { CommitProblem, OpenProblem, StoreStatus } from '../contract';
import { commitWrites } from './commitWrites';
import { changePassphrase, listEvents, makeEvent } from './eventAdmin';
import { openEvent } from './openEvent';
import type { OpenedState } from './openedState';
import { createReadingCalls } from './readingCalls';
import { saveSetting } from './saveSetting';
import { undoCommit } from './undoCommit';
import type { FromWorker, OpenedReply, ToWorker, WorkerCalls } from './workerCalls';
import { writeSentinel } from './writeSentinel';

/** The worker's own scope; the pages' library calls it a window. */
const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((message: MessageEvent<ToWorker>) => void) | null;
};
const clock = () => toInstant(Date.now());
const locked: CommitProblem = { tag: 'locked' };

/** The ledgers of this app, given once by `serveStore`. */
let ledgers: readonly LedgerDefinition[] = [];
let state: OpenedState | undefined;
let reading: ReturnType<typeof createReadingCalls> | undefined;
/** Commits go one after the other: each is checked against what the one before has left. */
let queue: Promise<unknown> = Promise.resolve();

const journalCalls = new Map<number, (value: unknown) => void>();
let nextJournalCall = 1;

/** The second copy lies with the shell, which only the page can reach. */
const journal = new Proxy({} as JournalFiles, {
  get:
    (_, method: keyof JournalFiles) =>
    (...args: never) =>
      new Promise((resolve) => {
        const id = nextJournalCall++;
        journalCalls.set(id, resolve);
        scope.postMessage({ type: 'journalCall', id, call: { method, args } });
      }),
});

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work, work);
  queue = done.catch(() => undefined);
  return done;
}

function statusOf(opened: OpenedState): StoreStatus {
  return {
    savedAt: opened.savedAt,
    sequence: opened.sequence,
    copies: opened.journalSize === undefined ? 'databaseOnly' : 'both',
    freeBytes: undefined,
  };
}

function announce(opened: OpenedState, touched: readonly string[]): void {
  scope.postMessage({ type: 'changed', ledgers: touched, status: statusOf(opened) });
}

async function open(
  event: EventId,
  secret: string,
  operator: string,
  acceptLosses: boolean,
): Promise<Result<OpenedReply, OpenProblem>> {
  if (state) await lock();
  const opened = await openEvent({
    event,
    secret,
    operator,
    acceptLosses,
    journal,
    clock,
    ledgers,
    onProgress: (progress) => {
      scope.postMessage({ type: 'openProgress', progress });
    },
  });
  if (!opened.ok) return opened;
  state = opened.value.state;
  reading = createReadingCalls(state, ledgers);
  return ok({
    listing: state.listing,
    operator,
    repairs: opened.value.repairs,
    cleanExit: opened.value.cleanExit,
    status: statusOf(state),
  });
}

async function lock(): Promise<void> {
  await queue;
  const opened = state;
  state = undefined;
  reading = undefined;
  if (!opened) return;
  await writeSentinel(opened, true);
  opened.database.dexie.close();
  opened.releaseLock();
}

const administration: Omit<WorkerCalls, keyof ReturnType<typeof createReadingCalls>> = {
  list: async () => ok(await listEvents(journal)),
  create: async (event) => {
    const made = await makeEvent(event, journal, clock);
    if (!made.ok) return made;
    const opened = await open(made.value.id, event.passphrase, event.operator, false);
    return opened.ok ? ok({ ...opened.value, recoveryCode: made.value.recoveryCode }) : opened;
  },
  open,
  lock,
  changePassphrase: (current, next) =>
    inTurn(async () =>
      state
        ? changePassphrase(state, current, next)
        : failed<OpenProblem>({ tag: 'storage', detail: 'locked' }),
    ),
  commit: (writes, source, expectSequence) =>
    inTurn(async () => {
      if (!state) return failed(locked);
      const committed = await commitWrites(state, writes, source, expectSequence);
      if (committed.ok) announce(state, [...new Set(writes.map(({ ledger }) => ledger))]);
      return committed;
    }),
  undo: (sequence) =>
    inTurn(async () => {
      if (!state) return failed(locked);
      const undone = await undoCommit(state, sequence);
      if (undone.ok) announce(state, [...state.tables.keys()]);
      return undone;
    }),
  saveSetting: (key, value) =>
    inTurn(async () => (state ? saveSetting(state, key, value) : failed(locked))),
};

async function answer(id: number, method: string, args: readonly unknown[]): Promise<void> {
  try {
    const calls = { ...administration, ...reading } as Record<
      string,
      ((...given: readonly unknown[]) => unknown) | undefined
    >; // typed on both ends by WorkerCalls; the message in between is plain data
    const call = calls[method];
    if (!call) throw new Error(`${method} while locked`);
    scope.postMessage({ type: 'answer', id, value: await call(...args) });
  } catch (problem) {
    const detail = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    scope.postMessage({ type: 'broken', id, detail });
  }
}

/** Answers the page's calls; the entry of the worker hands in the ledgers. */
export function serveStore(all: readonly LedgerDefinition[]): void {
  ledgers = all;
  scope.onmessage = ({ data }) => {
    if (data.type === 'journalAnswer') {
      journalCalls.get(data.id)?.(data.value);
      journalCalls.delete(data.id);
      return;
    }
    void answer(data.id, data.call.method, data.call.args);
  };
}
