import type { Loss } from '../contract';
import type { StoredCommit } from './eventDatabase';
import { unsealCommit, type CommitRecord } from './commitRecord';

export interface Recovered {
  readonly records: readonly CommitRecord[];
  readonly headHash: string;
  /** Sealed bytes of every commit that could be read, in order: what both copies must hold. */
  readonly sealed: readonly StoredCommit[];
  /** Commits that the database lacked or held damaged, and the second copy gave. */
  readonly fromSecondCopy: readonly StoredCommit[];
  /** Commits that the second copy lacked or held damaged. */
  readonly fromDatabase: number;
  readonly losses: readonly Loss[];
}

interface Copies {
  readonly event: string;
  readonly key: CryptoKey;
  readonly database: readonly StoredCommit[];
  readonly secondCopy: readonly StoredCommit[];
  /** Changes per ledger that must be there, from the sentinel; empty where there is none. */
  readonly expected: Readonly<Record<string, number>>;
  readonly expectedSequence: number;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Takes each commit from the first copy that holds it whole. Two commits of one sequence that differ
 * cannot come about: a sequence is given once and sealed once.
 */
export async function recoverCommits(copies: Copies): Promise<Recovered> {
  const inDatabase = new Map(copies.database.map((one) => [one.sequence, one]));
  const inSecondCopy = new Map(copies.secondCopy.map((one) => [one.sequence, one]));
  const last = Math.max(copies.expectedSequence, 0, ...inDatabase.keys(), ...inSecondCopy.keys());
  const records: CommitRecord[] = [];
  const sealed: StoredCommit[] = [];
  const fromSecondCopy: StoredCommit[] = [];
  const losses: Loss[] = [];
  let fromDatabase = 0;
  let headHash = '';
  let totals: Readonly<Record<string, number>> = {};
  let gapFrom: number | undefined;

  for (let sequence = 1; sequence <= last; sequence++) {
    const first = inDatabase.get(sequence);
    const second = inSecondCopy.get(sequence);
    const fromFirst = first && (await unsealCommit(copies.key, copies.event, first.sealed));
    const found =
      fromFirst ?? (second && (await unsealCommit(copies.key, copies.event, second.sealed)));
    if (sequence % 64 === 0) copies.onProgress(sequence, last);
    if (!found) {
      gapFrom ??= sequence;
      continue;
    }
    const record = found.record;
    const source = fromFirst ? first : second;
    if (!source) continue;
    if (gapFrom !== undefined) {
      losses.push(...lossesOf(totals, withoutOwn(record), gapFrom, sequence - 1));
      gapFrom = undefined;
    }
    if (!fromFirst) fromSecondCopy.push(source);
    else if (!second || !sameBytes(second.sealed, source.sealed)) fromDatabase++;
    records.push(record);
    sealed.push(source);
    headHash = found.hash;
    totals = record.totals;
  }
  if (gapFrom !== undefined) losses.push(...lossesOf(totals, copies.expected, gapFrom, last));
  return { records, headHash, sealed, fromSecondCopy, fromDatabase, losses };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** The totals as they stood before the commit itself. */
function withoutOwn(record: CommitRecord): Readonly<Record<string, number>> {
  const before = { ...record.totals };
  for (const { ledger } of record.changes) before[ledger] = (before[ledger] ?? 0) - 1;
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
