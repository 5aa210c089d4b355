import { describe, expect, it } from 'vitest';
import { defineLedger } from '../../../shared/ledger/defineLedger';
import { field } from '../../../shared/ledger/field';
import { hasErrors, readRow, validateRow } from '../../../shared/ledger/validateRow';

const wells = defineLedger({
  id: 'wells',
  title: { zh: '机井', en: 'Wells' },
  area: 'needs',
  version: 1,
  matchOn: [['name']],
  nameField: 'name',
  fields: {
    name: field.text('名称', 'Name', { required: true }),
    depth: field.quantity('深度', 'Depth', { unit: '米', min: 1, max: 500 }),
    keeper: field.identityNumber('管护人证件', 'Keeper'),
    township: field.reference('乡镇', 'Township', 'townships'),
    visits: field.group('巡查', 'Visits', {
      by: field.name('巡查人', 'By', { required: true }),
      note: field.text('情况', 'Note'),
    }),
  },
});

describe('a whole record', () => {
  it.each([
    [{ name: '一号井', depth: 30 }, {}],
    [{}, { name: ['!required'] }],
    [{ name: '' }, { name: ['!required'] }],
    [{ name: '井', depth: 0 }, { depth: ['!number.belowMinimum'] }],
    [{ name: '井', depth: 900 }, { depth: ['!number.aboveMaximum'] }],
    [{ name: '井', keeper: '410899199001010011' }, { keeper: ['identityNumber.checkDigit'] }],
    [{ name: '井', keeper: '4108' }, { keeper: ['!identityNumber.length'] }],
    [{ name: '井', township: '~某镇' }, { township: ['reference.unresolved'] }],
    [{ name: '井', visits: [{ note: '正常' }] }, { visits: ['!group.entry'] }],
    [{ name: '井', visits: [] }, {}],
  ])('%o', (values, expected) => {
    const findings = validateRow(wells, values);
    const tags = Object.fromEntries(
      Object.entries(findings).map(([name, { errors, warnings }]) => [
        name,
        [...errors.map(({ rule }) => `!${rule}`), ...warnings.map(({ rule }) => rule)],
      ]),
    );
    expect(tags).toEqual(expected);
    expect(hasErrors(findings)).toBe(JSON.stringify(expected).includes('!'));
  });
});

describe('the cells of a row', () => {
  it('give values, blanks and findings apart', () => {
    const row = readRow(wells, {
      name: { type: 'text', text: ' 一号井 ' },
      depth: { type: 'text', text: '0.5公里' },
      keeper: { type: 'number', number: 410899199001010011 },
      township: { type: 'blank' },
      strange: { type: 'text', text: '不属于此表' },
    });
    expect(row.values).toEqual({ name: '一号井', depth: 500 });
    expect(row.blanks).toEqual(['township']);
    expect(row.findings).toMatchObject({
      keeper: { errors: [{ rule: 'number.destroyedByExcel' }] },
    });
  });
});
