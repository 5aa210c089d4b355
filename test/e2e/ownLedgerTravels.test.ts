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
    .getByRole('button', { name: /选择(文件|工作簿)/ })
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
