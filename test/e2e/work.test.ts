import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessProblems } from '../support/accessProblems';
import type { RunningApp } from '../support/chromium';
import { openLedger, startSample } from '../support/ledgerPage';

let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await startSample({ startedAt: '2022-03-27T20:30:00+08:00' });
  page = app.page;
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const openJob = (name: string) => page.getByRole('link', { name, exact: true }).click();
const tab = (name: string) => page.getByRole('link', { name, exact: true }).click();
const count = (words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor();
const mark = (id: string) => page.locator(`[data-mark="${id}"]`);

it('draws the chains of transmission as a tree for the keyboard, with the contacts of each case', async () => {
  await openJob('流调处置');
  await count('41 例，3 条链');
  const tree = page.getByRole('tree', { name: '传播链' });
  const items = tree.getByRole('treeitem');
  await tree.focus();
  const current = () => tree.locator('[aria-selected=true]').getAttribute('id');
  const first = await current();
  const unfolded = await items.count();
  await page.keyboard.press('ArrowLeft');
  await tree.locator('[aria-selected=true][aria-expanded=false]').waitFor();
  expect(await items.count()).toBeLessThan(unfolded);
  await page.keyboard.press('ArrowRight');
  await tree.locator('[aria-selected=true][aria-expanded=true]').waitFor();
  await page.keyboard.press('ArrowRight');
  await tree.locator('[aria-level="2"][aria-selected=true]').waitFor();
  await page.getByRole('region', { name: '所选病例' }).getByText('第 2 代').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await tree.locator('[aria-level="1"][aria-selected=true]').waitFor();
  expect(await current()).toBe(first);
  await page.getByRole('heading', { name: /^密接次密接 \d+ 人$/ }).waitFor();
  expect(await accessProblems(page)).toEqual([]);
});

it('turns an asymptomatic case into a confirmed one at the moment that is stated', async () => {
  await mark('asymptomatic').click();
  const tree = page.getByRole('tree', { name: '传播链' });
  await tree.focus();
  await page.keyboard.press('End');
  await tree
    .getByRole('treeitem', { selected: true })
    .getByText('无症状', { exact: true })
    .waitFor();
  await page.keyboard.press('F6');
  const dialog = page.getByRole('dialog', { name: '登记转确诊' });
  await dialog.getByLabel('临床分型').selectOption('轻型');
  await dialog.getByRole('button', { name: '保存' }).click();
  await count('登记转确诊：已保存 1 条');
  await mark('converted').getByText('3', { exact: true }).waitFor();
  // an hour before it the person was what it had been
  await page.getByRole('button', { name: '20时' }).click();
  await mark('converted').getByText('2', { exact: true }).waitFor();
  await mark('asymptomatic').click();
});

it('shows everybody in isolation at the moment asked for, as published for noon', async () => {
  await openJob('隔离管理');
  await count('3,582 条');
  const moment = page.getByLabel('截至');
  await moment.fill('2022-03-27 12:00');
  await count('3,558 条');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '此刻' }).click();
  await count('3,582 条');
});

it('releases those whose days are over, and asks for the community that takes over', async () => {
  await mark('dueToday').click();
  const due = Number(await mark('dueToday').locator('b').textContent());
  const grid = page.getByRole('grid', { name: '隔离时钟' });
  await grid.focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await count('已勾选 2 条');
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog', { name: '登记解除' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
  await dialog.getByLabel('交接社区').fill('样例社区');
  await dialog.getByRole('button', { name: '保存' }).click();
  await count('登记解除：已保存 2 条');
  await mark('dueToday')
    .getByText(String(due - 2), { exact: true })
    .waitFor();
});

it('prints release papers in full, and keeps on record that they were looked at', async () => {
  const grid = page.getByRole('grid', { name: '隔离时钟' });
  await grid.focus();
  await page.keyboard.press('F10');
  const dialog = page.getByRole('dialog', { name: '解除隔离通知书，1 份' });
  await dialog.getByText(/证件号码：\d{17}[\dX]/).waitFor();
  await dialog.getByRole('button', { name: '打印解除通知书' }).click();
  await count(/^已打印：解除集中隔离医学观察通知书-2022-03-27-1/);
});

it('fills the daily report of a site that has not sent one from its rows', async () => {
  await tab('每日一报');
  await mark('notReported').getByText('2', { exact: true }).waitFor();
  await page.getByRole('grid', { name: '每日一报' }).focus();
  await page.keyboard.press('F6');
  await page
    .getByRole('dialog', { name: '按明细生成日报' })
    .getByRole('button', { name: '保存' })
    .click();
  await count('按明细生成日报：已保存 1 条');
  await mark('notReported').getByText('1', { exact: true }).waitFor();
});

it('takes in the maker’s csv of door sensors once, and says what it left out', async () => {
  await openJob('三区与门磁');
  await tab('门磁开门');
  await mark('stillOpen').getByText('0', { exact: true }).waitFor();
  const lines = ['2022-03-27 19:00,开', '昨天,关'].map((line) => `MC00001,${line}`);
  const text = ['设备编号,时间,状态', ...lines, 'X9,2022-03-27 19:00,开'].join('\n');
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog', { name: '导入门磁记录' });
  const asked = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '选择文件' }).click();
  await (
    await asked
  ).setFiles([{ name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }]);
  await dialog.getByText('events.csv：新增 1 条开关记录').waitFor();
  await dialog.getByText('第 3 行的时间读不出').waitFor();
  await dialog.getByText('1 台设备不在台账中，未写入：X9').waitFor();
  await dialog.getByRole('button', { name: '写入 1 条' }).click();
  await count('已写入 1 条开关记录');
  await mark('stillOpen').getByText('1', { exact: true }).waitFor();
});

it('comes from a ledger, finds by words, sorts, and opens the record', async () => {
  await openLedger(page, '企业名录');
  await page.getByRole('link', { name: '职工档案 ›' }).click();
  const grid = page.getByRole('grid', { name: '职工档案' });
  await grid.waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('无此企业');
  await page.getByText('没有符合条件的记录').waitFor();
  await page.keyboard.press('Escape');
  await grid.getByRole('columnheader', { name: '职工人数' }).click();
  await grid.locator('[aria-sort=ascending]').waitFor();
  await grid.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '企业名录' }).waitFor();
  expect(page.url()).toMatch(/#\/ledger\/enterprises\/.+/);
});
