import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { RunningApp } from '../support/chromium';
import { openExchange, saved, workbookOf } from '../support/exchangePage';
import { cell, dismissRepairs, openLedger, startSample } from '../support/ledgerPage';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startSample();
  page = app.page;
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const sandbags = workbookOf([
  ['防汛沙袋登记表'],
  ['序号', '地点', '保管人姓名', '联系电话', '沙袋数', '登记日期', '状态', '就近卡点'],
  [1, '大沙河一号', '样例甲', '15400001234', 120, '2022-03-27', '齐备', '样例高速修武东站卡点'],
  [2, '大沙河二号', '样例乙', '15400001235', 80, '2022-03-27', '齐备', '样例高速修武南站卡点'],
  [3, '西环桥', '样例丙', '15400001236', 60, '2022-03-28', '不足', '没有的卡点'],
  [4, '东环桥', '样例丁', '15400001237', 60, '2022-03-28', '齐备'],
  [5, '南环桥', '样例戊', '15400001238', 40, '2022-03-28', '不足'],
  [6, '北环桥', '样例己', '15400001239', 40, '2022-03-28', '齐备'],
]);

const ownPage = () => page.getByRole('heading', { level: 1, name: '自建台账' });
const kindOf = (header: string) => page.getByRole('combobox', { name: `类型 ${header}` });

it('makes a ledger of a filled table, and imports its rows by the way of every ledger', async () => {
  await page.getByRole('link', { name: '自建台账' }).click();
  await ownPage().waitFor();
  await page.getByText('还没有自建台账。').waitFor();
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择工作簿' }).click();
  const chooser = await asked;
  await chooser.setFiles({ name: '沙袋.xlsx', mimeType: '', buffer: Buffer.from(sandbags) });
  await page.getByText('取自“沙袋.xlsx”，6 行数据').waitFor();
  // guessed from headers and values, and corrected by hand
  const guessed = await page
    .getByRole('combobox', { name: /^类型 / })
    .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  expect(guessed).toEqual([
    'integer',
    'text',
    'name',
    'phone',
    'integer',
    'date',
    'choice',
    'reference',
  ]);
  const meant = page.getByRole('combobox', { name: '所指台账 就近卡点' });
  expect(await meant.inputValue()).toBe('checkpoints');
  expect(await page.getByRole('checkbox', { name: '采用 序号' }).isChecked()).toBe(false);
  expect(await page.getByRole('checkbox', { name: '对应 地点' }).isChecked()).toBe(true);
  await kindOf('沙袋数').selectOption('quantity');
  await page.getByRole('textbox', { name: '单位 沙袋数' }).fill('袋');
  await page.getByRole('textbox', { name: '选项 状态' }).fill('齐备、不足、待补');
  // a name that is taken is refused, and nothing typed is lost
  await page.getByLabel('台账名称').fill('药店开放');
  await page.getByRole('button', { name: '建立并导入 6 行' }).click();
  await page.getByText('已有同名台账，请换一个名称').waitFor();
  expect(await kindOf('沙袋数').inputValue()).toBe('quantity');
  await page.getByLabel('台账名称').fill('防汛沙袋');
  await page.getByRole('button', { name: '建立并导入 6 行' }).click();

  await page.getByRole('button', { name: '核对 6 行' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: '写入 6 行' }).click();
  await page.getByText('新增 6 行，修改 0 行').waitFor();
  await openLedger(page, '防汛沙袋');
  expect(await (await cell(page, 0, '保管人姓名')).textContent()).toMatch(/^样\*+$/);
  await page.getByRole('gridcell', { name: '样例高速修武东站卡点' }).waitFor();
});

it('is there after a new start with its rows, and is searched like any other', async () => {
  await page.reload();
  await page.getByRole('navigation').waitFor({ timeout: 90_000 });
  await dismissRepairs(page);
  await openLedger(page, '防汛沙袋');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '全局搜索' });
  await box.waitFor();
  await page.keyboard.insertText('15400001236');
  await page.locator('[role=combobox][aria-busy=false]').waitFor();
  await page
    .locator('#found [role=group][aria-label="防汛沙袋"]')
    .getByRole('option', { name: '西环桥' })
    .waitFor();
  await page.keyboard.press('Escape');
});

it('gains a column as a new edition; the rows it has keep what they hold', async () => {
  await page.getByRole('link', { name: '自建台账' }).click();
  await page.getByRole('button', { name: '改栏目' }).click();
  expect(await kindOf('沙袋数').isDisabled()).toBe(true);
  await page.getByRole('button', { name: '加一栏' }).click();
  await page.getByRole('textbox', { name: '栏目名称' }).last().fill('运送车牌');
  await kindOf('运送车牌').selectOption('plate');
  await page.getByRole('button', { name: '加一栏' }).click();
  await page.getByRole('textbox', { name: '栏目名称' }).last().fill('装车人员');
  await kindOf('装车人员').selectOption('group');
  await page.getByRole('button', { name: '存为第 2 版' }).click();
  await page.getByText('“装车人员”的明细至少要有一项').waitFor();
  await page.getByLabel('明细第 1 项名称').fill('姓名');
  await page.getByLabel('明细第 1 项类型').selectOption('name');
  await page.getByRole('button', { name: '存为第 2 版' }).click();
  await page.getByText('第 2 版').waitFor();
  await page.getByText('9 栏').waitFor();
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByRole('grid', { name: '防汛沙袋' }).waitFor();
  await page.getByRole('columnheader', { name: /运送车牌/ }).waitFor();
  expect(await (await cell(page, 0, '地点')).textContent()).toMatch(/桥|大沙河/);
  // its template has the new columns, and the names that its records can refer to
  await openExchange(page);
  const template = await saved(page, () =>
    page.getByRole('button', { name: '空白模板 防汛沙袋', exact: true }).click(),
  );
  const book = read(readFileSync(await template.path()));
  const texts = book.SheetNames.flatMap((name) =>
    utils.sheet_to_json<readonly string[]>(book.Sheets[name] ?? {}, { header: 1 }).flat(),
  );
  for (const text of ['运送车牌', '装车人员', '沙袋数（袋）', '样例高速修武东站卡点'])
    expect(texts).toContain(text);
});

it('counts and adds up what was picked, and the figures open into its rows', async () => {
  await page.getByRole('link', { name: '自建台账' }).click();
  await page.getByRole('button', { name: '改栏目' }).click();
  await page.getByRole('button', { name: '加一个指标' }).click();
  await page.getByLabel('第 1 个指标的指标名称').fill('');
  await page.getByRole('button', { name: '存为第 3 版' }).click();
  await page.getByText('有一个指标没有名称').waitFor();
  await page.getByLabel('第 1 个指标的指标名称').fill('储备沙袋');
  await page.getByLabel('第 1 个指标的计算').selectOption({ label: '沙袋数合计' });
  await page.getByLabel('第 1 个指标的单位').fill('袋');
  expect(await page.getByLabel('储备沙袋按状态分项').isChecked()).toBe(true);
  await page.getByRole('button', { name: '存为第 3 版' }).click();
  await page.getByText('第 3 版').waitFor();
  await page.getByRole('link', { name: '报表' }).click();
  await page.getByLabel('截至').fill('2022-03-28 20:00');
  const figure = page.locator('[data-figure]', { hasText: '储备沙袋' }).locator('[data-value]');
  await expect.poll(() => figure.textContent()).toBe('400');
  await page.getByLabel('截至').fill('2022-03-27 20:00');
  await expect.poll(() => figure.textContent()).toBe('200');
  await figure.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: '齐备 200，打开记录' }).click();
  await page.getByText('2 条记录').waitFor();
});
