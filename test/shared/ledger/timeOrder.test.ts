import { describe, expect, it } from 'vitest';
import { defineLedger } from '../../../shared/ledger/defineLedger';
import { field } from '../../../shared/ledger/field';
import { timeOrderFindings } from '../../../shared/ledger/timeOrder';
import { validateRow } from '../../../shared/ledger/validateRow';
import { parseIsoDate, toInstant } from '../../../shared/kernel/time';
import { ledgers } from '../../../shared/ledgers/registry';
import { contradictionRules } from '../../../shared/todos/contradictions';

const loans = defineLedger({
  id: 'loans',
  title: { zh: '借用', en: 'Loans' },
  area: 'command',
  version: 1,
  matchOn: [],
  nameField: 'what',
  fields: {
    what: field.text('物品', 'What'),
    lentOn: field.date('借出日期', 'Lent on'),
    seenAt: field.instant('清点时间', 'Seen at', { notBefore: 'lentOn' }),
    backOn: field.date('归还日期', 'Back on', { notBefore: 'lentOn' }),
  },
});
const day = (text: string) => parseIsoDate(text) ?? '';
const moment = (text: string) => toInstant(Date.parse(`${text}+08:00`));

describe('two moments of a record', () => {
  it.each([
    ['in order', { lentOn: day('2022-03-20'), backOn: day('2022-03-27') }, []],
    ['on one day', { lentOn: day('2022-03-20'), backOn: day('2022-03-20') }, []],
    ['a moment of that day', { lentOn: day('2022-03-20'), seenAt: moment('2022-03-20T00:00') }, []],
    ['one of them alone', { backOn: day('2022-03-20') }, []],
    ['the wrong way round', { lentOn: day('2022-03-20'), backOn: day('2022-03-19') }, ['backOn']],
    [
      'a moment before that day in China',
      { lentOn: day('2022-03-20'), seenAt: moment('2022-03-19T23:59') },
      ['seenAt'],
    ],
  ])('%s', (_, values, found) => {
    expect(Object.keys(timeOrderFindings(loans, values))).toEqual(found);
  });

  it('are a warning of the record that says which other moment is meant', () => {
    const values = { lentOn: day('2022-03-20'), backOn: day('2022-03-19') };
    expect(validateRow(loans, values)).toEqual({
      backOn: {
        errors: [],
        warnings: [
          { rule: 'time.beforeOther', facts: { header: '借出日期', moment: '2022-03-20' } },
        ],
      },
    });
    expect(timeOrderFindings(loans, values, 'en')['backOn']?.facts?.['header']).toBe('Lent on');
  });
});

describe('the ledgers', () => {
  it('order only moments, each after another one of the same record', () => {
    for (const { id, fields } of ledgers)
      for (const [name, { kind, notBefore }] of Object.entries(fields)) {
        if (notBefore === undefined) continue;
        const other = fields[notBefore]?.kind;
        expect([id, name, ['date', 'instant'].includes(kind)]).toEqual([id, name, true]);
        expect([id, name, other === 'date' || other === 'instant']).toEqual([id, name, true]);
        expect(notBefore).not.toBe(name);
      }
  });

  it('warn of what the to-do list would call a contradiction', () => {
    const ordered = contradictionRules.filter(({ id }) => id.startsWith('order.'));
    expect(ordered.length).toBeGreaterThan(5);
    for (const { id } of ordered) {
      const ledger = ledgers.find((one) => `order.${one.id}` === id);
      const later = Object.values(ledger?.fields ?? {}).filter((one) => one.notBefore);
      expect([id, later.length > 0]).toEqual([id, true]);
    }
  });
});
