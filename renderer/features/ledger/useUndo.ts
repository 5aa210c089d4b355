import { useCallback, useRef, useState } from 'react';
import type { Result } from '../../../shared/kernel/result';
import type { CommitProblem, CommitReceipt, Store, Write } from '../../store/contract';

export interface UndoableWriting {
  readonly commit: (writes: readonly Write[]) => Promise<Result<CommitReceipt, CommitProblem>>;
  /** How many values were left alone, or why nothing was taken back. */
  readonly undo: () => Promise<Undone>;
  readonly redo: () => Promise<Undone>;
  readonly busy: boolean;
}

export type Undone =
  | { readonly tag: 'nothing' }
  | { readonly tag: 'done'; readonly left: number }
  | { readonly tag: 'problem'; readonly problem: CommitProblem };

/** Commits of this workspace, so that the last ones can be taken back and done again. */
export function useUndo(store: Store): UndoableWriting {
  const done = useRef<number[]>([]);
  const undone = useRef<number[]>([]);
  const [busy, setBusy] = useState(false);

  const commit = useCallback(
    async (writes: readonly Write[]) => {
      setBusy(true);
      const committed = await store.commit(writes, { type: 'typed' });
      setBusy(false);
      if (committed.ok) {
        done.current.push(committed.value.sequence);
        undone.current = [];
      }
      return committed;
    },
    [store],
  );
  const takeBack = async (from: number[], to: number[]): Promise<Undone> => {
    const sequence = from.pop();
    if (sequence === undefined) return { tag: 'nothing' };
    const result = await store.undo(sequence);
    if (!result.ok) {
      from.push(sequence);
      return { tag: 'problem', problem: result.problem };
    }
    to.push(result.value.sequence);
    return { tag: 'done', left: result.value.left.length };
  };
  return {
    commit,
    undo: () => takeBack(done.current, undone.current),
    redo: () => takeBack(undone.current, done.current),
    busy,
  };
}
