import type { Table } from 'dexie';
import { writeKeyRing } from '../../keys/keyRing';
import type { OpenedState } from '../openedState';
import type { JournalUnit } from '../stored/journalUnit';
import { sealSetting } from '../stored/sealedSetting';
import { withinLimit } from '../timeLimit';
import type { Walked } from './walkJournal';

/** Written in one transaction: large enough to be quick, small enough for an old laptop. */
const batchBytes = 8 << 20;

/** Takes out what is damaged, puts in what was missing, and writes all the rest anew. */
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
  const total = walked.end.sequence;
  let done = 0;
  await rewrite(
    database.commits,
    ({ sequence }) => sequence,
    (keys) => {
      onProgress((done += keys), total);
    },
  );
  await rewrite(
    database.segments,
    ({ first, last }) => [first, last],
    () => undefined,
  );
  await rewrite(
    database.pages,
    ({ ledger, page }) => [ledger, page],
    () => undefined,
  );
  await rewrite(
    database.checkpoint,
    ({ id }) => id,
    () => undefined,
  );
  await putUnits(state, walked.toDatabase, (written) => {
    onProgress(written, walked.toDatabase.length);
  });
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

/** Every record of a table read and put again, in batches of about the same size in bytes. */
async function rewrite<
  Stored extends { readonly sealed: Uint8Array<ArrayBuffer> },
  Key extends number | string | readonly [number, number] | readonly [string, number],
>(
  table: Table<Stored, Key>,
  keyOf: (record: Stored) => Key,
  onWritten: (records: number) => void,
): Promise<void> {
  let after: Key | undefined;
  let lot = 16;
  for (;;) {
    const from = after === undefined ? table.toCollection() : table.where(':id').above(after);
    const records = await withinLimit(from.limit(lot).toArray());
    const last = records.at(-1);
    if (!last) return;
    await withinLimit(table.bulkPut(records));
    after = keyOf(last);
    onWritten(records.length);
    const bytes = records.reduce((sum, { sealed }) => sum + sealed.length, 0) / records.length;
    lot = Math.max(1, Math.min(4_096, Math.floor(batchBytes / Math.max(bytes, 1))));
  }
}
