import { describe, expect, test } from 'vitest';
import {
  firstChoice,
  mappingState,
  rechoose,
  withAlike,
  withHeaderAt,
  withTarget,
} from '../../../../renderer/features/exchange/import/recognise/recognise';
import {
  proposeTables,
  withTables,
} from '../../../../renderer/features/exchange/import/recognise/proposeTables';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { dateOf, toInstant } from '../../../../shared/kernel/time';
import { ledgers } from '../../../../shared/ledgers/registry';
import { opened } from '../../../shared/exchange/plan/planFile';

function definitionOf(id: string): LedgerDefinition {
  const found = ledgers.find((ledger) => ledger.id === id);
  if (!found) throw new Error(id);
  return found;
}

/** A text file is a workbook of one sheet. */
function sheetOf(...lines: readonly string[]) {
  return opened(new TextEncoder().encode(lines.join('\n')), '名单.csv');
}

function sheetAt({ sheets: [sheet] }: ReturnType<typeof sheetOf>) {
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const file = { fileName: '名单.csv', today: dateOf(toInstant(Date.UTC(2022, 2, 28))) };

const foreign = sheetOf(
  '修武县重点企业运输车辆名单,,,,',
  '填报单位：云河纸业,,,,',
  '序号,车牌,司机,身份证号,物资名称',
  '1,豫H10007,王某,,瓦楞纸',
);

describe('which ledger a workbook is of', () => {
  test('a foreign list with title rows is of the ledger that knows its columns and needs no others', () => {
    const [proposal] = proposeTables(foreign, ledgers);
    expect(proposal?.ledger).toBe('permit-applications'); // a permit has a number
    expect(proposal?.header.firstRow).toBe(3);
  });

  test('one word in common names no ledger', () => {
    const workbook = sheetOf('菜名,备注', '烩面,不辣');
    expect(proposeTables(workbook, ledgers)).toEqual([]);
    expect(firstChoice(workbook, undefined, ledgers, file)).toMatchObject({
      why: 'none',
      sheetIndex: 0,
    });
  });
});

describe('corrected by hand', () => {
  const found = firstChoice(foreign, proposeTables(foreign, ledgers)[0], ledgers, file);
  const choice = rechoose(found, foreign, definitionOf('permits'), { ledger: 'permits' });

  test('a column goes where a person says', () => {
    const corrected = withTarget(choice, 0, 'remarks');
    expect(corrected.mapping[0]).toMatchObject({ target: 'remarks', reason: 'chosen', score: 1 });
    expect(withTarget(corrected, 0, null).mapping[0]?.target).toBeNull();
  });

  test('two columns of one field are named before anything is checked', () => {
    const doubled = withTarget(choice, 0, 'plate');
    expect(mappingState(doubled.mapping, definitionOf('permits')).twice).toEqual(['plate']);
  });

  test('required fields without a column are named', () => {
    const { missing } = mappingState(choice.mapping, definitionOf('permits'));
    expect(missing).toContain('number');
    expect(missing).not.toContain('plate');
  });

  test('another header row gives other columns', () => {
    const moved = withHeaderAt(choice, foreign, definitionOf('permits'), 4, 4);
    expect(moved.header?.firstRow).toBe(4);
    expect(moved.mapping.every(({ target }) => target === null)).toBe(true);
  });

  test('another ledger looks for its header again', () => {
    const passes = definitionOf('checkpoint-passes');
    const next = rechoose(choice, foreign, passes, { ledger: passes.id });
    expect(next.header?.firstRow).toBe(3);
    expect(next.mapping.find(({ header }) => header === '车牌')?.target).toBe('plate');
  });

  test('a sheet without a header waits for a person to point at it', () => {
    const blank = sheetOf('一,二', '三,四');
    const next = rechoose(choice, blank, definitionOf('permits'), { sheetIndex: 0 });
    expect(next.header).toBeUndefined();
    expect(next.mapping).toEqual([]);
  });
});

describe('several tables', () => {
  const header = '卡点名称,卡点类型,所在道路,启用日期';
  const townships = {
    ...sheetOf(header),
    sheets: ['七贤镇', '云台山镇', '郇封镇'].map((name) => ({
      ...sheetAt(sheetOf(header, `${name}卡点,国道,,2022-03-24`)),
      name,
    })),
  };

  test('of one ledger go together, unless a person says no or chooses one', () => {
    const choice = firstChoice(townships, proposeTables(townships, ledgers)[0], ledgers, file);
    expect(choice.joined).toBe(true);
    expect(choice.alike.map(({ sheet }) => sheet.name)).toEqual(['云台山镇', '郇封镇']);
    expect(choice.sheet?.rows).toHaveLength(4);
    const checkpoints = definitionOf('checkpoints');
    const alone = withAlike(withTarget(choice, 2, null), townships, checkpoints, false);
    expect(alone.sheet?.name).toBe('七贤镇');
    expect(alone.mapping.map(({ target }) => target)).toEqual(['name', 'kind', null, 'openedOn']);
    const chosen = rechoose(choice, townships, checkpoints, { sheetIndex: 2 });
    expect([chosen.joined, chosen.sheet?.name]).toEqual([false, '郇封镇']);
  });

  test('of one sheet stand behind it, and go before it', () => {
    const sheet = sheetOf(
      header,
      '东口,国道,,2022-03-24',
      ',,,',
      '企业名称,统一社会信用代码,联系人,联系电话',
      '某公司,,,',
    );
    const workbook = withTables(sheet, ledgers);
    expect(workbook.sheets.map(({ name }) => name)).toHaveLength(3);
    expect(proposeTables(workbook, ledgers).map(({ ledger }) => ledger)).toEqual([
      'checkpoints',
      'enterprises',
      'checkpoints',
    ]);
  });
});
