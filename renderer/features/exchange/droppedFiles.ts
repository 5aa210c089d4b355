import { defaultReadLimits } from '../../../shared/exchange/read/limits';
import type { FileProblem } from '../../../shared/desktop/contract';
import { failed, ok, type Result } from '../../../shared/kernel/result';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files as a drop gives them. One too large is refused before it is in memory; folders cannot be read. */
export function droppedFiles(
  files: readonly File[],
): Promise<readonly Result<NamedBytes, FileProblem>[]> {
  return Promise.all(files.map(readOne));
}

async function readOne(file: File): Promise<Result<NamedBytes, FileProblem>> {
  const { name, size } = file;
  const { fileBytes: limitBytes } = defaultReadLimits;
  if (size > limitBytes) return failed({ tag: 'tooLarge', name, limitBytes });
  try {
    return ok({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    return failed({ tag: 'unreadable', name, detail: String(error) });
  }
}
