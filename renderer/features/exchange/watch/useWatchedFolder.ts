import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '../../../app/session';
import type { Store } from '../../../store/contract';
import { createWatchedFolder, type FolderState, type WatchedFolder } from './watchedFolder';

/** One for each unlocking. */
const folders = new WeakMap<Store, WatchedFolder>();

/** `version`: what was received has changed, so that it is looked at again. */
export function useWatchedFolder(version: string): {
  readonly state: FolderState;
  readonly folder: WatchedFolder;
} {
  const { store, desktop } = useSession();
  const folder = folders.get(store) ?? createWatchedFolder({ store, desktop });
  folders.set(store, folder);
  useEffect(() => {
    void folder.refresh();
  }, [folder, version]);
  return { folder, state: useSyncExternalStore(folder.subscribe, folder.state) };
}
