import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileProblem, FolderWatch, WatchState } from '../shared/desktop/contract';
import { isEventId, type EventId } from '../shared/kernel/ids';
import { failed, ok } from '../shared/kernel/result';
import { readChosen } from './chosenFiles';
import { codeOf, problemOf, replaceFile } from './replaceFile';
import { watchFolder, type Watcher } from './watchFolder';

interface Surroundings {
  readonly chooseFolder: () => Promise<string | undefined>;
  readonly onChange: (event: EventId) => void;
}

type MainWatch = Omit<FolderWatch, 'allow' | 'onChange'> & {
  /** No folder is looked at any more; those chosen stay remembered. */
  readonly end: () => void;
};

/** The folders that people chose, one an event, remembered in the file at `memory`. */
export function createFolderWatch(memory: string, surroundings: Surroundings): MainWatch {
  const watchers = new Map<EventId, Watcher>();
  let folders: Promise<Map<EventId, string>> | undefined;
  const remembered = () => (folders ??= readFolders(memory));

  const begin = (event: EventId, folder: string): Watcher => {
    watchers.get(event)?.end();
    const watcher = watchFolder(folder, () => surroundings.onChange(event));
    watchers.set(event, watcher);
    return watcher;
  };
  const stateOf = async (event: EventId): Promise<WatchState> => {
    const folder = (await remembered()).get(event);
    if (folder === undefined) return { tag: 'none' };
    const watcher = watchers.get(event) ?? begin(event, folder);
    const found = await watcher.state();
    const name = basename(folder) || folder; // a stick chosen whole is all root
    return found
      ? { tag: 'watching', folder: name, ...found }
      : { tag: 'unreachable', folder: name };
  };
  const remember = async (change: (all: Map<EventId, string>) => void) => {
    const all = await remembered();
    change(all);
    await replaceFile(memory, new TextEncoder().encode(JSON.stringify([...all])));
  };

  return {
    state: async (event) => ok(await stateOf(event)),
    choose: async (event) => {
      const folder = await surroundings.chooseFolder();
      if (folder === undefined) return failed({ tag: 'cancelled' });
      try {
        await remember((all) => all.set(event, folder));
      } catch (problem) {
        return failed(problemOf(basename(memory), problem));
      }
      begin(event, folder);
      return ok(await stateOf(event));
    },
    stop: async (event) => {
      watchers.get(event)?.end();
      watchers.delete(event);
      try {
        await remember((all) => all.delete(event));
      } catch (problem) {
        return failed(problemOf(basename(memory), problem));
      }
      return ok({ tag: 'none' });
    },
    read: async (event, name) => {
      const folder = (await remembered()).get(event);
      const found = await watchers.get(event)?.state();
      // Only what was named: a page cannot climb out of the folder with a name of its own.
      if (folder === undefined || !found?.files.some((file) => file.name === name))
        return failed<FileProblem>({ tag: 'unreadable', name, detail: 'ENOENT' });
      const read = await readChosen([join(folder, name)]);
      if (!read.ok) return read;
      const [file] = read.value;
      return file ? ok(file) : failed({ tag: 'unreadable', name, detail: 'ENOENT' });
    },
    end: () => {
      for (const watcher of watchers.values()) watcher.end();
      watchers.clear();
    },
  };
}

/** Empty where there is none yet or it cannot be read: a folder is quickly chosen again. */
async function readFolders(memory: string): Promise<Map<EventId, string>> {
  try {
    const read: unknown = JSON.parse(await readFile(memory, 'utf8'));
    return new Map(Array.isArray(read) ? read.flatMap(folderOf) : []);
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT' || problem instanceof SyntaxError) return new Map();
    throw problem;
  }
}

function folderOf(pair: unknown): readonly (readonly [EventId, string])[] {
  if (!Array.isArray(pair)) return [];
  const [event, folder] = pair as readonly unknown[]; // read from our own file, checked here
  return typeof event === 'string' && isEventId(event) && typeof folder === 'string'
    ? [[event, folder]]
    : [];
}
