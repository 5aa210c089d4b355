import type { EventId } from '../kernel/ids';
import type { Result } from '../kernel/result';

/** Everything the pages may ask of the machine they run on. Two shells implement it, nothing else does. */
export interface Desktop {
  readonly info: AppInfo;
  readonly files: FileAccess;
  readonly watching: FolderWatch;
  readonly journal: JournalFiles;
  readonly printing: Printing;
  readonly camera: CameraAccess;
  readonly window: WindowControl;
}

/** The contract as Electron's preload script hands it over: what needs an answer first is a call. */
export interface Bridge extends Omit<Desktop, 'info'> {
  readInfo(): Promise<Result<AppInfo, FileProblem>>;
}

export interface AppInfo {
  readonly shell: 'electron' | 'browser';
  readonly version: string;
  readonly platform: string;
  /** Where a person finds the second copy, in words or as a folder. */
  readonly journalPlace: string;
  /** True when the app was started with the sample county. */
  readonly sample: boolean;
}

export type FileProblem =
  | { readonly tag: 'cancelled' }
  | { readonly tag: 'tooLarge'; readonly name: string; readonly limitBytes: number }
  | { readonly tag: 'unreadable'; readonly name: string; readonly detail: string }
  | { readonly tag: 'unwritable'; readonly name: string; readonly detail: string }
  | { readonly tag: 'diskFull'; readonly name: string }
  /** The other process refused or broke: a bug, logged there. */
  | { readonly tag: 'shell'; readonly detail: string };

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

export interface FileKind {
  readonly label: string;
  /** Without dots: `xlsx`. */
  readonly extensions: readonly string[];
}

export interface FileAccess {
  /** Asks for one or more files and reads them; `cancelled` when the person closes the dialog. */
  open(
    kinds: readonly FileKind[],
    several: boolean,
  ): Promise<Result<readonly OpenedFile[], FileProblem>>;
  /** Asks where to and writes; comes back with the name chosen. Never leaves half a file. */
  save(
    suggestedName: string,
    bytes: Uint8Array,
    kind: FileKind,
  ): Promise<Result<{ readonly name: string }, FileProblem>>;
}

export interface WatchedFile {
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

export type WatchState =
  /** This browser gives pages no folder. */
  | { readonly tag: 'impossible' }
  | { readonly tag: 'none' }
  /** `files` are whole; `arriving` counts those that are still being copied. */
  | {
      readonly tag: 'watching';
      readonly folder: string;
      readonly files: readonly WatchedFile[];
      readonly arriving: number;
    }
  /** The stick was pulled out, or the folder is gone: looked for on and on. */
  | { readonly tag: 'unreachable'; readonly folder: string }
  /** The browser wants a person to allow it again: `allow`, from a click. */
  | { readonly tag: 'notAllowed'; readonly folder: string };

type Watched = Promise<Result<WatchState, FileProblem>>;

/**
 * One folder for each event, in which new workbooks are noticed; chosen by a person and remembered
 * by the shell. The pages know its name, not where it is, and read only what `state` has named.
 */
export interface FolderWatch {
  /** As it is now. The first call goes on with the folder of before. */
  state(event: EventId): Watched;
  /** Asks for a folder; `cancelled` leaves everything as it was. */
  choose(event: EventId): Watched;
  allow(event: EventId): Watched;
  /** Forgets the folder; nothing in it is touched. */
  stop(event: EventId): Watched;
  read(event: EventId, name: string): Promise<Result<OpenedFile, FileProblem>>;
  /** Called when `state` would say something else than before. */
  onChange(listener: (event: EventId) => void): () => void;
}

/**
 * The second copy outside IndexedDB: one growing file per event plus a small sentinel that says
 * what the database must contain. The bytes are sealed by the store; the shell only keeps them.
 */
export interface JournalFiles {
  list(): Promise<Result<readonly EventId[], FileProblem>>;
  /** Bytes now in the journal file of the event; 0 when there is none. */
  size(event: EventId): Promise<Result<number, FileProblem>>;
  /** Up to `length` bytes from `offset`. */
  read(event: EventId, offset: number, length: number): Promise<Result<Uint8Array, FileProblem>>;
  /** Appends and flushes to the medium; gives the size afterwards. */
  append(event: EventId, bytes: Uint8Array): Promise<Result<number, FileProblem>>;
  /** Cuts the file to `size` bytes (a torn tail is dropped after it was copied aside). */
  truncate(event: EventId, size: number): Promise<Result<void, FileProblem>>;
  readSentinel(event: EventId): Promise<Result<Uint8Array | undefined, FileProblem>>;
  /** Replaces the sentinel whole: temporary file, flush, rename. */
  writeSentinel(event: EventId, bytes: Uint8Array): Promise<Result<void, FileProblem>>;
  /** Bytes that its medium still has room for; undefined where the shell only knows that it is plenty. */
  freeBytes(): Promise<Result<number | undefined, FileProblem>>;
  /** Removes every file of the event. Only after its key was destroyed on purpose. */
  remove(event: EventId): Promise<Result<void, FileProblem>>;
}

export interface Printing {
  /** The current page as an A4 PDF, saved where the person says; the browser shell prints instead. */
  toPdf(suggestedName: string): Promise<Result<{ readonly name: string }, FileProblem>>;
}

/** Without it the shell refuses the pages the camera, whoever asks. */
export interface CameraAccess {
  /** From `true` to `false` the pages may open the camera, at no other time; the microphone never. */
  setOpen(isOpen: boolean): Promise<Result<void, FileProblem>>;
}

export type ShellCommand =
  'lock' | 'search' | 'import' | 'export' | 'help' | 'switchLanguage' | 'settings';

export interface WindowControl {
  /** Menu entries and system events (screen locked, lid closed) arrive here. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** Called before the window closes; the window waits until it settles (at most 5 s). */
  onClosing(listener: () => Promise<void>): () => void;
  /** Words of the title bar; the shell adds the product's name. */
  setTitle(title: string): void;
  /** The application menu follows the language of the pages. */
  setLanguage(language: 'zh' | 'en'): void;
  quit(): void;
}
