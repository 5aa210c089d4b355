import { writeKeyRing } from '../../keys/keyRing';
import type { OpenedState } from '../openedState';
import type { JournalUnit } from '../stored/journalUnit';
import { sealSetting } from '../stored/sealedSetting';
import { withinLimit } from '../timeLimit';
import type { Walked } from './walkJournal';

/** Written in one transaction: large enough to be quick, small enough for an old laptop. */
const batchBytes = 8 << 20;

/** Takes out what is damaged, puts in what was missing, and begins a new log. */
export async function mendDatabase(
  state: OpenedState,
  walked: Walked,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { database, checkpoint } = state;
  for (const { type, first, last } of walked.damagedInDatabase)
    await withinLimit(
      type === 'commit' ? database.commits.delete(first) : database.segments.delete([first, last]),
    );
  await putLooseRecords(state);
  if (!checkpoint) {
    await withinLimit(database.checkpoint.clear());
    await withinLimit(database.pages.clear());
  }
  if (walked.end.sequence > 0) await shedLog(state);
  await putUnits(state, walked.toDatabase, (written) => {
    onProgress(written, walked.toDatabase.length);
  });
}

/** More than LevelDB gathers before it begins a new log: 4 MB in Chromium. */
const ballastBytes = 5 << 20;
const ballastPiece = 60 << 10;

/**
 * LevelDB goes on writing after a torn end of its log, and finds at the next start that the log can
 * no longer be read: everything is gone then. So much is written here that it begins a new log and
 * keeps what it has read so far in a table. Measured: with this the second start after a cut of 100
 * or 600 bytes is clean, without it the database is empty.
 */
async function shedLog({ database }: OpenedState): Promise<void> {
  const keys: string[] = [];
  await withinLimit(
    database.dexie.transaction('rw', database.settings, async () => {
      for (let bytes = 0; bytes < ballastBytes; bytes += ballastPiece) {
        const sealed = crypto.getRandomValues(new Uint8Array(ballastPiece));
        keys.push(`ballast ${bytes}`);
        await database.settings.put({ key: `ballast ${bytes}`, sealed });
      }
    }),
  );
  await withinLimit(database.settings.bulkDelete(keys));
}

/** Keys and settings: few and small. */
export async function putLooseRecords({
  database,
  ring,
  settings,
  key,
  listing,
}: OpenedState): Promise<void> {
  await withinLimit(database.keys.put({ id: 'keys', ring: writeKeyRing(ring) }));
  const sealed = await Promise.all(
    [...settings.values()].map(async (setting) => ({
      key: setting.key,
      sealed: await sealSetting(key, listing.id, setting),
    })),
  );
  await withinLimit(database.settings.bulkPut(sealed));
}

export async function putUnits(
  { database }: OpenedState,
  units: readonly JournalUnit[],
  onProgress: (written: number) => void,
): Promise<void> {
  let from = 0;
  while (from < units.length) {
    let to = from;
    for (let bytes = 0; to < units.length && bytes < batchBytes; to++)
      bytes += units[to]?.sealed.length ?? 0;
    const batch = units.slice(from, to);
    await withinLimit(
      database.dexie.transaction('rw', database.commits, database.segments, async () => {
        await database.commits.bulkPut(
          batch.flatMap(({ type, first, sealed }) =>
            type === 'commit' ? [{ sequence: first, sealed: sealed.slice() }] : [],
          ),
        );
        await database.segments.bulkPut(
          batch.flatMap(({ type, first, last, sealed }) =>
            type === 'segment' ? [{ first, last, sealed: sealed.slice() }] : [],
          ),
        );
      }),
    );
    from = to;
    onProgress(to);
  }
}
