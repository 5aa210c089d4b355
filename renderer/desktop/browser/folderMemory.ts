import type { EventId } from '../../../shared/kernel/ids';

/** A folder as Chromium hands it out, with the permissions that TypeScript's library leaves out. */
export interface ChosenFolder extends FileSystemDirectoryHandle {
  queryPermission(asked: { readonly mode: 'read' }): Promise<PermissionState>;
  requestPermission(asked: { readonly mode: 'read' }): Promise<PermissionState>;
}

/**
 * A handle can be kept in IndexedDB and nowhere else. It names a folder and opens nothing: the
 * browser asks anew unless the person has allowed it for every visit. No record is in here. Its name
 * is not of the form of those that hold events.
 */
const database = 'watched-folders';
const table = 'folders';

export async function rememberFolder(event: EventId, folder: ChosenFolder): Promise<void> {
  await inTable('readwrite', (folders) => folders.put(folder, event));
}

export async function recallFolder(event: EventId): Promise<ChosenFolder | undefined> {
  const all = await indexedDB.databases();
  // Looking makes no database where nobody has chosen a folder.
  if (!all.some(({ name }) => name === database)) return undefined;
  const found: unknown = await inTable('readonly', (folders) => folders.get(event));
  return found as ChosenFolder | undefined; // only `rememberFolder` puts something there
}

export async function forgetFolder(event: EventId): Promise<void> {
  await inTable('readwrite', (folders) => folders.delete(event));
}

async function inTable<T>(
  mode: IDBTransactionMode,
  work: (folders: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(table);
  const opened = await settled(opening);
  try {
    return await settled(work(opened.transaction(table, mode).objectStore(table)));
  } finally {
    opened.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}
