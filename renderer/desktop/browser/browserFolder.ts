import type { FileProblem, FolderWatch, WatchState } from '../../../shared/desktop/contract';
import { isWatchedName, settle, type Settlings } from '../../../shared/desktop/settledFiles';
import type { EventId } from '../../../shared/kernel/ids';
import { failed, ok } from '../../../shared/kernel/result';
import { forgetFolder, recallFolder, rememberFolder, type ChosenFolder } from './folderMemory';

/** What Chromium and Edge have and TypeScript's library has not. */
interface FolderWindow {
  showDirectoryPicker?: (settings: { readonly mode: 'read' }) => Promise<ChosenFolder>;
}

/** Browsers tell pages of no change in a folder: it is looked at. */
const everyMs = 3_000;
const arrivingMs = 700;

interface Looked {
  readonly folder: ChosenFolder;
  readonly state: WatchState;
  readonly seen: Settlings;
  readonly files: ReadonlyMap<string, File>;
}

/** A folder through the File System Access API, as far as the browser has it and allows it. */
export function createBrowserFolder(): FolderWatch {
  const listeners = new Set<(event: EventId) => void>();
  const looked = new Map<EventId, Looked>();
  const timers = new Map<EventId, number>();

  async function look(event: EventId, folder: ChosenFolder): Promise<WatchState> {
    clearTimeout(timers.get(event));
    const before = looked.get(event);
    const now = await lookInto(folder, before?.folder === folder ? before.seen : new Map());
    looked.set(event, now);
    const isArriving = now.state.tag === 'watching' && now.state.arriving > 0;
    timers.set(
      event,
      window.setTimeout(() => void look(event, folder), isArriving ? arrivingMs : everyMs),
    );
    if (before && JSON.stringify(before.state) !== JSON.stringify(now.state))
      for (const listener of listeners) listener(event);
    return now.state;
  }

  const picker = () => (window as FolderWindow).showDirectoryPicker;
  return {
    state: async (event) => {
      if (!picker()) return ok({ tag: 'impossible' });
      const known = looked.get(event);
      if (known) return ok(known.state);
      const folder = await recallFolder(event);
      return ok(folder ? await look(event, folder) : { tag: 'none' });
    },
    choose: async (event) => {
      const folder = await pick(picker());
      if (!folder) return failed<FileProblem>({ tag: 'cancelled' });
      await rememberFolder(event, folder);
      looked.delete(event);
      return ok(await look(event, folder));
    },
    allow: async (event) => {
      const folder = looked.get(event)?.folder ?? (await recallFolder(event));
      if (!folder) return ok({ tag: 'none' });
      await folder.requestPermission({ mode: 'read' });
      return ok(await look(event, folder));
    },
    stop: async (event) => {
      clearTimeout(timers.get(event));
      timers.delete(event);
      looked.delete(event);
      await forgetFolder(event);
      return ok({ tag: 'none' });
    },
    read: async (event, name) => {
      const file = looked.get(event)?.files.get(name);
      try {
        if (!file) throw new DOMException('not named', 'NotFoundError');
        const bytes = new Uint8Array(await file.arrayBuffer());
        return ok({ name, bytes, modifiedAt: file.lastModified });
      } catch (problem) {
        const detail = problem instanceof DOMException ? problem.name : 'unknown';
        return failed({ tag: 'unreadable', name, detail });
      }
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Undefined where the person closes the dialog, or the browser refuses the folder (the system's). */
async function pick(
  picker: FolderWindow['showDirectoryPicker'],
): Promise<ChosenFolder | undefined> {
  try {
    return await picker?.({ mode: 'read' });
  } catch (problem) {
    if (problem instanceof DOMException) return undefined;
    throw problem;
  }
}

async function lookInto(folder: ChosenFolder, before: Settlings): Promise<Looked> {
  const { name } = folder;
  const nothing = { folder, seen: new Map(), files: new Map() };
  if ((await folder.queryPermission({ mode: 'read' })) !== 'granted')
    return { ...nothing, state: { tag: 'notAllowed', folder: name } };
  try {
    const files = new Map<string, File>();
    for await (const entry of folder.values()) {
      if (entry.kind !== 'file' || !isWatchedName(entry.name)) continue;
      files.set(entry.name, await (entry as FileSystemFileHandle).getFile()); // by its kind
    }
    const found = [...files.values()].map(({ name: own, size, lastModified: modifiedAt }) => {
      return { name: own, size, modifiedAt };
    });
    const { seen, whole, arriving } = settle(before, found, performance.now());
    return {
      folder,
      seen,
      files,
      state: { tag: 'watching', folder: name, files: whole, arriving },
    };
  } catch {
    return { ...nothing, state: { tag: 'unreachable', folder: name } }; // pulled out or renamed
  }
}
