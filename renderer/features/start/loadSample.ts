import { addDays, startOfDay } from '../../../shared/kernel/time';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { sampleCounty, type SampleBatch } from '../../../shared/sample/sampleCounty';
import { lastDay } from '../../../shared/sample/places';
import { recordsEndSetting } from '../../app/cutOff/useCutOff';
import type { CommitProblem, Store, Write } from '../../store/contract';
import { yieldTurn } from '../../store/yieldTurn';

/** The sample holds invented people only: its passphrase is public and shown. */
export const samplePassphrase = 'yanshi-2022';
/** What the event is called, in whichever language it was made. */
export const sampleNames: readonly string[] = ['演示县', 'Sample county'];

/** Rows of the whole county; the ledger is the one that the last of them went to. */
export interface SampleProgress {
  readonly ledger: string;
  readonly done: number;
  readonly total: number;
}

interface LoadSettings {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SampleProgress) => void;
}

/** Says in the event itself that the whole county is in it. */
const loadedMark = 'sample.loaded';

/**
 * Fills the event with what it lacks of the invented county: a load that was cut off goes on where
 * it was, because the rows and their ids are the same each time. Gives `cancelled` on the signal;
 * batches written by then stay.
 */
export async function loadSample(
  store: Store,
  { signal, onProgress }: LoadSettings,
): Promise<Result<void, CommitProblem>> {
  if ((await store.setting(loadedMark)) !== undefined) return ok();
  const batches: SampleBatch[] = [];
  for (const batch of sampleCounty()) {
    batches.push(batch);
    await yieldTurn();
    if (signal.aborted) return failed({ tag: 'cancelled' });
  }
  const total = batches.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { ledger, rows } of batches) {
    onProgress({ ledger, done, total });
    const [first] = rows;
    // A batch is one commit: with its first row all of them are there.
    if (first && (await store.row(ledger, first.id)) === undefined) {
      const writes = rows.map(({ id, values }): Write => ({
        type: 'insert',
        ledger,
        row: id,
        values,
      }));
      const written = await store.commit(writes, { type: 'sample' }, { signal });
      if (!written.ok) return written;
    }
    done += rows.length;
  }
  const ended = await store.saveSetting(recordsEndSetting, String(startOfDay(addDays(lastDay, 1))));
  return ended.ok ? store.saveSetting(loadedMark, String(total)) : ended;
}
