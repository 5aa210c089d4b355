import type { FileAccess, FileProblem, OpenedFile } from '../../../shared/desktop/contract';
import { failed, ok, type Result } from '../../../shared/kernel/result';

/** Larger files cannot be workbooks of ours: the importer refuses them anyway. */
const largestBytes = 256 << 20;

/** Upload and download: what every browser has, and what needs no permission. */
export const browserFiles: FileAccess = {
  open: (kinds, several) =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = several;
      input.accept = kinds
        .flatMap(({ extensions }) => extensions.map((one) => `.${one}`))
        .join(',');
      input.addEventListener('cancel', () => {
        resolve(failed({ tag: 'cancelled' }));
      });
      input.addEventListener('change', () => {
        void readAll([...(input.files ?? [])]).then(resolve);
      });
      input.click();
    }),
  save: (suggestedName, bytes) => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
    const link = document.createElement('a');
    link.href = url;
    link.download = suggestedName;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(url);
    }, 60_000);
    return Promise.resolve(ok({ name: suggestedName }));
  },
};

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
      return failed({ tag: 'unreadable', name, detail: String(problem) });
    }
  }
  return ok(opened);
}
