import { expect, it } from 'vitest';
import { codecFor } from '../../../shared/fields/codecFor';
import { newRowId } from '../../../shared/kernel/ids';
import { field } from '../../../shared/ledger/field';

it('a reference to a log is the number of its record, even where a name would be known', () => {
  const codec = codecFor(field.reference('通行记录', 'Passage', 'log', { byRecordNumber: true }));
  const id = newRowId(0, (length) => new Uint8Array(length));
  const context = { describeReference: () => '豫H12345', resolveReference: () => id };
  expect(codec.toText(id, 'zh', context)).toBe(id);
  expect(codec.toCell(id, context).value).toBe(id);
  expect(codec.parse({ type: 'text', text: id }, context)).toMatchObject({ value: id });
  const named = codec.parse({ type: 'text', text: '豫H12345' }, context);
  expect(named).toMatchObject({ value: '~豫H12345' });
});
