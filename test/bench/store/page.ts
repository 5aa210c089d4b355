import { Dexie } from 'dexie';
import '../../support/storePage/page';

/** What the store is measured against, in the same page. */
export interface Peers {
  /** Seconds that a Dexie table with five indexes takes for so many passages, each a record. */
  readonly dexieSeconds: (rows: number) => Promise<number>;
  /** Opens a database of one store and puts into it: the least that a durable write can cost. */
  readonly openBare: () => Promise<(id: number, bytes: Uint8Array) => Promise<void>>;
}

const chunkRows = 4_096;

async function dexieSeconds(rows: number): Promise<number> {
  const dexie = new Dexie('peer', { chromeTransactionDurability: 'strict' });
  dexie
    .version(1)
    .stores({ passages: '&id, plate, passedAt, checkpoint, outcome, documentNumber' });
  await dexie.open();
  let taken = 0;
  let chunk: object[] = [];
  const flush = async () => {
    const from = performance.now();
    await dexie.table('passages').bulkAdd(chunk);
    taken += performance.now() - from;
    chunk = [];
  };
  for (const { id, values } of window.storePage.manyPassages(rows, 3)) {
    chunk.push({ id, ...values });
    if (chunk.length === chunkRows) await flush();
  }
  await flush();
  await dexie.delete();
  return taken / 1_000;
}

async function openBare() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('bare database'));
  });
  return (id: number, bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      transaction.objectStore('records').put({ id, bytes });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('bare put'));
    });
}

declare global {
  interface Window {
    readonly peers: Peers;
  }
}
Object.assign(window, { peers: { dexieSeconds, openBare } satisfies Peers });
