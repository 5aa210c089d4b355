import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../shared/kernel/time';
import { partTodos, readPutOff, withPutOff, type PutOff } from '../../../shared/todos/putOff';
import type { Todo } from '../../../shared/todos/todo';

const todo = (id: string): Todo => ({
  id,
  rule: 'hold',
  kind: 'heldLong',
  ledger: 'checkpoint-holds',
  row: undefined,
  facts: {},
});
const putOff = (id: string, until: number): PutOff => ({
  todo: id,
  until: toInstant(until),
  reason: '等属地回话',
  by: '张某',
  at: toInstant(1_000),
});

describe('a to-do that was put off', () => {
  const list = withPutOff([putOff('gone', 1_500)], putOff('a', 5_000), toInstant(2_000));

  it('is kept with who and why; one whose time is up is dropped', () => {
    expect(readPutOff(JSON.stringify(list))).toEqual([putOff('a', 5_000)]);
  });

  it('comes back when its time is up', () => {
    const at = (now: number) => partTodos([todo('a'), todo('b')], list, toInstant(now));
    expect(at(4_999).open.map(({ id }) => id)).toEqual(['b']);
    expect(at(4_999).later.map((one) => one.putOff.reason)).toEqual(['等属地回话']);
    expect(at(5_000).open.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is put off anew in place of twice', () => {
    const again = withPutOff(list, putOff('a', 9_000), toInstant(2_500));
    expect(again.map(({ until }) => until)).toEqual([9_000]);
  });

  it.each([undefined, '{}', '[{"todo":"a"}]'])('is none where %s was kept', (text) => {
    expect(readPutOff(text)).toEqual([]);
  });
});
