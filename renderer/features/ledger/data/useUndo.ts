import { useCallback, useMemo, useRef } from 'react';
import type { Result } from '../../../../shared/kernel/result';
import type { ChangeSource } from '../../../../shared/journal/change';
import type { CommitProblem, CommitReceipt, Store, Write } from '../../../store/contract';

export type Undone =
  | { readonly tag: 'nothing' }
  | { readonly tag: 'done'; readonly left: number }
  | { readonly tag: 'problem'; readonly problem: CommitProblem };

export interface UndoableWriting {
  readonly commit: (
    writes: readonly Write[],
    source: ChangeSource,
  ) => Promise<Result<CommitReceipt, CommitProblem>>;
  /** How many values were left alone, or why nothing was taken back. */
  readonly undo: () => Promise<Undone>;
  readonly redo: () => Promise<Undone>;
  /** Undo and redo wait for it: a text that is still being read is a step already. */
  readonly expect: (step: Promise<unknown>) => void;
  /** Commits what is no step to take back: that somebody asked to see a value. */
  readonly record: (writes: readonly Write[]) => Promise<Result<CommitReceipt, CommitProblem>>;
  /** The commit made here that is on its way or came last, when it left all records in place. */
  readonly lastQuiet: () => Promise<QuietCommit | undefined>;
}

export interface QuietCommit {
  readonly sequence: number;
  /** Values changed, so that another order might be right by now. */
  readonly changedValues: boolean;
}

interface Steps {
  readonly done: number[];
  readonly undone: number[];
  /** Settles when every step begun so far has been counted or has failed. */
  begun: Promise<unknown>;
}

/** Steps of each ledger for as long as its event is open: looking elsewhere must not forget them. */
const stepsOf = new WeakMap<Store, Map<string, Steps>>();

function steps(store: Store, ledger: string): Steps {
  const all = stepsOf.get(store) ?? new Map<string, Steps>();
  stepsOf.set(store, all);
  const own = all.get(ledger) ?? { done: [], undone: [], begun: Promise.resolve() };
  all.set(ledger, own);
  return own;
}

/** Commits made in a ledger's workspace, so that they can be taken back and done again in turn. */
export function useUndo(store: Store, ledger: string): UndoableWriting {
  const quiet = useRef<Promise<QuietCommit | undefined>>(Promise.resolve(undefined));

  const write = useCallback(
    (writes: readonly Write[], source: ChangeSource) => {
      const committed = store.commit(writes, source);
      const changedValues = writes.some(({ type }) => type === 'update');
      if (writes.every(({ type }) => type === 'update' || type === 'reveal'))
        quiet.current = committed.then((result) =>
          result.ok ? { sequence: result.value.sequence, changedValues } : undefined,
        );
      return committed;
    },
    [store],
  );
  const expect = useCallback(
    (step: Promise<unknown>) => {
      const own = steps(store, ledger);
      own.begun = Promise.allSettled([own.begun, step]);
    },
    [store, ledger],
  );
  const commit = useCallback(
    (writes: readonly Write[], source: ChangeSource) => {
      const counted = write(writes, source).then((result) => {
        if (result.ok) {
          const own = steps(store, ledger);
          own.done.push(result.value.sequence);
          own.undone.length = 0;
        }
        return result;
      });
      expect(counted);
      return counted;
    },
    [store, ledger, write, expect],
  );
  return useMemo(() => {
    const inTurn = (work: (own: Steps) => Promise<Undone>): Promise<Undone> => {
      const own = steps(store, ledger);
      const done = own.begun.then(() => work(own));
      expect(done);
      return done;
    };
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
      undo: () => inTurn(({ done, undone }) => takeBack(done, undone)),
      redo: () => inTurn(({ done, undone }) => takeBack(undone, done)),
      expect,
      record: (writes) => write(writes, { type: 'typed' }),
      lastQuiet: () => quiet.current,
    };
  }, [store, ledger, commit, write, expect]);
}
