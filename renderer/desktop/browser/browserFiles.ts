import type {
  FileAccess,
  FileKind,
  FileProblem,
  OpenedFile,
} from '../../../shared/desktop/contract';
import { safeFileName } from '../../../shared/desktop/fileName';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { browserProblem } from './browserProblem';

/** Larger files cannot be workbooks of ours: the importer refuses them anyway. */
const largestBytes = 256 << 20;
/** So long a browser may take to begin with a download. */
const downloadMs = 60_000;

type Saved = Result<{ readonly name: string }, FileProblem>;

/** What Chromium and Edge have and TypeScript's library has not. */
interface SavingWindow {
  showSaveFilePicker?: (settings: {
    readonly suggestedName: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }) => Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>;
}

export const browserFiles: FileAccess = {
  /** By upload: the same dialog as the File System Access API opens, without its question. */
  open: (kinds, several) =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = several;
      input.accept = kinds.flatMap(dotted).join(',');
      input.addEventListener('cancel', () => {
        resolve(failed({ tag: 'cancelled' }));
      });
      input.addEventListener('change', () => {
        void readAll([...(input.files ?? [])]).then(resolve);
      });
      input.click();
    }),
  /**
   * Where the person says, if the browser lets pages ask and still counts the click that led here;
   * else as a download.
   */
  save: async (suggestedName, bytes, kind) => {
    const name = safeFileName(suggestedName);
    const { showSaveFilePicker } = window as SavingWindow;
    if (!showSaveFilePicker || !navigator.userActivation.isActive) return download(name, bytes);
    try {
      const accept = { 'application/octet-stream': dotted(kind) };
      const chosen = await showSaveFilePicker({
        suggestedName: name,
        types: [{ description: kind.label, accept }],
      });
      return await replace(chosen, bytes);
    } catch (problem) {
      return problem instanceof DOMException && problem.name === 'AbortError'
        ? failed({ tag: 'cancelled' })
        : download(name, bytes); // asking was not allowed
    }
  },
};

const dotted = ({ extensions }: FileKind) => extensions.map((one) => `.${one}`);

/** The browser writes beside the file and swaps on closing: the old one stands until then. */
async function replace(
  file: FileSystemFileHandle & { remove?: () => Promise<void> },
  bytes: Uint8Array,
): Promise<Saved> {
  const { name } = file;
  try {
    const writable = await file.createWritable();
    try {
      await writable.write(new Uint8Array(bytes));
      await writable.close();
    } catch (problem) {
      await writable.abort().catch(() => undefined); // closed by the failure itself
      throw problem;
    }
    return ok({ name });
  } catch (problem) {
    // The dialog made an empty file where there was none.
    const isEmpty = await file.getFile().then(
      ({ size }) => size === 0,
      () => false,
    );
    if (isEmpty) await file.remove?.().catch(() => undefined); // an empty file is no half one
    return failed(browserProblem(name, problem));
  }
}

function download(name: string, bytes: Uint8Array): Saved {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, downloadMs);
  return ok({ name });
}

async function readAll(
  files: readonly File[],
): Promise<Result<readonly OpenedFile[], FileProblem>> {
  const opened: OpenedFile[] = [];
  for (const file of files) {
    const { name } = file;
    if (file.size > largestBytes)
      return failed({ tag: 'tooLarge', name, limitBytes: largestBytes });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      opened.push({ name, bytes, modifiedAt: file.lastModified });
    } catch (problem) {
      const detail = problem instanceof DOMException ? problem.name : 'unknown';
      return failed({ tag: 'unreadable', name, detail });
    }
  }
  return ok(opened);
}
