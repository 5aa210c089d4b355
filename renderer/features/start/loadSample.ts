import { sampleCounty } from '../../../shared/sample/sampleCounty';
import type { Store, Write } from '../../store/contract';

/** Small enough for the progress line to move. */
const batchRows = 2_000;

/**
 * Fills a new event with the invented county; false where it was cancelled on the way. Throws where
 * the store refuses: a bug, not an event.
 */
export async function loadSample(
  store: Store,
  signal: AbortSignal,
  onProgress: (ledger: string, done: number, total: number) => void,
): Promise<boolean> {
  for (const { ledger, rows } of sampleCounty()) {
    for (let from = 0; from < rows.length; from += batchRows) {
      const writes = rows
        .slice(from, from + batchRows)
        .map(({ id, values }): Write => ({ type: 'insert', ledger, row: id, values }));
      const done = await store.commit(writes, { type: 'sample' }, { signal });
      if (!done.ok && done.problem.tag === 'cancelled') return false;
      if (!done.ok) throw new Error(`sample: ${done.problem.tag}`);
      onProgress(ledger, Math.min(from + batchRows, rows.length), rows.length);
    }
  }
  return true;
}
