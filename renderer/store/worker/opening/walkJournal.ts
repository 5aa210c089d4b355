import { sha256 } from '../../keys/sealing';
import type { Loss, RepairSource } from '../../eventContract';
import type { CommitRecord } from '../stored/commitRecord';
import { readCommitHead, type CommitHead } from '../stored/encodeCommit';
import { unsealUnit, type JournalUnit } from '../stored/journalUnit';
import type { JournalSource } from './journalSource';

/** Where the journal stood at some commit. */
export interface JournalPoint {
  readonly sequence: number;
  readonly headHash: string;
  readonly totals: Readonly<Record<string, number>>;
}

export const journalStart: JournalPoint = { sequence: 0, headHash: '', totals: {} };

export interface Walk {
  readonly event: string;
  readonly key: CryptoKey;
  readonly database: JournalSource;
  readonly secondCopy: JournalSource;
  /** What is known from elsewhere about the end of the journal; commits up to it must be there. */
  readonly expected: readonly JournalPoint[];
  /** Called with each commit in order, from `applyFrom` on. */
  readonly apply: (record: CommitRecord) => void;
  readonly applyFrom: number;
  /** Checks the chain from each commit to the next, not only where units meet: slow. */
  readonly everyLink?: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

export interface Walked {
  readonly end: JournalPoint;
  readonly lastRecord: CommitHead | undefined;
  /** Commits that neither copy gives back. */
  readonly losses: readonly Loss[];
  /** Where something is lost a unit was there, but damaged. */
  readonly sawDamage: boolean;
  /** What the database lacks or holds damaged, from the second copy. */
  readonly toDatabase: readonly JournalUnit[];
  /** What the second copy lacks, from the database. */
  readonly toSecondCopy: readonly JournalUnit[];
  readonly commitsFrom: Readonly<Record<RepairSource, number>>;
  /** Units of the database that are damaged: to be taken out. */
  readonly damagedInDatabase: readonly JournalUnit[];
  /** The first commit that does not fit the one before it, though each is whole by itself. */
  readonly chainBrokenAt: number | undefined;
}

interface Found {
  readonly from: RepairSource;
  readonly unit: JournalUnit;
  readonly commits: readonly Uint8Array<ArrayBuffer>[];
}

/**
 * Goes through the journal from its first commit, taking each from the copy that holds it whole.
 * Inside a segment commits are sealed together, so that the chain is checked where units meet.
 */
export async function walkJournal(walk: Walk): Promise<Walked> {
  const last = Math.max(
    walk.database.last,
    walk.secondCopy.last,
    ...walk.expected.map(({ sequence }) => sequence),
  );
  const losses: Loss[] = [];
  const toDatabase: JournalUnit[] = [];
  const toSecondCopy: JournalUnit[] = [];
  const damagedInDatabase = new Set<JournalUnit>();
  const commitsFrom = { database: 0, secondCopy: 0 };
  let point = journalStart;
  let lastRecord: CommitHead | undefined;
  let chainBrokenAt: number | undefined;
  let gapFrom: number | undefined;
  let sawDamage = false;

  /** The best copy of a commit; damaged ones are noted on the way. */
  async function find(sequence: number): Promise<Found | undefined> {
    let isDamaged = false;
    for (const from of ['database', 'secondCopy'] as const) {
      for (const unit of await walk[from].at(sequence)) {
        const commits = damagedInDatabase.has(unit)
          ? undefined
          : await unsealUnit(walk.key, walk.event, unit);
        if (commits) return { from, unit, commits: commits.slice(sequence - unit.first) };
        if (from === 'database') damagedInDatabase.add(unit);
        isDamaged = true;
      }
    }
    sawDamage ||= isDamaged;
    return undefined;
  }

  function endGap(upTo: number, after: JournalPoint['totals']): void {
    if (gapFrom === undefined) return;
    losses.push(...lossesOf(point.totals, after, gapFrom, upTo));
    gapFrom = undefined;
  }

  async function take({ from, unit, commits }: Found, sequence: number): Promise<void> {
    const lastOwn = sequence + commits.length - 1;
    for (let own = sequence; own <= lastOwn; own++) {
      const encoded = commits[own - sequence];
      const isFirst = own === sequence;
      const isEdge = isFirst || own === lastOwn || walk.everyLink;
      if (!encoded || (!isEdge && own < walk.applyFrom)) continue;
      const record = await readCommitHead(encoded);
      if (isFirst || walk.everyLink) {
        if (gapFrom === undefined && record.previousHash !== point.headHash) chainBrokenAt ??= own;
        endGap(own - 1, totalsBefore(record));
      }
      if (own >= walk.applyFrom) walk.apply(await record.unpack());
      if (own === lastOwn) lastRecord = record;
      if (own === lastOwn || walk.everyLink)
        point = { sequence: own, headHash: await sha256(encoded), totals: record.totals };
    }
    if (from === 'secondCopy') toDatabase.push(unit);
    else if (await lacks(walk.secondCopy, unit, sequence, lastOwn)) toSecondCopy.push(unit);
    commitsFrom[from] += commits.length;
  }

  for (let sequence = 1; sequence <= last;) {
    const found = await find(sequence);
    if (found) {
      await take(found, sequence);
      sequence = point.sequence + 1;
    } else {
      gapFrom ??= sequence;
      sequence++;
    }
    walk.onProgress(sequence - 1, last);
  }
  const known = walk.expected.find(({ sequence }) => sequence === last);
  if (gapFrom !== undefined && known) {
    endGap(last, known.totals);
    point = known;
  } else endGap(last, point.totals);
  return {
    end: { ...point, sequence: last },
    lastRecord,
    losses,
    sawDamage,
    toDatabase,
    toSecondCopy,
    commitsFrom,
    damagedInDatabase: [...damagedInDatabase],
    chainBrokenAt,
  };
}

/** The second copy lacks one of these commits, or holds another one in its place. */
async function lacks(
  secondCopy: JournalSource,
  unit: JournalUnit,
  first: number,
  last: number,
): Promise<boolean> {
  for (let sequence = first; sequence <= last; sequence++)
    if (!secondCopy.has(sequence)) return true;
  if (unit.type !== 'commit') return false;
  const same = (await secondCopy.at(first)).find(({ type }) => type === 'commit');
  return same !== undefined && !sameBytes(same.sealed, unit.sealed);
}

/** A loop, as a commit may have megabytes: `every` calls a function for each byte. */
function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}

/** The totals as they stood before the commit itself. */
function totalsBefore(record: CommitHead): Readonly<Record<string, number>> {
  const before = { ...record.totals };
  for (const [ledger, count] of record.counts) before[ledger] = (before[ledger] ?? 0) - count;
  return before;
}

function lossesOf(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  firstSequence: number,
  lastSequence: number,
): readonly Loss[] {
  const named = Object.entries(after).flatMap(([ledger, count]) => {
    const rows = count - (before[ledger] ?? 0);
    return rows > 0 ? [{ ledger, rows, firstSequence, lastSequence }] : [];
  });
  return named.length > 0 ? named : [{ ledger: '', rows: 0, firstSequence, lastSequence }];
}
