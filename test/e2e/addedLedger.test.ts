import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PluginOption } from 'vite';
import { read, utils } from 'xlsx';
import { appPage, buildPage } from '../support/buildPage';
import { startApp, type RunningApp } from '../support/chromium';
import { chooseFiles, openExchange, saved, workbookOf } from '../support/exchangePage';
import { row } from '../support/ledgerPage';
import { makeEvent } from '../support/openEvent';
import { box, isInBox, panel } from '../support/recordPanel';

// A ledger that nobody has heard of is added as a developer would add it: one file, and the registry.
const folder = fileURLToPath(new URL('../../shared/ledgers', import.meta.url));
const registry = join(folder, 'registry.ts');
const added = join(folder, 'sandbags.ts');
const definition = `
import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
export const sandbags = defineLedger({
  id: 'sandbags',
  title: { zh: '防汛沙袋', en: 'Sandbags' },
  area: 'supplies',
  version: 1,
  matchOn: [['place', 'countedOn']],
  nameField: 'place',
  fields: {
    place: field.text('堆放地点', 'Place', { required: true }),
    countedOn: field.date('盘点日期', 'Counted on', { required: true }),
    bags: field.quantity('沙袋数量', 'Bags', { unit: '万袋', min: 0, totalled: true }),
    keeperPhone: field.phone('保管人电话', 'Keeper phone', { sensitive: true }),
  },
});
`;
const inRegistry = (code: string) =>
  code
    .replace(/^/, "import { sandbags } from './sandbags';\n")
    .replace('export const ledgers: readonly LedgerDefinition[] = [', '$&\n  sandbags,');

/** Files that had to be touched. */
const touched = new Set<string>();

function addSandbags(): PluginOption {
  const touch = (file: string, text: string) => {
    touched.add(file.slice(folder.length + 1));
    return text;
  };
  return {
    name: 'add-sandbags',
    enforce: 'pre',
    resolveId: (source) => (source === './sandbags' ? added : undefined),
    load: (id) => {
      if (id === added) return touch(added, definition);
      return id === registry ? touch(id, inRegistry(readFileSync(registry, 'utf8'))) : undefined;
    },
  };
}

let app: RunningApp;
let page: Page;
beforeAll(async () => {
  const pages = await buildPage(appPage, () => [addSandbags(), react()]);
  app = await startApp({ pages });
  page = app.page;
  await makeEvent(page);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

it('takes one file and the registry', () => {
  expect([...touched].sort()).toEqual(['registry.ts', 'sandbags.ts']);
});

it('has a place in the navigation, a form and a grid, masked and totalled', async () => {
  await page.evaluate(() => (location.hash = '#/ledger/sandbags'));
  await page.getByRole('heading', { name: '防汛沙袋' }).waitFor();
  await page.keyboard.press('Control+n');
  const typed = [
    ['place', '大沙河'],
    ['countedOn', '2022年3月27日'],
    ['bags', '5000袋'],
    ['keeperPhone', '154 0000 1234'],
  ] as const;
  for (const [name, text] of typed) {
    await isInBox(page, name);
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+Enter');
  await panel(page).getByRole('tab', { name: /历史/ }).waitFor();
  expect(await row(page, 0).textContent()).toMatch(/大沙河2022-03-270\.5.*154\*{4}1234/);
  await page.getByText(/合计.*沙袋数量 0\.5/).waitFor();
  expect(await box(page, 'place').inputValue()).toBe('大沙河');
});

it('gives a template, and comes from any workbook', async () => {
  await openExchange(page);
  const template = await saved(page, () =>
    page.getByRole('button', { name: '空白模板 防汛沙袋', exact: true }).click(),
  );
  const book = read(readFileSync(await template.path()));
  const first = book.Sheets[book.SheetNames[0] ?? ''];
  const rows = utils.sheet_to_json<readonly string[]>(first ?? {}, { header: 1 });
  const headers = rows.find((cells) => cells.some((text) => text.includes('堆放地点')));
  expect(headers?.map((text) => text.replace('*', ''))).toEqual([
    '堆放地点',
    '盘点日期',
    '沙袋数量（万袋）',
    '保管人电话',
    ...['所属单位', '登记人', '登记时间', '备注'], // what every ledger has
    '记录编号',
  ]);

  const sheet = workbookOf([
    ['全县防汛沙袋盘点表'],
    ['序号', '堆放地点', '盘点日期', '沙袋数量（袋）', '保管人电话'],
    [1, '大沙河', '2022年3月27日', 8000, '15400001234'],
    [2, '山门河', '2022.3.27', 12000, '15400005678'],
  ]);
  await chooseFiles(page, [{ name: '沙袋.xlsx', bytes: sheet }]);
  await page.getByRole('button', { name: /核对 2 行/ }).click();
  await page.getByRole('button', { name: '写入 2 行' }).click();
  await page.getByText('新增 1 行，修改 1 行').waitFor();
  await page.evaluate(() => (location.hash = '#/ledger/sandbags'));
  await page.getByText(/合计.*沙袋数量 2/).waitFor();
});
