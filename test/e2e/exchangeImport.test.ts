import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read as readWorkbook, utils } from 'xlsx';
import { gb18030 } from '../shared/exchange/read/gb18030';
import { startApp, type RunningApp } from '../support/chromium';
import {
  cardOf,
  checkedRows,
  chooseFiles,
  dropFiles,
  openExchange,
  saved,
  workbookOf,
  workbookOfSheets,
} from '../support/exchangePage';
import { makeEvent, unlock } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

let app: RunningApp;
let page: Page;
let profile: string;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'countyline-profile-'));
  app = await startApp({ profile });
  page = app.page;
  await makeEvent(page);
});
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
  await removeFolder(profile);
});

const count = (ledger: string, rows: number) =>
  page.getByRole('link', { name: new RegExp(`^${ledger}\\s*${rows === 0 ? '0?' : rows}$`) });
const filter = (name: string) => page.locator(`[data-filter="${name}"]`);
const goOn = () => page.keyboard.press('Control+Enter');

const list = [
  '修武县防控卡点一览表,,,,',
  '填报日期：2022年3月27日,,,,',
  '序号,检查站名称,卡点类型,所在道路,启用日期',
  '1,云台大道卡点,国道,云台大道,3.24',
  '2,东岭后村卡点,村,东岭路,2022年3月24日',
  '3,没有类型的卡点,,无名路,2022-02-30',
  '合计,3,,,',
].join('\r\n');

describe('a list of another office', () => {
  it('goes from the dropped file into the ledger, and out again by undo', async () => {
    await openExchange(page);
    await dropFiles(page, [{ name: '卡点一览表.csv', bytes: gb18030(list) }]);
    await page.getByText('编码 GB18030').waitFor();
    await page.getByText('第 3 行', { exact: true }).first().waitFor();
    expect(await page.getByLabel('报表日期').inputValue()).toBe('2022-03-27');
    await page.getByText('取自表内').waitFor();

    await goOn();
    expect(await checkedRows(page)).toEqual([
      ['新增', '4', '云台大道卡点', '国省干道', '云台大道', '2022-03-24'],
      ['新增', '5', '东岭后村卡点', '村口', '东岭路', '2022-03-24'],
      ['拒收', '6', '没有类型的卡点', '—', '无名路', '2022-02-30'],
      ['跳过', '7', '合计行 · 合计 3'],
    ]);
    await filter('rejected').click();
    await page.getByRole('grid').press('ArrowDown');
    const detail = page.getByText('第 6 行').locator('xpath=ancestor::section');
    await detail.getByText('E6').waitFor();
    await detail.getByText(/C6.*必填/).waitFor();
    const problems = page.getByRole('button', { name: '导出问题表' });
    const file = await saved(page, () => problems.click());
    const { Sheets } = readWorkbook(readFileSync(await file.path()));
    const [sheet] = Object.values(Sheets);
    expect(sheet && utils.sheet_to_json<string[]>(sheet, { header: 1 })[1]?.[1]).toBe(
      '没有类型的卡点',
    );
    await page.getByText(`问题表已保存：${file.suggestedFilename()}`).waitFor();
    // Nothing is written before it is confirmed.
    await count('卡点', 0).waitFor();

    await filter('all').click();
    await page.getByRole('button', { name: '写入 2 行' }).click();
    await page.getByText('新增 2 行，修改 0 行').waitFor();
    await page.getByText('拒收 1 行').waitFor();
    await count('卡点', 2).waitFor();
    await page.getByRole('link', { name: /^卡点\s*2$/ }).click();
    await page.getByRole('grid').getByText('东岭后村卡点').waitFor();

    // The file is still on the desk after a look elsewhere.
    await page.getByRole('link', { name: '数据交换' }).click();
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByText('已撤销，台账恢复到导入之前。').waitFor();
    await count('卡点', 0).waitFor();
  });

  it('comes again in the same layout: the correction of last time is made for it', async () => {
    const header = ['站点', '种类', '启用'];
    const first = workbookOf([header, ['甲村卡点', '村口', '2022-03-24']]);
    const second = workbookOf([header, ['乙村卡点', '村口', '2022-03-25']]);
    await openExchange(page);
    await chooseFiles(page, [{ name: '一.xlsx', bytes: first }]);
    await page
      .getByText(/没有认出任何列名/)
      .first()
      .waitFor();
    await page.getByRole('combobox', { name: '台账' }).selectOption({ label: '卡点' });
    await page.getByRole('button', { name: '第 1 行', exact: true }).click();
    await page.getByLabel('A 站点').selectOption({ label: '卡点名称 *' });
    await page.getByLabel('B 种类').selectOption({ label: '类型 *' });
    await page.getByLabel('C 启用').selectOption({ label: '启用时间 *' });
    await goOn();
    await page.getByRole('button', { name: '写入 1 行' }).click();
    await page.getByText('新增 1 行，修改 0 行').waitFor();

    await chooseFiles(page, [{ name: '二.xlsx', bytes: second }]);
    await goOn();
    await page.getByRole('combobox', { name: '台账' }).selectOption({ label: '卡点' });
    await page.getByRole('button', { name: '第 1 行', exact: true }).click();
    await page.getByText('与上次导入的格式相同，沿用上次的对应关系。').waitFor();
    expect(await page.getByLabel('A 站点').inputValue()).toBe('name');
    await goOn();
    expect(await checkedRows(page)).toEqual([['新增', '2', '乙村卡点', '村口', '2022-03-25']]);
  });

  it('changes what is here: before and after in the cell, blanks clear only when asked to', async () => {
    await openExchange(page);
    const header = ['卡点名称', '类型', '道路', '启用时间'];
    const first = workbookOf([header, ['甲村卡点', '村口', '甲村路', '2022-03-24']], 'biff8');
    await chooseFiles(page, [{ name: '原表.xls', bytes: first }]);
    await page.getByText('第 1 行', { exact: true }).first().waitFor();
    await goOn();
    await page.getByRole('button', { name: '写入 1 行' }).click();
    await page.getByText('新增 1 行，修改 0 行').waitFor();

    const second = workbookOf([header, ['甲村卡点', '县乡道', '', '2022-03-24']]);
    await chooseFiles(page, [{ name: '新表.xlsx', bytes: second }]);
    await cardOf(page, '新表.xlsx').getByRole('button').first().click();
    await page.getByRole('button', { name: /核对 1 行/ }).click();
    const row = page.getByRole('grid').locator('[data-status]').first();
    expect(await row.getAttribute('data-status')).toBe('changed');
    await row.locator('del', { hasText: '村口' }).waitFor();
    await row.locator('ins', { hasText: '县乡道' }).waitFor();
    expect(await row.locator('[data-field=road] del').count()).toBe(0);

    await page.getByRole('button', { name: '返回识别' }).click();
    await page.getByLabel('空白单元格清空已有内容').check();
    await page.getByRole('button', { name: /核对 1 行/ }).click();
    await page.locator('[data-status=cleared]').first().waitFor();
    await row.locator('[data-field=road] del', { hasText: '甲村路' }).waitFor();
  });
});

it('several files at once stand as cards, each on its own way', async () => {
  await openExchange(page);
  const header = ['卡点名称', '类型', '启用时间'];
  await dropFiles(page, [
    { name: '一.xlsx', bytes: workbookOf([header, ['甲村卡点', '村口', '2022-03-24']]) },
    { name: '说明.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n1 0 obj') },
    { name: '二.csv', bytes: new TextEncoder().encode(`${header.join()}\n乙村卡点,村口,3月24日`) },
  ]);
  await cardOf(page, '说明.pdf').getByText('未能读取').waitFor();
  await cardOf(page, '二.csv').getByText('外来表格').waitFor();
  await goOn();
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await page.getByRole('button', { name: /处理下一个文件/ }).click();
  await page.getByText('编码 UTF-8').waitFor();
  await goOn();
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await count('卡点', 2).waitFor();
});

it('a file known from before is said to be; an import of before a restart is undone', async () => {
  await openExchange(page);
  const bytes = new TextEncoder().encode('卡点名称,类型,启用时间\n甲村卡点,村口,2022-03-24');
  await chooseFiles(page, [{ name: '卡点.csv', bytes }]);
  await page.getByText('编码 UTF-8').waitFor();
  await goOn();
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await page.getByText('新增 1 行，修改 0 行').waitFor();
  const { port } = app;
  await app.close();

  app = await startApp({ profile, port });
  page = app.page;
  await unlock(page);
  await count('卡点', 1).waitFor();
  await openExchange(page);
  await chooseFiles(page, [{ name: '改了名.csv', bytes }]);
  await page.getByText(/这份文件已于 .* 导入“卡点”（新增 1，修改 0）/).waitFor();
  await page.getByRole('button', { name: '移除 改了名.csv' }).click();
  await page.getByRole('button', { name: '撤销 卡点.csv' }).click();
  await page.getByRole('button', { name: '确认撤销 卡点.csv' }).click();
  await page.getByText('已撤销，台账恢复到导入之前。').waitFor();
  await count('卡点', 0).waitFor();
  await page.getByRole('row', { name: /卡点\.csv.*已撤销/ }).waitFor();
});

it('a long check can be cancelled, and leaves the ledger as it was', async () => {
  await openExchange(page);
  const lines = Array.from({ length: 40_000 }, (_, i) => `第${i}号卡点,村口,2022-03-24,${i}`);
  const bytes = new TextEncoder().encode(`卡点名称,类型,启用时间,道路\n${lines.join('\n')}`);
  await chooseFiles(page, [{ name: '很多卡点.csv', bytes }]);
  await page.getByRole('button', { name: /核对 40000 行/ }).click();
  await page.getByText(/正在核对：/).waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: /核对 40000 行/ }).waitFor();
  await count('卡点', 0).waitFor();
});

it('keeps what was said of the columns under a name, for any workbook and after a restart', async () => {
  const cells = (name: string) =>
    workbookOf([
      ['岗亭', '类型', '启用时间'],
      [name, '村口', '2022-03-24'],
    ]);
  await openExchange(page);
  await chooseFiles(page, [{ name: '一.xlsx', bytes: cells('甲村卡点') }]);
  await page.getByRole('combobox', { name: '台账' }).selectOption({ label: '卡点' });
  await page.getByLabel('A 岗亭').selectOption({ label: '卡点名称 *' });
  await page.getByRole('button', { name: '存为方案…' }).click();
  await page.keyboard.type('交警队');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '删除方案' }).waitFor();
  await page.reload();
  await unlock(page);
  await openExchange(page);
  // Another layout, of which nobody has corrected anything yet.
  const other = [
    ['类型', '岗亭', '启用时间', '电话'],
    ['村口', '乙村卡点', '2022-03-25', ''],
  ];
  await chooseFiles(page, [{ name: '二.xlsx', bytes: workbookOf(other) }]);
  await page.getByRole('combobox', { name: '台账' }).selectOption({ label: '卡点' });
  await page.getByRole('combobox', { name: '对应方案' }).selectOption('交警队');
  await goOn();
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await count('卡点', 1).waitFor();
});

describe('a workbook of several tables', () => {
  const columns = ['卡点名称', '类型', '启用时间'];
  const townships = ['七贤镇', '云台山镇', '郇封镇'].map((name, index) => ({
    name,
    rows: [columns, [`${name}卡点`, index === 1 ? '海口' : '村口', '2022-03-24']],
  }));

  it('takes the sheets of all townships as one list, and names the sheet of what it rejects', async () => {
    await openExchange(page);
    await chooseFiles(page, [{ name: '各镇卡点.xlsx', bytes: workbookOfSheets(townships) }]);
    await page.getByLabel('同表头的其他 2 张表一并导入').waitFor();
    await goOn();
    expect((await checkedRows(page)).map(([status, row]) => [status, row])).toEqual([
      ['新增', '2'],
      ['拒收', '云台山镇!2'],
      ['新增', '郇封镇!2'],
    ]);
    await page.getByRole('button', { name: '写入 2 行' }).click();
    await count('卡点', 2).waitFor();
  });

  it('takes tables under one another one after the other, each into its ledger', async () => {
    const rows = [
      ['一、卡点'],
      columns,
      ['东口卡点', '村口', '2022-03-24'],
      [],
      ['二、企业'],
      ['企业名称', '企业类别', '联系人', '联系电话'],
      ['某纸业公司', '药品', '', ''],
    ];
    await openExchange(page);
    await chooseFiles(page, [{ name: '一张表.xlsx', bytes: workbookOf(rows) }]);
    await page
      .getByRole('combobox', { name: '工作表' })
      .locator('option')
      .nth(2)
      .waitFor({ state: 'attached' });
    expect(
      await page.getByRole('combobox', { name: '工作表' }).locator('option').allTextContents(),
    ).toEqual(['名单（6 行）', '名单!A1:C3 一、卡点（3 行）', '名单!A5:D7 二、企业（3 行）']);
    await goOn();
    await page.getByRole('button', { name: '写入 1 行' }).click();
    await page.getByRole('button', { name: '导入本文件的下一张表' }).click();
    await goOn();
    await page.getByRole('button', { name: '写入 1 行' }).click();
    await count('卡点', 1).waitFor();
    await count('企业名录', 1).waitFor();
    await page.getByRole('button', { name: '继续导入' }).waitFor();
  });
});
