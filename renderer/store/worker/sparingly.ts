import type { OpenProgress } from '../eventContract';

const betweenMs = 100;

/**
 * Passes on the first and last of each stage, and no more than ten a second between: each is drawn by
 * the page, on a processor that the loading could have.
 */
export function sparingly(
  tell: (progress: OpenProgress) => void,
): (progress: OpenProgress) => void {
  let toldAt = -Infinity;
  let stage: OpenProgress['stage'] | undefined;
  return (progress) => {
    const now = Date.now();
    const isEdge = progress.stage !== stage || progress.done === progress.total;
    if (!isEdge && now - toldAt < betweenMs) return;
    toldAt = now;
    ({ stage } = progress);
    tell(progress);
  };
}
