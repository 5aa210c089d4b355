import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startApp, type RunningApp } from '../support/chromium';
import { openExchange, saved, workbookOf, type NamedFile } from '../support/exchangePage';
import { cell, openLedger } from '../support/ledgerPage';
import { makeEvent, passphrase } from '../support/openEvent';
import { readFileSync } from 'node:fs';

let township: RunningApp;
let county: RunningApp;

beforeAll(async () => {
  [township, county] = await Promise.all([startApp(), startApp()]);
  await makeEvent(township.page, '防汛', passphrase, '七贤镇');
  await makeEvent(county.page, '防汛', passphrase, '指挥部电脑');
});
afterAll(async () => {
  for (const app of [township, county]) {
    expect(app.strayRequests).toEqual([]);
    expect(app.pageErrors).toEqual([]);
    await app.close();
  }
});

async function choose(page: Page, { name, bytes }: NamedFile): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /选择(文件|工作簿)|添加文件/ })
    .first()
    .click();
  await (await asked).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

it('is known with its rows where one workbook brings both', { timeout: 120_000 }, async () => {
  const { page } = township;
  await page.getByRole('link', { name: '自建台账' }).click();
  const bytes = workbookOf([
    ['地点', '沙袋数'],
    ['大沙河一号', 120],
    ['西环桥', 60],
    ['东环桥', 40],
  ]);
  await choose(page, { name: '沙袋.xlsx', bytes });
  await page.getByRole('button', { name: '加一个指标' }).click();
  await page.getByLabel('第 1 个指标的指标名称').fill('储备沙袋');
  await page.getByLabel('第 1 个指标的计算').selectOption({ label: '沙袋数合计' });
  await page.getByRole('button', { name: '建立并导入 3 行' }).click();
  await page.getByRole('button', { name: '核对 3 行' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: '写入 3 行' }).click();
  await page.getByRole('button', { name: '继续导入' }).click();
  await page.getByRole('button', { name: '发送给…' }).click();
  await page.getByRole('radio', { name: /^全部 / }).check();
  await page.getByLabel('不设口令').check();
  const sent = await saved(page, () => page.getByRole('button', { name: '生成并保存' }).click());

  const office = county.page;
  await openExchange(office);
  await choose(office, {
    name: sent.suggestedFilename(),
    bytes: readFileSync(await sent.path()),
  });
  await office.getByRole('button', { name: '核对无误，登记此电脑' }).click({ timeout: 60_000 });
  await office.getByRole('button', { name: '写入', exact: true }).click({ timeout: 60_000 });
  await office
    .getByRole('navigation')
    .getByRole('link', { name: /^沙袋 ?3$/ })
    .waitFor();
  await openLedger(office, '沙袋');
  const places = await Promise.all(
    [0, 1, 2].map(async (index) => (await cell(office, index, '地点')).textContent()),
  );
  expect(places.toSorted()).toEqual(['东环桥', '大沙河一号', '西环桥']);
  await office.getByRole('link', { name: '报表' }).click();
  // no column tells a time: what was recorded by then
  await office.getByLabel('截至').fill('2099-12-31 20:00');
  const figure = office.locator('[data-figure]', { hasText: '储备沙袋' }).locator('[data-value]');
  await expect.poll(() => figure.textContent()).toBe('220');
});

it('keeps the columns that two offices add to it meanwhile', { timeout: 120_000 }, async () => {
  const widen = async (page: Page, header: string) => {
    await page.getByRole('link', { name: '自建台账' }).click();
    await page.getByRole('button', { name: '改栏目' }).click();
    await page.getByRole('button', { name: '加一栏' }).click();
    await page.getByRole('textbox', { name: '栏目名称' }).last().fill(header);
    await page.getByRole('button', { name: '存为第 2 版' }).click();
    await page.getByText('第 2 版').waitFor();
  };
  const office = county.page;
  const { page } = township;
  await Promise.all([widen(office, '电话'), widen(page, '车牌')]);
  await openExchange(page);
  await page.getByRole('button', { name: '发送给…' }).click();
  await page.getByRole('radio', { name: /^全部 / }).check();
  await page.getByLabel('不设口令').check();
  const sent = await saved(page, () => page.getByRole('button', { name: '生成并保存' }).click());

  await office.getByRole('link', { name: '数据交换' }).click();
  await choose(office, { name: '第二次.xlsx', bytes: readFileSync(await sent.path()) });
  await office.getByText('第二次.xlsx').click();
  // a person compares columns, not their notation
  const conflict = office.getByRole('row', { name: /冲突/ });
  await conflict.getByText('地点、沙袋数、车牌；储备沙袋').waitFor();
  await conflict.getByText('地点、沙袋数、电话；储备沙袋').waitFor();
  await conflict.getByRole('radio', { name: '对方' }).check();
  await office.getByRole('button', { name: '写入', exact: true }).click();
  await office.getByText(/^已写入：/).waitFor();

  await office.getByRole('link', { name: '自建台账' }).click();
  await office.getByText('“指挥部电脑”另加的 1 栏本版没有').waitFor();
  await office.getByRole('button', { name: '改栏目' }).click();
  await office.getByRole('checkbox', { name: '采用 电话' }).check();
  await office.getByRole('button', { name: '存为第 3 版' }).click();
  await office.getByText('4 栏').waitFor();
  expect(await office.getByText('另加的 1 栏').count()).toBe(0);
});
