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
 * asked it is off the screen. The same for one that was on its way and found the event closed.
 * `closing` comes back when an attempt to destroy the event is over; until then it may stay open.
 */
export function callsOfOpen(
  calls: WorkerCalls,
  isOpen: () => boolean,
  closing: () => Promise<unknown>,
): WorkerCalls {
  type Call = (...args: readonly unknown[]) => Promise<unknown>;
  const refused = (name: string) =>
    writing.includes(name)
      ? Promise.resolve(failed<CommitProblem>({ tag: 'locked' }))
      : new Promise(() => undefined);
  const guarded = Object.entries(calls).map(([name, call]: [string, Call]) => [
    name,
    async (...args: readonly unknown[]) => {
      if (!isOpen()) return refused(name);
      try {
        return await call(...args);
      } catch (problem) {
        await closing();
        if (isOpen()) throw problem;
        return refused(name);
      }
    },
  ]);
  return Object.fromEntries(guarded) as WorkerCalls; // the same names over the same calls
}
