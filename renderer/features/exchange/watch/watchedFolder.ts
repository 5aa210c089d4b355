import type { FileProblem, WatchedFile, WatchState } from '../../../../shared/desktop/contract';
import type { Result } from '../../../../shared/kernel/result';
import type { Session } from '../../../app/session';
import type { NamedBytes } from '../droppedFiles';
import { fileDigest } from '../import/fileDigest';
import { readReceived } from './receivedDigests';

/** A workbook that lies in the folder; nothing of it is read into anything before it is taken. */
export interface Offer extends WatchedFile {
  /** Known once it has been looked into; the same bytes under another name are the same file. */
  readonly isReceived: boolean;
}

export interface FolderState {
  /** Undefined until the shell has answered. */
  readonly watch: WatchState | undefined;
  readonly offers: readonly Offer[];
}

export interface WatchedFolder {
  readonly state: () => FolderState;
  subscribe(listener: () => void): () => void;
  choose(): Promise<Result<WatchState, FileProblem>>;
  allow(): Promise<Result<WatchState, FileProblem>>;
  stop(): Promise<Result<WatchState, FileProblem>>;
  read(name: string): Promise<Result<NamedBytes, FileProblem>>;
  /** Asks the shell and the memory again: after something was received. */
  refresh(): Promise<void>;
}

type Parts = Pick<Session, 'store'> & { readonly desktop: Pick<Session['desktop'], 'watching'> };

/** The folder of the event of this store. Lives beside the pages, and hears of files on any of them. */
export function createWatchedFolder({ store, desktop: { watching } }: Parts): WatchedFolder {
  const event = store.event.id;
  const listeners = new Set<() => void>();
  /** By name, size and time: a file is read once. */
  const digests = new Map<string, string>();
  let current: FolderState = { watch: undefined, offers: [] };
  let asked = 0;

  const show = async (watch: WatchState) => {
    const own = ++asked;
    const received = await readReceived(store);
    const files = watch.tag === 'watching' ? watch.files : [];
    const offers: Offer[] = [];
    for (const file of files) {
      const digest = await digestOf(file);
      offers.push({ ...file, isReceived: digest !== undefined && received.has(digest) });
    }
    if (own !== asked) return; // the shell has told of more meanwhile
    current = { watch, offers };
    for (const listener of listeners) listener();
  };

  async function digestOf(file: WatchedFile): Promise<string | undefined> {
    const key = `${file.name}/${file.size}/${file.modifiedAt}`;
    const known = digests.get(key);
    if (known !== undefined) return known;
    const read = await watching.read(event, file.name);
    if (!read.ok) return undefined; // gone again, or locked: it is still offered, and taking it says why
    const digest = await fileDigest(read.value.bytes);
    digests.set(key, digest);
    return digest;
  }

  const shown = async (asking: Promise<Result<WatchState, FileProblem>>) => {
    const answer = await asking;
    if (answer.ok) await show(answer.value);
    return answer;
  };
  const refresh = async () => {
    await shown(watching.state(event));
  };
  watching.onChange((of) => {
    if (of === event) void refresh();
  });
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: () => shown(watching.choose(event)),
    allow: () => shown(watching.allow(event)),
    stop: () => shown(watching.stop(event)),
    read: (name) => watching.read(event, name),
    refresh,
  };
}
