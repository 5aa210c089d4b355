import type { Dexie } from 'dexie';
import { callLimitMs, TimeLimitPassed } from '../timeLimit';

/**
 * One read-write transaction straight on IndexedDB: the way of every commit, where Dexie's own would
 * cost a third more, and one that can still be aborted when the disk does not answer in time.
 */
export function writeTransaction(
  dexie: Dexie,
  stores: readonly string[],
  durability: 'strict' | 'relaxed',
  work: (store: (name: string) => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = dexie.backendDB().transaction([...stores], 'readwrite', { durability });
    const late = new TimeLimitPassed(`No answer within ${callLimitMs} ms`);
    const timer = setTimeout(() => {
      try {
        transaction.abort();
      } catch {
        // It is being committed and can no longer be stopped: whether it is stored is not known.
      }
      reject(late);
    }, callLimitMs);
    transaction.oncomplete = () => {
      clearTimeout(timer);
      resolve();
    };
    transaction.onabort = () => {
      clearTimeout(timer);
      reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
    };
    work((name) => transaction.objectStore(name));
    // Without waiting for the requests to be answered one by one: a round trip less for each commit.
    transaction.commit();
  });
}
