import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WatchedFile } from '../shared/desktop/contract';
import { isWatchedName, settle, type Settlings } from '../shared/desktop/settledFiles';

export interface FolderContent {
  readonly files: readonly WatchedFile[];
  readonly arriving: number;
}

export interface Watcher {
  /** As last looked at; undefined while the folder cannot be reached. */
  state(): Promise<FolderContent | undefined>;
  end(): void;
}

/** Sticks and shares tell of changes late or never: the folder is looked at all the same. */
const everyMs = 5_000;
/** While a file is being copied. */
const arrivingMs = 500;
/** The system tells of one copy many times over. */
const gatherMs = 100;

/** Looks into a folder, on and on, and says when its whole workbooks are others than before. */
export function watchFolder(folder: string, onChange: () => void): Watcher {
  let seen: Settlings = new Map();
  let content: FolderContent | undefined;
  let timer: NodeJS.Timeout | undefined;
  let system: FSWatcher | undefined;
  let isOver = false;
  let isLooking = false;

  const lookIn = (delayMs: number) => {
    if (isOver) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), delayMs);
  };
  const listen = () => {
    if (system) return;
    try {
      system = watch(folder, () => lookIn(gatherMs));
      system.on('error', deafen);
    } catch {
      system = undefined; // not there, or a medium that tells nothing: looking does
    }
  };
  const deafen = () => {
    system?.close();
    system = undefined;
  };

  async function look(): Promise<void> {
    if (isLooking || isOver) return;
    isLooking = true;
    const before = JSON.stringify(content);
    const found = await filesIn(folder);
    isLooking = false;
    if (isOver) return;
    if (found) {
      listen();
      const settled = settle(seen, found, performance.now());
      seen = settled.seen;
      content = { files: settled.whole, arriving: settled.arriving };
    } else {
      deafen();
      seen = new Map();
      content = undefined;
    }
    if (JSON.stringify(content) !== before) onChange();
    lookIn(content && content.arriving > 0 ? arrivingMs : everyMs);
  }

  const first = look();
  return {
    state: async () => {
      await first;
      return content;
    },
    end: () => {
      isOver = true;
      clearTimeout(timer);
      deafen();
    },
  };
}

async function filesIn(folder: string): Promise<readonly WatchedFile[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.flatMap((entry) =>
      entry.isFile() && isWatchedName(entry.name) ? [entry.name] : [],
    );
    const files = await Promise.all(names.map((name) => glance(folder, name)));
    return files.flatMap((file) => file ?? []);
  } catch {
    return undefined; // pulled out, renamed or forbidden: the page says so and looking goes on
  }
}

/** Undefined for one that went while it was looked at. */
async function glance(folder: string, name: string): Promise<WatchedFile | undefined> {
  try {
    const { size, mtimeMs } = await stat(join(folder, name));
    return { name, size, modifiedAt: mtimeMs };
  } catch {
    return undefined;
  }
}
