import { describe, expect, it } from 'vitest';
import { callsOfOpen } from '../../../renderer/store/callsOfOpen';
import type { WorkerCalls } from '../../../renderer/store/worker/workerCalls';

/** A worker that answers when it is told to, or breaks. */
function makeCalls() {
  let end: { readonly answer: (value: unknown) => void; readonly fail: () => void } | undefined;
  const call = () =>
    new Promise((resolve, reject) => {
      end = { answer: resolve, fail: () => reject(new Error('while locked')) };
    });
  const calls = { count: call, saveSetting: call } as unknown as WorkerCalls; // as far as asked here
  return { calls, answer: (value: unknown) => end?.answer(value), fail: () => end?.fail() };
}

/** What came of a call, once everything that can happen has. */
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  const settled = call.then(
    (value) => value,
    (problem: unknown) => `failed: ${String(problem)}`,
  );
  const turn = new Promise((resolve) => setTimeout(resolve, 5, 'never answered'));
  return Promise.race([settled, turn]);
}

describe('calls of an event that is open', () => {
  it('are answered, and fail where the worker fails', async () => {
    const { calls, answer, fail } = makeCalls();
    const own = callsOfOpen(
      calls,
      () => true,
      () => Promise.resolve(),
    );
    const counted = own.count({ ledger: 'cases' });
    answer(3);
    expect(await outcomeOf(counted)).toBe(3);
    const broken = own.count({ ledger: 'cases' });
    fail();
    expect(await outcomeOf(broken)).toBe('failed: Error: while locked');
  });
});

describe('calls that were on their way when the event was closed', () => {
  it('are not answered, a write is refused', async () => {
    const { calls, fail } = makeCalls();
    let isOpen = true;
    const own = callsOfOpen(
      calls,
      () => isOpen,
      () => Promise.resolve(),
    );
    const counted = own.count({ ledger: 'cases' });
    isOpen = false;
    fail();
    expect(await outcomeOf(counted)).toBe('never answered');
    isOpen = true;
    const saved = own.saveSetting('view', '');
    isOpen = false;
    fail();
    expect(await outcomeOf(saved)).toEqual({ ok: false, problem: { tag: 'locked' } });
  });

  it('wait for what comes of destroying it', async () => {
    for (const isWrong of [false, true]) {
      const { calls, fail } = makeCalls();
      let isOpen = true;
      let over: () => void = () => undefined;
      const closing = new Promise<void>((resolve) => (over = resolve));
      const own = callsOfOpen(
        calls,
        () => isOpen,
        () => closing,
      );
      const counted = own.count({ ledger: 'cases' });
      fail();
      isOpen = isWrong;
      over();
      const expected = isWrong ? 'failed: Error: while locked' : 'never answered';
      expect(await outcomeOf(counted)).toBe(expected);
    }
  });
});
