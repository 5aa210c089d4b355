import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { makeEvent, passphrase, unlock } from '../support/openEvent';

let app: RunningApp;
let page: Page;
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

async function start(): Promise<void> {
  app = await startApp();
  page = app.page;
}
const openSettings = () => page.getByRole('link', { name: '设置' }).click();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const refused = () => page.getByRole('heading', { name: '口令不对' });

it('says below each field what is wrong with it, and loses nothing typed', async () => {
  await start();
  await page.getByLabel('本单位').fill('修武县指挥部');
  await page.getByLabel('口令', { exact: true }).fill('short');
  await page.getByLabel('再输一次口令').fill('other');
  await button('建立').click();
  expect(await page.getByRole('alert').allTextContents()).toEqual([
    '请填写事件名称',
    '请填写本机名称',
    '请填写操作人',
    '口令至少8个字符',
  ]);
  expect(await page.getByLabel('事件名称').evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  await page.getByLabel('事件名称').fill('防汛');
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  expect(await page.getByRole('alert').allTextContents()).toEqual([
    '请填写本机名称',
    '请填写操作人',
    '两次输入的口令不一致',
  ]);
  expect(await page.getByLabel('本单位').inputValue()).toBe('修武县指挥部');
});

it('prints the recovery code as a sheet for the safe', async () => {
  await start();
  await page.getByLabel('事件名称').fill('防汛');
  await page.getByLabel('本单位').fill('修武县指挥部');
  await page.getByLabel('本机名称').fill('卡点3');
  await page.getByLabel('操作人').fill('测试员');
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一次口令').fill(passphrase);
  await button('建立').click();
  const code = await page.locator('[data-recovery-code]').textContent({ timeout: 30_000 });
  const sheet = page.locator('[data-recovery-sheet]');
  expect(await sheet.isVisible()).toBe(false);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await button('打印').click();
  await page.locator('[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await sheet.isVisible()).toBe(true);
  for (const text of ['恢复码保管单', '防汛', '修武县指挥部', '卡点3', code ?? '', '保管人：'])
    await sheet.getByText(text, { exact: true }).waitFor();
  // Nothing of the page itself is on the paper.
  expect(await button('进入').isVisible()).toBe(false);
});

it('keeps events side by side, each under its own passphrase', async () => {
  await start();
  await makeEvent(page, '疫情防控');
  await page.getByRole('link', { name: /^卡点\s*0?$/ }).waitFor();
  await page.getByLabel('卡点名称').fill('云台大道卡点');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^卡点\s*1$/ }).waitFor();
  await page.keyboard.press('Control+l');
  await button('返回').click();
  await button('新建事件').click();
  await makeEvent(page, '防汛', 'another-secret-7');
  await page.getByRole('link', { name: /^卡点\s*0?$/ }).waitFor();

  await page.reload();
  await page.getByRole('heading', { name: '选择事件' }).waitFor();
  expect(await page.locator('li strong').allTextContents()).toEqual(['防汛', '疫情防控']);
  await page.getByRole('button', { name: /疫情防控/ }).click();
  await unlock(page, 'another-secret-7');
  await refused().waitFor();
  await button('重试').click();
  await unlock(page);
  await page.getByRole('link', { name: /^卡点\s*1$/ }).waitFor();
});

it('opens with the new passphrase or the recovery code once the passphrase was changed', async () => {
  await start();
  const code = await makeEvent(page);
  await openSettings();
  const change = async (current: string, next: string, again: string) => {
    await page.getByLabel('现用口令').fill(current);
    await page.getByLabel('新口令', { exact: true }).fill(next);
    await page.getByLabel('再输一次新口令').fill(again);
    await button('更改').click();
  };
  await change(passphrase, 'short', 'short');
  await page.getByText('口令至少8个字符').waitFor();
  await change('not-the-passphrase', 'second-secret-7', 'second-secret-7');
  await page.getByRole('status').getByText('口令不对').waitFor();
  expect(await page.getByLabel('新口令', { exact: true }).inputValue()).toBe('second-secret-7');
  await change(passphrase, 'second-secret-7', 'second-secret-7');
  await page.getByText('口令已更改，恢复码不变').waitFor();

  await page.reload();
  await unlock(page, passphrase);
  await refused().waitFor();
  await button('重试').click();
  await unlock(page, 'second-secret-7');
  await page.getByRole('navigation').waitFor();
  await page.reload();
  // Letters in any case, without dashes: as it is read from paper.
  await unlock(page, code.replaceAll('-', '').toLowerCase());
  await page.getByRole('navigation').waitFor();
});

it('locks when nobody has touched it for so long as is set, and only then', async () => {
  await start();
  await makeEvent(page);
  await openSettings();
  await page.clock.install();
  await page.getByLabel('空闲后自动锁定').selectOption({ label: '2 分钟' });
  await page.clock.runFor(90_000);
  await page.keyboard.press('Shift'); // someone is there
  await page.clock.runFor(90_000);
  expect(await page.getByRole('navigation').isVisible()).toBe(true);
  await page.clock.runFor(40_000);
  await page.getByLabel('口令或恢复码').waitFor();
  expect(await page.getByLabel('操作人').inputValue()).toBe('测试员');
  await unlock(page);
  await page.getByLabel('空闲后自动锁定').waitFor();
});

it('destroys an event only when its name and passphrase were typed', async () => {
  await start();
  await makeEvent(page, '疫情防控');
  await openSettings();
  await button('销毁…').click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('请输入事件名称“疫情防控”确认');
  await name.fill('别的事件');
  await dialog.getByText('与事件名称不符').waitFor();
  expect(await dialog.getByRole('button', { name: '销毁' }).isDisabled()).toBe(true);
  await name.fill('疫情防控');
  await dialog.getByLabel('口令或恢复码').fill('wrong-passphrase');
  await page.keyboard.press('Enter');
  await dialog.getByText('口令不对').waitFor();
  // Nothing was closed by the slip.
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('link', { name: '卡点值守' }).click();
  await page.getByLabel('卡点名称').waitFor();

  await openSettings();
  await button('销毁…').click();
  await name.fill('疫情防控');
  await dialog.getByLabel('口令或恢复码').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '新建事件' }).waitFor();
  const left = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const entry of root.keys()) names.push(entry);
    return { names, databases: (await indexedDB.databases()).map(({ name: one }) => one) };
  });
  expect(left.names.filter((one) => /[0-9A-Z]{20}/.test(one))).toEqual([]);
  expect(left.databases.filter((one) => /[0-9A-Z]{20}/.test(one ?? ''))).toEqual([]);
});

it('can be told to stop loading the sample county, and leaves nothing of it', async () => {
  app = await startApp({ sample: true });
  page = app.page;
  await page.getByRole('progressbar').waitFor();
  await button('取消').click();
  await page.getByRole('heading', { name: '新建事件' }).waitFor({ timeout: 60_000 });
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});
