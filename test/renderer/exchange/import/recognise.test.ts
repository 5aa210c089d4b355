import { describe, expect, test } from 'vitest';
import {
  firstChoice,
  mappingState,
  proposeLedger,
  rechoose,
  withHeaderAt,
  withTarget,
} from '../../../../renderer/features/exchange/import/recognise/recognise';
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

const file = { fileName: '名单.csv', today: dateOf(toInstant(Date.UTC(2022, 2, 28))) };

const foreign = sheetOf(
  '修武县重点企业运输车辆名单,,,,',
  '填报单位：云河纸业,,,,',
  '序号,车牌,司机,身份证号,物资名称',
  '1,豫H10007,王某,,瓦楞纸',
);

describe('which ledger a workbook is of', () => {
  test('a foreign list with title rows is of the ledger that knows most of its columns', () => {
    const proposal = proposeLedger(foreign, ledgers);
    expect(proposal?.ledger).toBe('permits');
    expect(proposal?.header.firstRow).toBe(3);
  });

  test('one word in common names no ledger', () => {
    const workbook = sheetOf('菜名,备注', '烩面,不辣');
    expect(proposeLedger(workbook, ledgers)).toBeUndefined();
    expect(firstChoice(workbook, undefined, ledgers, file)).toMatchObject({
      why: 'none',
      sheetIndex: 0,
    });
  });
});

describe('corrected by hand', () => {
  const choice = firstChoice(foreign, proposeLedger(foreign, ledgers), ledgers, file);
  const sheet = foreign.sheets[0];
  if (!sheet) throw new Error('no sheet');

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
    const moved = withHeaderAt(choice, sheet, definitionOf('permits'), 4, 4);
    expect(moved.header?.firstRow).toBe(4);
    expect(moved.mapping.every(({ target }) => target === null)).toBe(true);
  });

  test('another ledger looks for its header again', () => {
    const passes = definitionOf('checkpoint-passes');
    const next = rechoose(choice, sheet, passes, { ledger: passes.id });
    expect(next.header?.firstRow).toBe(3);
    expect(next.mapping.find(({ header }) => header === '车牌')?.target).toBe('plate');
  });

  test('a sheet without a header waits for a person to point at it', () => {
    const blank = sheetOf('一,二', '三,四').sheets[0];
    const next = rechoose(choice, blank, definitionOf('permits'), { sheetIndex: 0 });
    expect(next.header).toBeUndefined();
    expect(next.mapping).toEqual([]);
  });
});
