import { failed, ok, type Result } from '../../../../shared/kernel/result';
import type { CommitProblem, Store } from '../../../store/contract';
import type { ImportFile } from './importFile';
import { rememberImport, type ImportRecord } from './importMemory';

/** How many values were left as they are, because they had changed since; or why nothing was undone. */
export type Undone = Result<number, CommitProblem['tag']>;

interface Desk {
  readonly store: Store;
  readonly files: () => readonly ImportFile[];
  readonly file: (id: number) => ImportFile | undefined;
  readonly patch: (id: number, change: Partial<ImportFile>) => void;
}

/** Takes imports back, those on the desk and those of days ago. */
export function undoImports({ store, files, file, patch }: Desk) {
  async function undo(id: number): Promise<void> {
    const one = file(id);
    if (one?.stage.tag !== 'result' || !one.stage.record) return;
    const { stage } = one;
    const { record } = one.stage;
    patch(id, { stage: { ...stage, undo: { state: 'running' } } });
    const done = await store.undo(record.sequence);
    if (!done.ok) {
      patch(id, { stage: { ...stage, undo: { state: 'failed', problem: done.problem.tag } } });
      return;
    }
    const undone = { ...record, undone: true };
    const left = done.value.left.length;
    await rememberImport(store, undone);
    patch(id, { stage: { ...stage, record: undone, undo: { state: 'done', left } } });
  }

  async function undoRecord(record: ImportRecord): Promise<Undone> {
    const one = files().find(
      ({ stage }) => stage.tag === 'result' && stage.record?.importId === record.importId,
    );
    if (one) {
      await undo(one.id);
      const stage = file(one.id)?.stage;
      const undone = stage?.tag === 'result' ? stage.undo : undefined;
      if (undone?.state === 'failed') return failed(undone.problem);
      return ok(undone?.state === 'done' ? undone.left : 0);
    }
    const done = await store.undo(record.sequence);
    if (!done.ok) return failed(done.problem.tag);
    await rememberImport(store, { ...record, undone: true });
    return ok(done.value.left.length);
  }

  return { undo, undoRecord };
}
