import type { Entry, HashedEntry, Link } from '../../../../shared/journal/entry';
import type { HybridTime } from '../../../../shared/kernel/hybridTime';
import type { DeviceId, RowId } from '../../../../shared/kernel/ids';
import type { DeviceNames } from '../../../../shared/merge/deviceNames';
import { piecesOf, type Knowledge, type Learnt } from '../../../../shared/merge/knowledge';
import { compareStamps, type Stamp } from '../../../../shared/merge/stamp';
import { yieldTurn } from '../../yieldTurn';
import type { OpenedState } from '../openedState';
import { changeCounts } from '../stored/commitRecord';
import type { CommitFacts, NotedRows } from '../stored/mergeFacts';
import { deriveFacts } from './deriveFacts';
import { HeldJournal } from './heldJournal';
import { keepFacts, readKeptFacts } from './keptFacts';
import { readCommits } from './readCommits';

/**
 * What merging has to know of the whole journal, in memory: where each device's entries stand and how
 * late each row's newest change is. Made of the journal when merging is first asked for; what
 * took work to find out is kept beside the pages, so that the next start need not find it out again.
 */
export interface MergeIndex {
  /** Up to which commit the journal has been looked at. */
  readonly sequence: number;
  readonly knowledge: Knowledge;
  /** Names that workbooks have brought, the latest of each device, and of every id this one has had. */
  readonly deviceNames: DeviceNames;
  /** Looks at the commits made since; calls wait for each other. */
  catchUp(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Of the newest change of the row; undefined: nothing is known of it. */
  newest(ledger: string, row: RowId): Stamp | undefined;
  /** The last commit with a change of the row, also while only changes to it are here; 0: none. */
  lastCommit(ledger: string, row: RowId): number;
  has(ledger: string, device: DeviceId, link: Link): boolean;
  /** The commits with entries after a number. */
  commitsAfter(ledger: string, device: DeviceId, after: number): readonly number[];
  /** This laptop's own entry with its place in the chain. */
  hashed(entry: Omit<Entry, 'previous'>): HashedEntry | undefined;
}

interface Journal {
  readonly own: HeldJournal;
  readonly arrived: HeldJournal;
}

/** A row that only changes are here of. */
interface Awaited {
  readonly newest: Stamp;
  readonly commit: number;
}

const indexes = new WeakMap<OpenedState, MergeIndex>();

/** The one of an opened event. */
export function mergeIndexOf(state: OpenedState): MergeIndex {
  const known = indexes.get(state) ?? createMergeIndex(state);
  indexes.set(state, known);
  return known;
}

/** Commits looked at before other calls get their turn. */
const commitsPerTurn = 32;
/** So many changes looked at are worth keeping what was found. */
const keptWork = 2_000;

function createMergeIndex(state: OpenedState): MergeIndex {
  let sequence = 0;
  let knowledge: Knowledge = {};
  let deviceNames: DeviceNames = {};
  const ownDevices = new Set<DeviceId>();
  let running: Promise<void> = Promise.resolve();
  const journals = new Map<string, Journal>();
  /** By the number of a commit of this laptop. */
  const own: { readonly time: HybridTime; readonly device: DeviceId }[] = [];
  /** By ledger and ordinal: rows whose newest change is not simply this laptop's last. */
  const stamps = new Map<string, (Stamp | undefined)[]>();
  const awaited = new Map<string, Awaited>();
  /** Of commits after `keptTo`, which the database does not hold yet. */
  let unkept: CommitFacts[] = [];
  let keptTo = 0;
  /** Changes in them. */
  let work = 0;
  /** False once a commit was missing that may yet be mended: it would be missing for ever. */
  let mayKeep = true;

  function journalOf(ledger: string, device: DeviceId): Journal {
    const key = `${ledger} ${device}`;
    const journal = journals.get(key) ?? { own: new HeldJournal(), arrived: new HeldJournal() };
    journals.set(key, journal);
    return journal;
  }

  function learn({ ledger, device, pieces }: Learnt): void {
    knowledge = { ...knowledge, [ledger]: { ...knowledge[ledger], [device]: pieces } };
  }

  /** False where nothing has to be remembered: the row's newest change is this laptop's last. */
  function note(ledger: string, row: RowId, stamp: Stamp, isPlain: boolean): boolean {
    const ordinal = state.tables.get(ledger)?.ordinalOf(row);
    const key = `${ledger} ${row}`;
    const waiting = awaited.size > 0 ? awaited.get(key) : undefined;
    if (ordinal === undefined) {
      const newest = laterOf(waiting?.newest, stamp);
      awaited.set(key, { newest, commit: sequence });
      return true;
    }
    if (waiting) awaited.delete(key);
    let known = stamps.get(ledger);
    if (!known) stamps.set(ledger, (known = []));
    if (isPlain && !known[ordinal] && !waiting) return false;
    known[ordinal] = laterOf(laterOf(known[ordinal], waiting?.newest ?? stamp), stamp);
    return true;
  }

  function takeOwn(ledger: string, device: DeviceId, hash: string): void {
    const journal = journalOf(ledger, device).own;
    const previous = journal.linkAt(sequence - 1);
    const head = { sequence, hash };
    journal.add(head, sequence);
    const pieces = piecesOf(knowledge, ledger, device);
    const extended = pieces.find((piece) => piece.head.hash === previous?.hash);
    const piece = extended ? { ...extended, head } : { head, rooted: true };
    learn({ ledger, device, pieces: [...pieces.filter((one) => one !== extended), piece] });
  }

  /** Comes back with the facts without the notes that make no difference. */
  function take(facts: CommitFacts): CommitFacts {
    ({ sequence } = facts);
    const { time, device, own: ownHashes = {}, arrived = [], notes = [], names } = facts;
    own[sequence] = { time, device };
    ownDevices.add(device);
    if (names) deviceNames = { ...deviceNames, ...names };
    for (const { ledger, device: maker, sequence: number, hash } of arrived)
      journalOf(ledger, maker).arrived.add({ sequence: number, hash }, sequence);
    for (const one of facts.learnt ?? []) learn(one);
    for (const [ledger, hash] of Object.entries(ownHashes)) takeOwn(ledger, device, hash);
    const telling = notes.flatMap((noted): readonly NotedRows[] => {
      const { ledger, stamp, isPlain } = noted;
      const rows = noted.rows.filter((row) => note(ledger, row, stamp, isPlain));
      return rows.length > 0 ? [{ ...noted, rows }] : [];
    });
    return { ...facts, notes: telling };
  }

  const isAcceptedLoss = (lost: number) =>
    state.accepted.some(
      ({ firstSequence, lastSequence }) => firstSequence <= lost && lost <= lastSequence,
    );

  async function keep(): Promise<void> {
    if (!mayKeep || sequence === keptTo) return;
    const run = { first: keptTo + 1, last: sequence, facts: unkept };
    keptTo = sequence;
    unkept = [];
    work = 0;
    try {
      await keepFacts(state, run);
    } catch (problem) {
      mayKeep = false; // they are only worth time: the next start asks the journal
      console.error(problem);
    }
  }

  async function lookAtNew(onProgress?: (done: number, total: number) => void): Promise<void> {
    if (sequence === 0) {
      for await (const run of readKeptFacts(state)) {
        for (const facts of run.facts) take(facts);
        sequence = keptTo = run.last;
      }
    }
    const last = state.sequence;
    const first = sequence + 1;
    const unseen = Array.from({ length: last - sequence }, (_, place) => first + place);
    for await (const record of readCommits(state, unseen)) {
      for (let lost = sequence + 1; lost < record.sequence; lost++)
        mayKeep &&= isAcceptedLoss(lost);
      const facts = await deriveFacts(record, (ledger, device, before) =>
        journalOf(ledger, device).own.linkAt(before - 1),
      );
      unkept.push(take(facts));
      for (const count of changeCounts(record.parts).values()) work += count;
      if (work >= keptWork) await keep();
      if (record.sequence % commitsPerTurn !== 0) continue;
      onProgress?.(record.sequence, last);
      await yieldTurn();
    }
    for (let lost = sequence + 1; lost <= last; lost++) mayKeep &&= isAcceptedLoss(lost);
    sequence = last;
  }

  return {
    get sequence() {
      return sequence;
    },
    get knowledge() {
      return knowledge;
    },
    get deviceNames() {
      const own = [...ownDevices, state.ring.device].map((id) => [id, state.listing.deviceName]);
      return { ...deviceNames, ...Object.fromEntries(own) };
    },
    catchUp(onProgress) {
      const next = running.then(() => lookAtNew(onProgress));
      running = next.catch(() => undefined);
      return next;
    },
    newest(ledger, row) {
      const table = state.tables.get(ledger);
      const ordinal = table?.ordinalOf(row);
      if (!table || ordinal === undefined) return awaited.get(`${ledger} ${row}`)?.newest;
      const noted = stamps.get(ledger)?.[ordinal];
      if (noted) return noted;
      const last = table.lastSequence(ordinal);
      const commit = own[last];
      // A loss has swallowed the commit: whatever comes is newer.
      if (!commit) return { time: 0 as HybridTime, device: '' as DeviceId, sequence: 0 };
      return { ...commit, sequence: last };
    },
    lastCommit(ledger, row) {
      const table = state.tables.get(ledger);
      const ordinal = table?.ordinalOf(row);
      if (table && ordinal !== undefined) return table.lastSequence(ordinal);
      return awaited.get(`${ledger} ${row}`)?.commit ?? 0;
    },
    has(ledger, device, link) {
      const journal = journals.get(`${ledger} ${device}`);
      return journal !== undefined && (journal.own.has(link) || journal.arrived.has(link));
    },
    commitsAfter(ledger, device, after) {
      const journal = journals.get(`${ledger} ${device}`);
      if (!journal) return [];
      const commits = [...journal.own.commitsAfter(after), ...journal.arrived.commitsAfter(after)];
      return [...new Set(commits)].sort((left, right) => left - right);
    },
    hashed(entry) {
      const journal = journals.get(`${entry.ledger} ${entry.device}`);
      const link = journal?.own.linkAt(entry.sequence);
      if (!journal || link?.sequence !== entry.sequence) return undefined;
      const previous = journal.own.linkAt(entry.sequence - 1);
      return { entry: { ...entry, ...(previous ? { previous } : {}) }, hash: link.hash };
    },
  };
}

function laterOf(left: Stamp | undefined, right: Stamp): Stamp {
  return left && compareStamps(left, right) >= 0 ? left : right;
}
