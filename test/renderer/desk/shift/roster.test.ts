import { expect, test } from 'vitest';
import { namesOf, readRoster, unplanned } from '../../../../renderer/features/desk/shift/roster';

test.each([
  ['张例春、李样夏', ['张例春', '李样夏']],
  ['张例春,李样夏；王试秋', ['张例春', '李样夏', '王试秋']],
  [' 张例春  李样夏 ', ['张例春', '李样夏']],
  ['', []],
])('%j names %j', (staff, names) => {
  expect(namesOf(staff)).toEqual(names);
});

test('both shifts of the day, A before B, each once', () => {
  const line = (shift: string, staff: string, present?: string) => ({
    values: { shift, leader: '刘样本', staff, ...(present === undefined ? {} : { present }) },
  });
  const read = readRoster([
    line('B', '王试秋'),
    line('A', '张例春、李样夏', '赵样冬'),
    line('A', '别人'),
    line('C', '不知'),
  ]);
  expect(read.map(({ shift, planned, present }) => [shift, planned, present])).toEqual([
    ['A', ['张例春', '李样夏'], ['赵样冬']],
    ['B', ['王试秋'], []],
  ]);
});

test.each([
  ['two of the plan', ['张例春', '李样夏'], []],
  ['one of them, and another', ['张例春', '赵样冬'], ['赵样冬']],
  ['the leader in person', ['刘样本'], []],
])('%s', (_name, come, strangers) => {
  expect(unplanned({ planned: ['张例春', '李样夏'], leader: '刘样本' }, come)).toEqual(strangers);
});

test('where nothing is planned nobody is a stranger', () => {
  expect(unplanned(undefined, ['赵样冬'])).toEqual([]);
  expect(unplanned({ planned: [], leader: '' }, ['赵样冬'])).toEqual([]);
});
