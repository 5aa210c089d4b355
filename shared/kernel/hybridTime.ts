import type { Brand } from './brand';

/**
 * A hybrid logical clock reading: milliseconds × 1024 + counter, in one number below 2^53.
 * (Kulkarni et al. 2014; 10 bits of counter, 43 bits of milliseconds reach the year 2248.)
 */
export type HybridTime = Brand<number, 'HybridTime'>;

const counterSpan = 1024;

/** The next reading: never before the wall clock, always after every reading seen so far. */
export function nextHybridTime(nowMs: number, lastSeen: HybridTime | 0): HybridTime {
  const wall = nowMs * counterSpan;
  return (wall > lastSeen ? wall : lastSeen + 1) as HybridTime; // the constructor of the brand
}

export function hybridTimeMs(time: HybridTime): number {
  return Math.floor(time / counterSpan);
}
