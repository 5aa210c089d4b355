/** A full or dying disk lets database calls hang for ever: nothing waits longer than this for one. */
export const callLimitMs = 30_000;

export class TimeLimitPassed extends Error {}

/** Rejects with `TimeLimitPassed` where the work takes longer; the work itself cannot be stopped. */
export function withinLimit<T>(work: PromiseLike<T>, limitMs = callLimitMs): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TimeLimitPassed(`No answer within ${limitMs} ms`));
    }, limitMs);
    const settled = () => {
      clearTimeout(timer);
    };
    work.then(resolve, reject);
    work.then(settled, settled);
  });
}
