import { describe, expect, it } from 'vitest';
import {
  addColumn,
  draftOfLedger,
  ledgerOfDraft,
  type OwnDraft,
} from '../../../../renderer/features/exchange/own/ownDraft';
import { newFigure } from '../../../../renderer/features/exchange/own/figureDraft';
import type { OwnField } from '../../../../shared/ledger/ownField';
import { computeFigure } from '../../../../shared/figures/computeFigure';
import type { RowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import {
  checkOwnLedger,
  ownLedgerOf,
  ownLedgerValues,
  readOwnLedger,
  type OwnLedger,
} from '../../../../shared/ledger/ownLedger';

const column = (name: string, header: string, kind: OwnField['kind']): OwnField => ({
  name,
  header,
  kind,
  required: false,
  ...(kind === 'choice' ? { options: ['齐备', '不足'] } : {}),
});
const sandbags: OwnLedger = {
  title: '防汛沙袋',
  edition: 1,
  fields: [
    column('c1', '地点', 'text'),
    column('c2', '沙袋数', 'quantity'),
    column('c3', '登记日期', 'date'),
    column('c4', '状态', 'choice'),
  ],
  key: ['c1'],
};
const words = { title: '沙袋', unit: '袋' };

/** What is picked, as the next edition of the ledger. */
function withFigure(before: OwnLedger, change: (draft: OwnDraft) => OwnDraft): OwnLedger {
  return ledgerOfDraft(change(draftOfLedger(before)), before, 1_648_400_000_000);
}

const addFigure = (draft: OwnDraft): OwnDraft => ({
  ...draft,
  figures: [...draft.figures, newFigure(draft.figures, draft.columns, words)],
});

describe('figures that are picked for an own ledger', () => {
  const second = withFigure(sandbags, addFigure);

  it('count records by the first time column, broken down by the choices, until told otherwise', () => {
    expect(second.figures).toEqual([
      { name: 'f2001', ...words, decides: 'c3', counts: 'upTo', by: ['c4'] },
    ]);
  });

  it('are the same after they were stored and opened again', () => {
    const row = { id: 'row' as RowId, values: ownLedgerValues(second) };
    expect(ownLedgerOf(row)).toEqual(second);
    expect(withFigure(second, (draft) => draft).figures).toEqual(second.figures);
  });

  it('may be about a column of the same edition', () => {
    const third = withFigure(sandbags, (draft) => {
      const wider = addColumn(draft);
      const id = wider.columns.length - 1;
      const columns = wider.columns.map((one) =>
        one.id === id ? { ...one, header: '运到时间', kind: 'instant' as const } : one,
      );
      return {
        ...wider,
        columns,
        figures: [{ ...newFigure([], columns, words), sum: 1, decides: id }],
      };
    });
    expect(third.figures?.[0]).toMatchObject({ sum: 'c2', decides: 'c1648400000001' });
  });

  it('give the name of one that was removed to no other', () => {
    const without = withFigure(second, (draft) => ({ ...draft, figures: [] }));
    const again = withFigure(without, addFigure);
    expect(again.figures?.map(({ name }) => name)).toEqual(['f4001']);
  });

  it('need a title', () => {
    const unnamed = withFigure(second, (draft) => ({
      ...draft,
      figures: draft.figures.map((one) => ({ ...one, title: ' ' })),
    }));
    expect(checkOwnLedger(unnamed)).toEqual({ ok: false, problem: { tag: 'noFigureTitle' } });
  });

  it('are figures of the ledger like any other: a sum up to the cut-off', () => {
    const summed = withFigure(second, (draft) => ({
      ...draft,
      figures: draft.figures.map((one) => ({ ...one, sum: 1 })),
    }));
    const ledger = readOwnLedger({ id: 'row' as RowId, values: ownLedgerValues(summed) });
    const [figure] = ledger?.figures ?? [];
    const rows = [
      ['2022-03-27', 120],
      ['2022-03-28', 60],
    ].map(([c3 = '', c2 = 0], at): Row => ({ id: `r${at}` as RowId, values: { c2, c3 } }));
    const cutOff = { at: toInstant(Date.parse('2022-03-27T20:00+08:00')), since: toInstant(0) };
    expect(figure?.id).toBe('own-row.f2001');
    expect(figure && computeFigure(figure, { rows, refer: () => undefined }, cutOff).value).toBe(
      120,
    );
  });

  it('are left out where their column is gone, by whoever edited the definition', () => {
    const broken = {
      ...second,
      figures: (second.figures ?? []).map((one) => ({ ...one, sum: 'c9' })),
    };
    const ledger = readOwnLedger({ id: 'row' as RowId, values: ownLedgerValues(broken) });
    expect(ledger?.figures).toEqual([]);
  });
});
