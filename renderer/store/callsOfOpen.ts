import { failed } from '../../shared/kernel/result';
import type { CommitProblem } from './contract';
import type { WorkerCalls } from './worker/workerCalls';

const writing: readonly string[] = [
  'commit',
  'undo',
  'saveSetting',
] satisfies (keyof WorkerCalls)[];

/**
 * The calls of one opened event. Once it is closed none reaches the worker, where by then another
 * event may be open: a write is refused as `locked`, and a question is never answered, because what
 * asked it is off the screen.
 */
export function callsOfOpen(calls: WorkerCalls, isOpen: () => boolean): WorkerCalls {
  type Call = (...args: readonly unknown[]) => Promise<unknown>;
  const guarded = Object.entries(calls).map(([name, call]: [string, Call]) => [
    name,
    (...args: readonly unknown[]) => {
      if (isOpen()) return call(...args);
      return writing.includes(name)
        ? Promise.resolve(failed<CommitProblem>({ tag: 'locked' }))
        : new Promise(() => undefined);
    },
  ]);
  return Object.fromEntries(guarded) as WorkerCalls; // the same names over the same calls
}
