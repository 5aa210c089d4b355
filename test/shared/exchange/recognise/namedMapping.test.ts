import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import { nameMapping, withNamed } from '../../../../shared/exchange/recognise/namedMapping';
import { definitionOf } from '../plan/memoryStore';

const checkpoints = definitionOf('checkpoints');
const targets = (headers: readonly string[], saved = headers) =>
  withNamed(
    proposeMapping(headers, checkpoints),
    nameMapping(
      '交警',
      'checkpoints',
      proposeMapping(saved, checkpoints).map((column) =>
        column.header === '岗亭' ? { ...column, target: 'name' } : { ...column, target: null },
      ),
    ),
  ).map(({ target }) => target);

test('what was said of a column is said again, wherever it stands', () => {
  expect(targets(['类型', '岗 亭'], ['岗亭', '类型'])).toEqual([null, 'name']);
});

test('a field goes to the column that was named for it; columns unknown then stay as proposed', () => {
  expect(targets(['卡点名称', '岗亭', '电话'], ['岗亭'])).toEqual([null, 'name', 'phone']);
});

test('no field is ever given to two columns', () => {
  const header = fc.constantFrom('卡点名称', '岗亭', '类型', '电话', '启用时间', '备注', '');
  const headers = fc.array(header, { maxLength: 8 });
  const target = fc.constantFrom(null, ...Object.keys(checkpoints.fields));
  fc.assert(
    fc.property(headers, fc.array(fc.tuple(header, target)), (now, then) => {
      const columns = then.map(([name, to]) => ({ header: name, target: to }));
      const named = { name: '', ledger: 'checkpoints', columns };
      const given = withNamed(proposeMapping(now, checkpoints), named).flatMap((one) =>
        one.target === null ? [] : [one.target],
      );
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});
