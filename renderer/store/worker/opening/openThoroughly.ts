import { failed, ok, type Result } from '../../../../shared/kernel/result';
import type { Loss, OpenProblem } from '../../eventContract';
import { applyRecord } from '../applyRecord';
import { newerLedgerIn, type NewerLedger } from '../newerLedger';
import type { CommitRecord } from '../stored/commitRecord';
import { openEmptyDatabase } from '../stored/eventDatabase';
import { unsealSettings } from '../stored/sealedSetting';
import { withinLimit } from '../timeLimit';
import type { LedgerTables } from '../ledgerTables';
import { emptyTables, freshState } from './freshState';
import { emptySource, sourceOfDatabase, sourceOfUnits, type JournalSource } from './journalSource';
import { fetchPages, loadPages, type BadPages } from './loadPages';
import { mendDatabase } from './mendDatabase';
import { mendSecondCopy } from './mendSecondCopy';
import { nameRepairs } from './nameRepairs';
import type { Opened, Unlocked } from './opening';
import { rebuildDatabase } from './rebuildDatabase';
import { readSecondCopy, type SecondCopy } from './secondCopy';
import { walkJournal, type Walked } from './walkJournal';

/**
 * Compares both copies to the last byte and takes from each what the other lacks before work goes on.
 */
export async function openThoroughly(unlocked: Unlocked): Promise<Result<Opened, OpenProblem>> {
  const { opening, key, sentinel } = unlocked;
  const { event, journal, onProgress } = opening;
  onProgress({ stage: 'check', done: 0, total: 1 });
  const copy = await readSecondCopy(journal, event);
  const inDatabase = await readableDatabase(unlocked);
  const built = await build(unlocked, inDatabase?.source ?? emptySource, copy);
  if (built.newer)
    return failed({
      tag: 'newerDatabase',
      databaseVersion: built.newer.stored,
      appVersion: built.newer.known,
    });
  const { walked } = built;
  const accepted = [...(sentinel?.accepted ?? unlocked.checkpoint?.accepted ?? [])];
  const losses = walked.losses
    .map((loss) => (built.keptBy(loss) ? { ...loss, onlyHistory: true } : loss))
    .filter((loss) => !accepted.some((old) => sameGap(old, loss)));
  if (losses.length > 0 && !opening.acceptLosses) {
    const damaged = walked.sawDamage || copy.wholeBytes < copy.size;
    return failed({ tag: damaged ? 'damagedPage' : 'missingPage', losses });
  }

  const at = opening.clock();
  const settings = await unsealSettings(key, event, [
    ...copy.settings,
    ...(inDatabase?.settings ?? []),
  ]);
  const database =
    (inDatabase && unlocked.database) ?? (await withinLimit(openEmptyDatabase(event)));
  const state = freshState(unlocked, {
    database,
    filled: built.filled,
    end: walked.end,
    last: walked.lastRecord,
    lastKnown: unlocked.checkpoint,
    checkpoint: built.fromPages ? unlocked.checkpoint : undefined,
    settings,
    accepted: [...accepted, ...losses.map((loss) => ({ ...loss, by: opening.operator, at }))],
    secondCopy: { goodBytes: copy.size, sequence: walked.end.sequence, behind: false },
  });
  onProgress({ stage: 'repair', done: 0, total: 1 });
  const replaying = (done: number, total: number) => {
    onProgress({ stage: 'replay', done, total });
  };
  let isKept = inDatabase !== undefined;
  try {
    await mendDatabase(state, walked, replaying);
  } catch {
    // It let itself be read and will not be written: all that is known goes into a new one.
    isKept = false;
    await rebuildDatabase(state, [...copy.units, ...walked.toSecondCopy], replaying);
  }
  const mended = await mendSecondCopy(state, copy, walked.toSecondCopy);
  const repairs = nameRepairs({
    unlocked,
    copy,
    walked,
    mended,
    bad: built.bad,
    kept: isKept ? inDatabase : undefined,
  });
  return ok({ state, repairs, cleanExit: false });
}

export interface ReadableDatabase {
  readonly source: JournalSource;
  readonly settings: readonly Uint8Array<ArrayBuffer>[];
}

/** Undefined where the database is not there or cannot be read. */
async function readableDatabase({ database }: Unlocked): Promise<ReadableDatabase | undefined> {
  if (!database) return undefined;
  try {
    const [source, settings] = await withinLimit(
      Promise.all([sourceOfDatabase(database), database.settings.toArray()]),
    );
    return { source, settings: settings.map(({ sealed }) => sealed) };
  } catch {
    database.dexie.close();
    return undefined;
  }
}

interface Built {
  readonly filled: LedgerTables;
  readonly walked: Walked;
  /** The rows come from the pages and the commits after them, not from the whole journal. */
  readonly fromPages: boolean;
  readonly bad: readonly BadPages[];
  readonly newer: NewerLedger | undefined;
  /** The rows are there although their commits are lost. */
  readonly keptBy: (loss: Loss) => boolean;
}

/** Rows from the pages where these are whole and fit the journal, else from all commits. */
async function build(unlocked: Unlocked, source: JournalSource, copy: SecondCopy): Promise<Built> {
  const { opening, database, checkpoint } = unlocked;
  let bad: readonly BadPages[] = [];
  if (database && checkpoint && source !== emptySource) {
    const filled = emptyTables(opening);
    const loading = { ...opening, ...filled, key: unlocked.key, onProgress: () => undefined };
    const loaded = await loadPages(loading, checkpoint, fetchPages(database, checkpoint));
    bad = loaded.bad;
    if (bad.length === 0) {
      const kept = await walk(unlocked, source, copy, filled, checkpoint.sequence + 1);
      const newer = loaded.newer ?? kept.newer;
      const keptBy = (loss: Loss) => loss.lastSequence <= checkpoint.sequence;
      if (kept.fits) return { ...kept, filled, fromPages: true, bad, newer, keptBy };
    }
  }
  const filled = emptyTables(opening);
  const whole = await walk(unlocked, source, copy, filled, 1);
  return { ...whole, filled, fromPages: false, bad, keptBy: () => false };
}

async function walk(
  { opening, key, sentinel, checkpoint }: Unlocked,
  database: JournalSource,
  copy: SecondCopy,
  filled: LedgerTables,
  applyFrom: number,
): Promise<{
  readonly walked: Walked;
  readonly newer: NewerLedger | undefined;
  readonly fits: boolean;
}> {
  let newer: NewerLedger | undefined;
  let fits = true;
  const apply = (record: CommitRecord) => {
    if (record.sequence === checkpoint?.sequence && applyFrom > 1) return;
    if (record.sequence === (checkpoint?.sequence ?? 0) + 1)
      fits = record.previousHash === (checkpoint?.headHash ?? '');
    newer ??= newerLedgerIn(opening.ledgers, record);
    if (!newer) applyRecord({ ...opening, ...filled }, record);
  };
  const walked = await walkJournal({
    event: opening.event,
    key,
    database,
    secondCopy: sourceOfUnits(copy.units),
    expected: [sentinel, checkpoint].flatMap((point) => point ?? []),
    apply,
    applyFrom,
    onProgress: (done, total) => {
      if (done % 64 === 0 || done === total) opening.onProgress({ stage: 'load', done, total });
    },
  });
  return { walked, newer, fits };
}

function sameGap(left: Loss, right: Loss): boolean {
  return left.firstSequence === right.firstSequence && left.ledger === right.ledger;
}
