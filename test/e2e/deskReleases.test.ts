import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await page.evaluate(() => (location.hash = '#/releases'));
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const line = (name: string) => page.locator(`[data-record-field="${name}"]`);
const stage = (name: string) => page.locator(`[role=option] [data-stage=${name}]`).waitFor();

it('takes an application by keys, and says what it lacks', async () => {
  await page.getByText('还没有闭环放行申请').waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByLabel('申请人').fill('王例山');
  await page.getByRole('dialog').getByLabel('事由').fill('返乡');
  await page.keyboard.press('Enter');
  await page.getByText('请填写接收社区或单位').waitFor();
  await page.getByRole('dialog').getByLabel('接收社区/单位').fill('样例社区');
  await page.keyboard.press('Enter');
  await stage('tests');
  await page.getByText('共 1 件').waitFor();
  await page.keyboard.press('F8');
  await page.getByText('最近一次核酸须为阴性').waitFor();
});

it('goes on step by step: test, agreement, approval, departure', async () => {
  await page.getByLabel('采样时间').fill('昨08:00');
  await page.getByRole('button', { name: '阴性', exact: true }).click();
  await stage('agreement');
  await page.keyboard.press('F8');
  await page.getByText('请填写社区接收人').waitFor();
  await line('receiver').fill('例某');
  await page.keyboard.press('Tab');
  await expect.poll(() => line('receiver').inputValue()).toBe('例*');
  await page.keyboard.press('F8');
  await stage('approval');
  await page.keyboard.press('F8');
  await stage('departure');
  await line('plate').fill('豫ha0001');
  await page.keyboard.press('F8'); // from the field itself: what stands in it counts
  await stage('arrival');
  await expect.poll(() => line('plate').inputValue()).toBe('豫HA0001');
  expect(await page.getByTestId('releases-late').count()).toBe(0);
});

it('says which arrival is overdue, until the community confirms it', async () => {
  await line('dueAt').fill('2022-03-27 08:00');
  await page.keyboard.press('Tab');
  await page.getByTestId('releases-late').getByText('逾期未到 1').waitFor();
  await page.getByText(/应于 03-27 08:00 到达/).waitFor();
  await page.keyboard.press('F8');
  await stage('arrived');
  await expect.poll(() => page.getByTestId('releases-late').count()).toBe(0);
});
