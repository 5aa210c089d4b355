import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningApp } from '../support/chromium';
import { saved } from '../support/exchangePage';
import { startSample } from '../support/ledgerPage';

let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await startSample({ startedAt: '2022-03-27T20:30:00+08:00' });
  page = app.page;
  await page.getByRole('link', { name: '指挥一览' }).click();
  await page.locator('[data-drawn=true]').waitFor();
  await page.locator('[data-figure="cases.confirmed"]').waitFor();
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const records = () => page.getByRole('region', { name: /的记录$/ });

it('shows what a leader asks for first, as FACTS has it, each opening its records', async () => {
  const card = page.locator('[data-figure="cases.confirmed"]');
  expect(await card.locator('strong').textContent()).toBe('13');
  await card.focus();
  await page.keyboard.press('Enter');
  await records().getByText('13 条记录').waitFor();
  await records().getByRole('button', { name: /关闭/ }).focus();
  await page.keyboard.press('Escape');
  await records().waitFor({ state: 'detached' });
});

it('opens the cases of a day, from below the curve and from a bar', async () => {
  const day = page.getByRole('button', { name: /^2022-03-17 确诊 5 例/ });
  await day.click();
  await records().getByText('5 条记录').waitFor();
  await records().getByRole('button', { name: /关闭/ }).click();
  const curve = await page.locator('[data-drawn=true]').boundingBox();
  const label = await day.boundingBox();
  if (!curve || !label) throw new Error('Nothing is drawn');
  await page.mouse.click(label.x + label.width / 2, curve.y + curve.height - 12);
  await records().getByText('5 条记录').waitFor();
  await records().getByRole('button', { name: /关闭/ }).click();
});

it('says what each unit has to do, and that no workbook is missing where none is expected', async () => {
  await page.getByText('已登记的电脑都按时报送。').waitFor({ timeout: 60_000 });
  const units = page
    .getByRole('region', { name: '待办（按单位）' })
    .getByRole('listitem')
    .getByRole('button');
  const number = (await units.first().textContent())?.match(/[\d,]+$/)?.[0] ?? 'none';
  await units.first().click();
  await records().getByText(`${number} 条记录`).waitFor();
  const first = records().getByRole('listitem').getByRole('link').first();
  expect(await first.getAttribute('href')).toMatch(/^#\/ledger\//);
  await records().getByRole('button', { name: /关闭/ }).click();
});

it.each(['感染者', '卡点与三区示意', '待办（按单位）', '集中隔离点'])(
  'keeps the panel %s as a picture, with more on it than its ground',
  async (panel) => {
    const button = page.getByRole('button', { name: new RegExp(`^把“${panel}.*存为图片$`) });
    const file = await saved(page, () => button.click());
    expect(file.suggestedFilename()).toMatch(/^\S.*2022-03-27\.png$/);
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(400); // pixels across
    const colours = await page.evaluate(async (base64) => {
      const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([raw]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const brush = canvas.getContext('2d');
      brush?.drawImage(image, 0, 0);
      const { data } = brush?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      return new Set(new Uint32Array(new Uint8ClampedArray(data).buffer)).size;
    }, bytes.toString('base64'));
    expect(colours).toBeGreaterThan(20);
  },
);

it('has every checkpoint on the board and in the table, and opens what it logged', async () => {
  const posts = page.getByRole('group', { name: '卡点与三区示意' }).getByRole('button');
  expect(await posts.count()).toBe(30);
  await page.getByRole('textbox', { name: '卡点名称' }).fill('修武东站');
  await page.getByText('显示 1').waitFor();
  const passages = await page.locator('tbody td').first().textContent();
  await page.getByRole('button', { name: '样例高速修武东站卡点', exact: true }).click();
  await records().getByText(`${passages} 条记录`).waitFor();
  await records().getByRole('button', { name: /关闭/ }).click();
});

it('fills the wall without the navigation, and comes back', async () => {
  const navigation = page.getByRole('navigation');
  await page.keyboard.press('Control+Shift+P');
  await navigation.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Shift+P');
  await navigation.waitFor();
});
