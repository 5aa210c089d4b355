import { sha256 } from '../../keys/sealing';
import { applyRecord } from '../applyRecord';
import { newerLedgerIn } from '../newerLedger';
import type { OpenedState } from '../openedState';
import type { CommitRecord } from '../stored/commitRecord';
import { decodeCommit } from '../stored/encodeCommit';
import type { EventDatabase } from '../stored/eventDatabase';
import { unsealCommit } from '../stored/sealedCommit';
import { unsealSettings } from '../stored/sealedSetting';
import type { LedgerTables } from '../ledgerTables';
import { emptyTables, freshState } from './freshState';
import { loadPages, type fetchPages } from './loadPages';
import type { Unlocked } from './opening';
import { journalStart, type JournalPoint } from './walkJournal';

/**
 * Opens from the pages and the commits after them where everything is exactly as the sentinel says.
 * Undefined where anything differs: then both copies have to be compared.
 */
export async function openFast(
  unlocked: Unlocked,
  fetched: ReturnType<typeof fetchPages> | undefined,
): Promise<OpenedState | undefined> {
  const { opening, database, checkpoint, sentinel, key } = unlocked;
  const { event, journal } = opening;
  if (
    !database ||
    !sentinel ||
    !unlocked.databaseHasKeys ||
    !unlocked.sentinelHasKeys ||
    sentinel.cleanAt === false
  )
    return undefined;
  const size = await journal.size(event);
  if (!size.ok || size.value !== sentinel.cleanAt) return undefined;
  const filled = emptyTables(opening);
  if (checkpoint && fetched) {
    const loading = { ...opening, ...filled, key, onProgress: progressOf(unlocked) };
    const { bad, newer } = await loadPages(loading, checkpoint, fetched);
    if (bad.length > 0 || newer) return undefined;
  }
  const tail = await replayTail(unlocked, database, filled);
  if (!tail || tail.end.sequence !== sentinel.sequence || tail.end.headHash !== sentinel.headHash)
    return undefined;
  const settings = await unsealSettings(
    key,
    event,
    (await database.settings.toArray()).map(({ sealed }) => sealed),
  );
  return freshState(unlocked, {
    database,
    filled,
    end: tail.end,
    last: tail.record,
    checkpoint,
    settings,
    accepted: sentinel.accepted,
    secondCopy: { goodBytes: size.value, sequence: tail.end.sequence, behind: false },
  });
}

function progressOf({ opening }: Unlocked) {
  return (done: number, total: number) => {
    opening.onProgress({ stage: 'load', done, total });
  };
}

interface Tail {
  readonly end: JournalPoint;
  readonly record: CommitRecord | undefined;
}

const lotCommits = 256;

/** The commits after the checkpoint, each checked against the one before. */
async function replayTail(
  { opening, key, checkpoint }: Unlocked,
  database: EventDatabase,
  filled: LedgerTables,
): Promise<Tail | undefined> {
  let end: JournalPoint = checkpoint ?? journalStart;
  let record: CommitRecord | undefined;
  for (;;) {
    const stored = await database.commits
      .where('sequence')
      .between(end.sequence, end.sequence + lotCommits, false, true)
      .toArray();
    if (stored.length === 0) return { end, record };
    const unsealed = await Promise.all(
      stored.map(({ sealed }) => unsealCommit(key, opening.event, sealed)),
    );
    for (const encoded of unsealed) {
      record = encoded && (await decodeCommit(encoded));
      if (!encoded || !record || !follows(record, end)) return undefined;
      if (newerLedgerIn(opening.ledgers, record)) return undefined;
      applyRecord({ ...opening, ...filled }, record);
      end = {
        sequence: record.sequence,
        headHash: await sha256(encoded),
        totals: record.totals,
      };
    }
  }
}

function follows(record: CommitRecord, end: JournalPoint): boolean {
  return record.sequence === end.sequence + 1 && record.previousHash === end.headHash;
}
