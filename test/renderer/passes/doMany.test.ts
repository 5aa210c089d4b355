import { expect, it } from 'vitest';
import { doMany } from '../../../renderer/features/passes/applications/doMany';
import { id } from '../../shared/passes/lifecycle/applications';

const three = [id(1), id(2), id(3)];

it('does one after the other, and leaves what cannot be done with its reason', async () => {
  const seen: number[] = [];
  const one = (which: string) => Promise.resolve(which === id(2) ? '须说明' : undefined);
  const result = await doMany(three, one, new AbortController().signal, (n) => seen.push(n));
  expect(result).toEqual({
    done: [id(1), id(3)],
    left: [{ id: id(2), why: '须说明' }],
    untouched: [],
  });
  expect(seen).toEqual([1, 2, 3]);
});

it('stops between two when it is called off; what was done stays done', async () => {
  const off = new AbortController();
  const one = (which: string) => {
    if (which === id(2)) off.abort();
    return Promise.resolve(undefined);
  };
  expect(await doMany(three, one, off.signal, () => undefined)).toEqual({
    done: [id(1), id(2)],
    left: [],
    untouched: [id(3)],
  });
});
