import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerAt } from '../../../../shared/exchange/recognise/findHeader';
import { proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import {
  planToWrites,
  type CellFinding,
  type ImportPlan,
} from '../../../../shared/exchange/plan/plan';
import { planImport, type PlanRequest } from '../../../../shared/exchange/plan/planImport';
import type { Sheet } from '../../../../shared/exchange/workbook';
import type { RowId } from '../../../../shared/kernel/ids';
import { parseIsoDate } from '../../../../shared/kernel/time';
import { countingIds, definitionOf, MemoryStore } from './memoryStore';
import { sheetOf } from './sheetOf';

const checkpoints = definitionOf('checkpoints');
const header = ['卡点名称', '类型', '启用时间', '电话', '记录编号'];
const known = '01HZZZZZZZZZZZZZZZZZZZZZZA' as RowId; // a fixed id of the right form

function storeWith(...names: readonly string[]): MemoryStore {
  const store = new MemoryStore();
  const next = countingIds();
  for (const [index, name] of names.entries()) {
    const id = index === 0 ? known : next();
    store.put('checkpoints', {
      id,
      values: { name, kind: '村口', openedOn: parseIsoDate('2022-03-18') ?? '' },
    });
  }
  return store;
}

async function planOf(
  sheet: Sheet,
  store: MemoryStore,
  settings: Partial<PlanRequest> = {},
): Promise<ImportPlan> {
  const found = headerAt(sheet, 1, 1, checkpoints);
  const plan = await planImport({
    sheet,
    header: found,
    mapping: proposeMapping(found.headers, checkpoints),
    definition: checkpoints,
    context: store.context,
    lookup: store,
    newId: countingIds(),
    ...settings,
  });
  if (!plan.ok) throw new Error(plan.problem.tag);
  return plan.value;
}

const said = (findings: readonly CellFinding[]) =>
  findings.map(({ severity, rule, address }) => `${severity} ${rule} ${address}`);

describe('a row of the file becomes', () => {
  test('a new record where nothing matches', async () => {
    const plan = await planOf(
      sheetOf([header, ['测试卡点', '村口', '2022-03-18', '13900000000', '']]),
      storeWith(),
    );
    expect(plan.inserts).toHaveLength(1);
    expect(plan.inserts[0]).toMatchObject({
      rowNumber: 2,
      values: { name: '测试卡点', kind: '村口', openedOn: '2022-03-18', phone: '13900000000' },
    });
    expect(planToWrites(plan)).toMatchObject([{ type: 'insert', ledger: 'checkpoints' }]);
  });

  test('a change of only what differs, before and after, found by its natural key', async () => {
    const plan = await planOf(
      sheetOf([header, ['东口', '高速口', '2022-03-18', '', '']]),
      storeWith('东口'),
    );
    expect(plan.updates).toMatchObject([
      {
        row: known,
        matchedBy: 'naturalKey',
        fields: { kind: { before: '村口', after: '高速口' } },
      },
    ]);
    expect(Object.keys(plan.updates[0]?.fields ?? {})).toEqual(['kind']);
    expect(planToWrites(plan)).toEqual([
      { type: 'update', ledger: 'checkpoints', row: known, values: { kind: '高速口' } },
    ]);
  });

  test('a change found by its record number, the name itself changed', async () => {
    const plan = await planOf(
      sheetOf([header, ['东口新址', '村口', '', '', known]]),
      storeWith('东口'),
    );
    expect(plan.updates).toMatchObject([
      {
        row: known,
        matchedBy: 'recordNumber',
        fields: { name: { before: '东口', after: '东口新址' } },
      },
    ]);
  });

  test('unchanged where it says what the store holds', async () => {
    const plan = await planOf(
      sheetOf([header, ['东口', '村口', '2022年3月18日', '', known]]),
      storeWith('东口'),
    );
    expect(plan.unchanged).toMatchObject([{ row: known }]);
    expect(planToWrites(plan)).toEqual([]);
  });

  test('a new record under its own number when the number is not known here, with a warning', async () => {
    const plan = await planOf(
      sheetOf([header, ['西口', '村口', '2022-03-18', '', known]]),
      storeWith(),
    );
    expect(plan.inserts).toMatchObject([{ row: known }]);
    expect(said(plan.findings)).toEqual(['warning recordNumber.unknown E2']);
  });
});

describe('nothing is silently misread', () => {
  test('what cannot be read rejects the row, named by its cell', async () => {
    const sheet = sheetOf([
      header,
      ['甲口', '不存在的类型', '2022-03-18', '', ''],
      ['乙口', '村口', '2022-02-30', '', ''],
      ['丙口', '村口', '2022-03-18', { type: 'error', code: '#REF!' }, ''],
      ['', '村口', '2022-03-18', '', ''],
      ['丁口', '村口', '2022-03-18', '', '123'],
    ]);
    const plan = await planOf(sheet, storeWith());
    expect(plan.inserts).toEqual([]);
    expect(plan.rejected.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4, 5, 6]);
    expect(said(plan.findings)).toEqual([
      'error choice.unknown B2',
      'error date.noSuchDay C3',
      'error cell.error D4',
      'error required A5',
      'error recordNumber.malformed E6',
    ]);
    expect(plan.findings[0]?.shown).toBe('不存在的类型');
  });

  test('an identity number that a spreadsheet stored as a number is rejected', async () => {
    const stays = definitionOf('isolation-stays');
    const sheet = sheetOf([
      ['证件号码', '姓名'],
      [410821199001010000, '测试甲'],
    ]);
    const found = headerAt(sheet, 1, 1, stays);
    const plan = await planOf(sheet, storeWith(), {
      definition: stays,
      header: found,
      mapping: proposeMapping(found.headers, stays),
    });
    expect(said(plan.findings)).toContain('error number.destroyedByExcel A2');
  });

  test('a blank cell clears nothing, unless it is asked to', async () => {
    const store = storeWith('东口');
    store.apply([
      { type: 'update', ledger: 'checkpoints', row: known, values: { phone: '13900000000' } },
    ]);
    const sheet = sheetOf([header, ['东口', '村口', '', '', '']]);
    expect((await planOf(sheet, store)).unchanged).toHaveLength(1);
    const clearing = await planOf(sheet, store, { clearBlanks: true });
    // The phone may be cleared; the opening day is required and may not.
    expect(said(clearing.findings)).toEqual(['error required C2']);
    const dated = sheetOf([header, ['东口', '村口', '2022-03-18', '', '']]);
    expect((await planOf(dated, store, { clearBlanks: true })).updates).toMatchObject([
      { fields: { phone: { before: '13900000000', after: null } } },
    ]);
  });

  test('two rows that name one record and differ: the second is rejected and names the first', async () => {
    const sheet = sheetOf([
      header,
      ['东口', '村口', '2022-03-18', '', ''],
      ['东口', '高速口', '2022-03-18', '', ''],
      ['东口', '村口', '2022-03-18', '', ''],
    ]);
    const plan = await planOf(sheet, storeWith());
    expect(plan.inserts.map(({ rowNumber }) => rowNumber)).toEqual([2]);
    expect(plan.rejected.map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect(plan.rejected[0]?.findings[0]).toMatchObject({ rule: 'row.sameAs', facts: { row: 2 } });
    expect(plan.skipped).toMatchObject([{ rowNumber: 4, reason: 'duplicate' }]);
  });

  test('a key that several records share, and a deleted record', async () => {
    const twice = await planOf(
      sheetOf([header, ['东口', '村口', '2022-03-18', '', '']]),
      storeWith('东口', '东口'),
    );
    expect(said(twice.findings)).toEqual(['error row.ambiguous A2']);
    const store = storeWith('东口');
    const [row] = store.all('checkpoints');
    if (row) store.put('checkpoints', { ...row, deletedAt: 0 as never }); // any instant
    const gone = await planOf(sheetOf([header, ['东口', '村口', '2022-03-18', '', known]]), store);
    expect(said(gone.findings)).toEqual(['error row.deleted E2']);
  });

  test('a merged cell counts for every row it covers, and hides what lies under it', async () => {
    const sheet = sheetOf(
      [
        header,
        ['甲口', '村口', '2022-03-18', '', ''],
        ['乙口', '', '', '', ''],
        ['丙口', '高速口', '2022-03-18', '', ''],
      ],
      [
        { top: 2, left: 1, bottom: 4, right: 1 },
        { top: 2, left: 2, bottom: 3, right: 2 },
      ],
    );
    const plan = await planOf(sheet, storeWith());
    expect(plan.inserts.map(({ values }) => values['kind'])).toEqual(['村口', '村口', '村口']);
    expect(said(plan.findings)).toEqual([
      'note cell.fromMerge B3',
      'note cell.fromMerge C3',
      'warning cell.underMerge B4',
      'note cell.fromMerge B4',
    ]);
  });

  test('totals, footnotes, repeated headers and column numbers are listed as skipped', async () => {
    const sheet = sheetOf([
      header,
      ['甲', '乙', '1', '2', '3'],
      ['甲口', '村口', '2022-03-18', '', ''],
      header,
      ['合 计', '', '', 1, ''],
      ['填表人：测试甲', '', '审核人：测试乙', '', ''],
      ['注：以上数据截至 20 时', '', '', '', ''],
    ]);
    const plan = await planOf(sheet, storeWith());
    expect(plan.inserts).toHaveLength(1);
    expect(plan.skipped.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
      [2, 'columnNumbers'],
      [4, 'repeatedHeader'],
      [5, 'totals'],
      [6, 'footnote'],
      [7, 'footnote'],
    ]);
  });

  test('a number under a header with a unit is converted, one without stays', async () => {
    const permits = definitionOf('supply-daily');
    const sheet = sheetOf([
      ['原料可用天数（天）', '当日产量（吨）', '单位'],
      [3, 12, '吨'],
    ]);
    const found = headerAt(sheet, 1, 1, permits);
    const plan = await planOf(sheet, storeWith(), {
      definition: permits,
      header: found,
      mapping: proposeMapping(found.headers, permits),
    });
    expect(plan.rejected[0]?.values).toMatchObject({ materialDays: 3, output: 12 });
  });

  test('hidden rows are taken and noted; the 1904 system is counted', async () => {
    const sheet = sheetOf(
      [header, ['甲口', '村口', { type: 'number', number: 43_176, format: 'yyyy-mm-dd' }, '', '']],
      [],
      [2],
    );
    const plan = await planOf(sheet, storeWith(), { context: { dateSystem: 1904 } });
    expect(plan.inserts[0]?.values['openedOn']).toBe('2022-03-18');
    expect(said(plan.findings)).toEqual(['note row.hidden A2']);
  });
});

describe('planning can be watched and stopped', () => {
  const many = sheetOf([
    header,
    ...Array.from({ length: 2_000 }, (_, i) => [`卡点${i}`, '村口', '2022-03-18', '', '']),
  ]);

  test('progress reaches the end', async () => {
    const seen: string[] = [];
    await planOf(many, storeWith(), {
      onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`),
    });
    expect(seen.at(-1)).toBe('compare 2000/2000');
    expect(seen.length).toBeGreaterThan(6);
  });

  test('a signal stops it and nothing comes back', async () => {
    const signal = { aborted: false };
    const found = headerAt(many, 1, 1, checkpoints);
    const plan = await planImport({
      sheet: many,
      header: found,
      mapping: proposeMapping(found.headers, checkpoints),
      definition: checkpoints,
      context: {},
      lookup: storeWith(),
      newId: countingIds(),
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    expect(plan).toEqual({ ok: false, problem: { tag: 'cancelled' } });
  });

  test('a mapping without a field is no plan', async () => {
    const found = headerAt(many, 1, 1, checkpoints);
    const mapping = proposeMapping(found.headers, checkpoints).map((column) => ({
      ...column,
      target: null,
    }));
    const plan = await planImport({
      sheet: many,
      header: found,
      mapping,
      definition: checkpoints,
      context: {},
      lookup: storeWith(),
      newId: countingIds(),
    });
    expect(plan).toEqual({ ok: false, problem: { tag: 'nothingMapped' } });
  });
});

describe('laws of planning', () => {
  const cell = (...values: readonly string[]) => fc.constantFrom(...values, '');
  const row = fc.tuple(
    cell('东口', '西口', '南口', '北口', ' 东口 '),
    cell('村口', '高速口', '错误'),
    cell('2022-03-18', '2022年3月19日', '2022-13-01'),
    cell('13900000000', '13900000001', 'abc'),
    fc.constant(''),
  );

  test('every row ends in exactly one list or is blank, and the same file again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const store = storeWith('东口');
        const sheet = sheetOf([header, ...rows]);
        const plan = await planOf(sheet, store);
        const places = [plan.inserts, plan.updates, plan.unchanged, plan.rejected, plan.skipped]
          .flat()
          .map(({ rowNumber }) => rowNumber)
          .sort((a, b) => a - b);
        expect(places).toEqual(sheet.rowNumbers.slice(1));
        store.apply(planToWrites(plan));
        const before = JSON.stringify(store.all('checkpoints'));
        const again = await planOf(sheet, store);
        expect(planToWrites(again)).toEqual([]);
        expect(again.unchanged.length).toBe(
          plan.inserts.length + plan.updates.length + plan.unchanged.length,
        );
        expect(again.rejected.map(({ rowNumber }) => rowNumber)).toEqual(
          plan.rejected.map(({ rowNumber }) => rowNumber),
        );
        expect(JSON.stringify(store.all('checkpoints'))).toBe(before);
      }),
      { numRuns: 150 },
    );
  });
});
