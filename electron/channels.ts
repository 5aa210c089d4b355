import type {
  AppInfo,
  FileKind,
  FileProblem,
  OpenedFile,
  ShellCommand,
  WatchState,
} from '../shared/desktop/contract';
import type { EventId } from '../shared/kernel/ids';
import type { Result } from '../shared/kernel/result';

type Answer<T> = Promise<Result<T, FileProblem>>;

/** Everything the pages may ask of the main process: channel → function. */
export interface Calls {
  readonly info: () => Answer<AppInfo>;
  readonly 'files.open': (
    kinds: readonly FileKind[],
    several: boolean,
  ) => Answer<readonly OpenedFile[]>;
  readonly 'files.save': (
    suggestedName: string,
    bytes: Uint8Array,
    kind: FileKind,
  ) => Answer<{ readonly name: string }>;
  readonly 'watching.state': (event: EventId) => Answer<WatchState>;
  readonly 'watching.choose': (event: EventId) => Answer<WatchState>;
  readonly 'watching.stop': (event: EventId) => Answer<WatchState>;
  readonly 'watching.read': (event: EventId, name: string) => Answer<OpenedFile>;
  readonly 'journal.list': () => Answer<readonly EventId[]>;
  readonly 'journal.size': (event: EventId) => Answer<number>;
  readonly 'journal.read': (event: EventId, offset: number, length: number) => Answer<Uint8Array>;
  readonly 'journal.append': (event: EventId, bytes: Uint8Array) => Answer<number>;
  readonly 'journal.truncate': (event: EventId, size: number) => Answer<void>;
  readonly 'journal.readSentinel': (event: EventId) => Answer<Uint8Array | undefined>;
  readonly 'journal.writeSentinel': (event: EventId, bytes: Uint8Array) => Answer<void>;
  readonly 'journal.freeBytes': () => Answer<number | undefined>;
  readonly 'journal.remove': (event: EventId) => Answer<void>;
  readonly 'printing.toPdf': (suggestedName: string) => Answer<{ readonly name: string }>;
  readonly 'camera.setOpen': (isOpen: boolean) => Answer<void>;
  readonly 'window.setTitle': (title: string) => Answer<void>;
  readonly 'window.setLanguage': (language: 'zh' | 'en') => Answer<void>;
  readonly 'window.quit': () => Answer<void>;
  /** The pages have written their last words: the window may go. */
  readonly 'window.closed': () => Answer<void>;
}

export type Channel = keyof Calls;

/** What the main process tells the pages: channel → what comes with it. */
export interface Messages {
  readonly 'window.command': readonly [command: ShellCommand];
  readonly 'window.closing': readonly [];
  readonly 'watching.changed': readonly [event: EventId];
}
