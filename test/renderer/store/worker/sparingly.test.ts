import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sparingly } from '../../../../renderer/store/worker/sparingly';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells the edges of each stage at once, and what is between ten times a second', () => {
  const told: string[] = [];
  const tell = sparingly(({ stage, done }) => told.push(`${stage} ${done}`));
  tell({ stage: 'key', done: 0, total: 1 });
  for (let done = 0; done <= 40; done++) {
    tell({ stage: 'load', done, total: 40 });
    vi.advanceTimersByTime(10);
  }
  expect(told).toEqual(['key 0', 'load 0', 'load 10', 'load 20', 'load 30', 'load 40']);
});
