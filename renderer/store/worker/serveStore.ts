import type { ChangeSource } from '../../../shared/journal/change';
import type { EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { hybridTimeMs } from '../../../shared/kernel/hybridTime';
import { toInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { CommitProblem, StoreStatus } from '../contract';
import type { OpenProblem } from '../eventContract';
import { ledgerSteps, type LedgerStep } from '../versions/ledgerSteps';
import { commitWrites, type IncomingList } from './commitWrites';
import { changePassphrase, listEvents, makeEvent, removeEvent } from './eventAdmin';
import type { WriteList } from '../packWrites';
import { createJournalCaller } from './journalCaller';
import { commitMerge } from './merge/commitMerge';
import { createMergeQueries, type MergeQueries } from './merge/mergeReading';
import { serveMergeLine } from './merge/serveMergeLine';
import { findKey } from './opening/findKey';
import { openEvent } from './opening/openEvent';
import type { OpenedState } from './openedState';
import { createReadingCalls } from './readingCalls';
import { saveSetting } from './saveSetting';
import { deflateBlock } from './stored/deflate';
import { undoCommit } from './undoCommit';
import { sparingly } from './sparingly';
import { createUpkeep, type Upkeep } from './upkeep/createUpkeep';
import type { FromWorker, OpenedReply, ToWorker, WorkerCalls } from './workerCalls';

/** The worker's own scope; the pages' library calls it a window. */
const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((message: MessageEvent<ToWorker>) => void) | null;
};
const clock = () => toInstant(Date.now());
const locked: CommitProblem = { tag: 'locked' };

interface Session {
  readonly state: OpenedState;
  readonly reading: ReturnType<typeof createReadingCalls>;
  readonly merging: MergeQueries;
  readonly upkeep: Upkeep;
}

/** What this app knows, given once by `serveStore`. */
let ledgers: readonly LedgerDefinition[] = [];
let steps: readonly LedgerStep[] = [];
let session: Session | undefined;
/** Commits go one after the other: each is checked against what the one before has left. */
let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** Parts of large commits that are still on their way here. */
const staged = new Map<number, IncomingList[]>();
const cancelled = new Set<number>();

const journalCaller = createJournalCaller((message) => scope.postMessage(message));
const { journal } = journalCaller;

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  waiting++;
  const run = async () => {
    try {
      return await work();
    } finally {
      waiting--;
    }
  };
  const done = queue.then(run);
  queue = done.catch(() => undefined);
  return done;
}

function statusOf(state: OpenedState): StoreStatus {
  const { savedAt, lastTime, sequence, secondCopy, freeBytes } = state;
  const latestAt = lastTime === 0 ? undefined : toInstant(hybridTimeMs(lastTime));
  const copies = secondCopy.behind ? 'databaseOnly' : 'both';
  return { savedAt, latestAt, sequence, copies, freeBytes };
}

function announce(state: OpenedState, touched: readonly string[]): void {
  scope.postMessage({ type: 'changed', ledgers: touched, status: statusOf(state) });
}

async function open(
  event: EventId,
  secret: string,
  operator: string,
  acceptLosses: boolean,
): Promise<Result<OpenedReply, OpenProblem>> {
  await lock();
  const opened = await openEvent({
    event,
    secret,
    operator,
    acceptLosses,
    journal,
    clock,
    ledgers,
    steps,
    onProgress: sparingly((progress) => {
      scope.postMessage({ type: 'openProgress', progress });
    }),
    onRepaired: (repairs) => {
      scope.postMessage({ type: 'repaired', repairs });
    },
  });
  if (!opened.ok) return opened;
  const { state, repairs, cleanExit } = opened.value;
  const upkeep = createUpkeep({
    state,
    isBusy: () => waiting > 0,
    inTurn,
    // A new event has nothing to be checked; an unclean one has been checked.
    unverified: cleanExit && state.sequence > 0,
    onStatus: () => {
      if (session?.state === state) announce(state, []);
    },
  });
  session = {
    state,
    upkeep,
    reading: createReadingCalls(state),
    merging: createMergeQueries(state),
  };
  const { listing, accepted: acceptedLosses } = state;
  return ok({ listing, operator, acceptedLosses, repairs, cleanExit, status: statusOf(state) });
}

/** The event that is being closed is held until both copies are whole: whoever comes next waits. */
let closing: Promise<void> = Promise.resolve();

function lock(): Promise<void> {
  closing = closing.then(closeSession);
  return closing;
}

async function closeSession(): Promise<void> {
  const ending = session;
  await queue;
  session = undefined;
  staged.clear();
  for (const end of openLines) end();
  openLines.clear();
  if (!ending) return;
  const { state, upkeep } = ending;
  await upkeep.settle();
  state.database.dexie.close();
  state.releaseLock();
}

/** Work on the open event in its turn; `locked` where there is none when the turn comes. */
function onOpened<T>(
  work: (
    state: OpenedState,
    touched: (ledgers: readonly string[]) => void,
  ) => Promise<Result<T, CommitProblem>>,
): Promise<Result<T, CommitProblem>> {
  return inTurn(async () => {
    if (!session) return failed(locked);
    const { state, upkeep } = session;
    const done = await work(state, (touched) => announce(state, touched));
    upkeep.touched();
    return done;
  });
}

function ledgersOf(lists: readonly IncomingList[]): readonly string[] {
  const all = lists.flatMap((list) =>
    list.type === 'rows' ? [list.ledger] : list.writes.map(({ ledger }) => ledger),
  );
  return [...new Set(all)];
}

const commitStaged = (
  commit: number,
  last: WriteList,
  source: ChangeSource,
  expectSequence: number | undefined,
  onProgress: (done: number) => void,
) =>
  onOpened(async (state, touched) => {
    const lists = [...(staged.get(commit) ?? []), last];
    staged.delete(commit);
    const isCancelled = () => cancelled.has(commit);
    const done = isCancelled()
      ? failed<CommitProblem>({ tag: 'cancelled' })
      : await commitWrites(state, lists, source, expectSequence, { isCancelled, onProgress });
    cancelled.delete(commit);
    if (done.ok) touched(ledgersOf(lists));
    return done;
  });

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
  remove: async (event, secret) => {
    if (session?.state.listing.id === event) {
      // A slip of the finger must not close what is open.
      const known = await findKey([session.state.ring], secret);
      if (!known) return failed({ tag: 'wrongPassphrase' });
      await lock();
    }
    await closing;
    return removeEvent(event, secret, journal);
  },
  changePassphrase: (current, next) =>
    inTurn(async () => {
      if (!session) return failed<OpenProblem>({ tag: 'storage', detail: 'locked' });
      const changed = await changePassphrase(session.state, current, next);
      session.upkeep.touched();
      return changed;
    }),
  stage: (commit, given, deflated) => {
    // Packing goes on here while the page makes the next list.
    const list =
      given.type === 'rows'
        ? { ...given, packed: Promise.resolve(deflated ?? deflateBlock(given.block)) }
        : given;
    const lists = staged.get(commit);
    if (lists) lists.push(list);
    else staged.set(commit, [list]);
    return Promise.resolve();
  },
  cancelCommit: (commit) => {
    cancelled.add(commit);
    return Promise.resolve();
  },
  commit: (commit, list, source, expectSequence) =>
    commitStaged(commit, list, source, expectSequence, (done) => {
      scope.postMessage({ type: 'commitProgress', commit, done });
    }),
  undo: (sequence) =>
    onOpened(async (state, touched) => {
      const undone = await undoCommit(state, sequence);
      if (undone.ok) touched([...state.tables.keys()]);
      return undone;
    }),
  saveSetting: (key, value) => onOpened((state) => saveSetting(state, key, value)),
};

/** Commits that come over lines are told from the page's by their numbers. */
const numbersPerLine = 2 ** 32;
let lines = 0;
const openLines = new Set<() => void>();

function openLine(port: MessagePort): void {
  const first = ++lines * numbersPerLine;
  const end = serveMergeLine(port, (news) => {
    if (!session) return undefined;
    const { merging, reading } = session;
    return {
      ...reading,
      ...merging,
      matchKeys: reading.match,
      standing: () => merging.standing(news.standing),
      stage: (commit, list, deflated) => administration.stage(first + commit, list, deflated),
      cancelCommit: (commit) => administration.cancelCommit(first + commit),
      commit: (commit, list, source, expectSequence) =>
        commitStaged(first + commit, list, source, expectSequence, (done) =>
          news.built(commit, done),
        ),
      commitMerge: (merge) =>
        onOpened(async (state, touched) => {
          const done = await commitMerge(state, merge);
          if (done.ok) touched([...state.tables.keys()]);
          return done;
        }),
    };
  });
  openLines.add(end);
}

async function answer(id: number, method: string, args: readonly unknown[]): Promise<void> {
  try {
    const calls = { ...administration, ...session?.reading } as Record<
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

/** Answers the page's calls; the entry of the worker hands in the ledgers and their history. */
export function serveStore(
  allLedgers: readonly LedgerDefinition[],
  allSteps: readonly LedgerStep[] = ledgerSteps,
): void {
  ledgers = allLedgers;
  steps = allSteps;
  scope.onmessage = ({ data }) => {
    if (data.type === 'call') void answer(data.id, data.call.method, data.call.args);
    else if (data.type === 'mergeLine') openLine(data.port);
    else journalCaller.receive(data);
  };
}
