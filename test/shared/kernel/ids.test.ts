import { expect, test } from 'vitest';
import { isRowId, newRowId, rowIdMaker } from '../../../shared/kernel/ids';

/** 1, 2, 3 … whoever asks and however many. */
function counting(): (length: number) => Uint8Array {
  let next = 0;
  return (length) => Uint8Array.from({ length }, () => ++next % 256);
}

test('ids made many at a time are those made one by one from the same chance', () => {
  const times = [1_648_339_200_000, 1_648_339_200_000, 1_648_339_200_001, 0, 2 ** 48 - 1];
  const one = counting();
  let at = 0;
  const make = rowIdMaker(() => times[at % times.length] ?? 0, counting());
  for (; at < 3_000; at++) {
    const id = make();
    expect(id).toBe(newRowId(times[at % times.length] ?? 0, one));
    expect(isRowId(id)).toBe(true);
  }
});

test('an id begins with its time, so that ids sort as they were made', () => {
  const chance = counting();
  const ids = [1, 31, 32, 1_648_339_200_000, 1_648_339_200_032].map((at) => newRowId(at, chance));
  expect(ids.toSorted()).toEqual(ids);
});
