import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecFor } from '../../../shared/fields/codecFor';
import { referenceNames } from '../../../shared/fields/referenceNames';
import { field } from '../../../shared/ledger/field';

const namesakes = [
  { id: '01FYTBF0WJ7YP61CBXTHD9XE6J', name: '云台山镇样例小区' },
  { id: '01FZ089G8KKH80CTQ2587FNB6Y', name: '云台山镇样例小区' },
  { id: '01FYQK7HA0RD63TD64YH69E9TW', name: '五里源乡样例小区' },
];

describe('the names of records that workbooks refer to', () => {
  const names = referenceNames(namesakes);

  it('tell namesakes apart by the end of their numbers, and nobody else', () => {
    expect(names.all).toEqual([
      '云台山镇样例小区〔D9XE6J〕',
      '云台山镇样例小区〔7FNB6Y〕',
      '五里源乡样例小区',
    ]);
    expect(names.idOf('云台山镇样例小区〔7FNB6Y〕')).toBe(namesakes[1]?.id);
    expect(names.idOf('五里源乡样例小区')).toBe(namesakes[2]?.id);
  });

  it('guess no record where several have the name', () => {
    expect(names.idOf('云台山镇样例小区')).toBeUndefined();
    expect(names.nameOf('01FYQK7HA0RD63TD64YH69E9TX')).toBeUndefined();
  });

  it('bring a cell back to the record it was written from', () => {
    const zone = codecFor(field.reference('三区', 'Zone', 'zones'));
    const name = fc.constantFrom('甲小区', '乙小区', '丙小区');
    const ids = fc.uniqueArray(fc.stringMatching(/^01FY[0-9A-HJKMNP-TV-Z]{22}$/), { minLength: 1 });
    fc.assert(
      fc.property(
        ids.chain((all) => fc.tuple(...all.map((id) => name.map((one) => ({ id, name: one }))))),
        (records) => {
          const { nameOf, idOf } = referenceNames(records);
          const context = {
            describeReference: (_: string, id: string) => nameOf(id),
            resolveReference: (_: string, text: string) => idOf(text),
          };
          for (const { id } of records)
            expect(
              zone.parse({ type: 'text', text: zone.toText(id, 'zh', context) }, context),
            ).toMatchObject({ value: id });
        },
      ),
    );
  });
});
