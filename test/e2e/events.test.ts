import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { sampleCounty } from '../../shared/sample/sampleCounty';
import { startApp, type RunningApp } from '../support/chromium';
import { dismissRepairs } from '../support/ledgerPage';
import { makeEvent, passphrase, unlock } from '../support/openEvent';

const outbreak = '2022年3月疫情防控';
const flood = '2022年7月防汛';
const floodPassphrase = 'another-horse-77';

let app: RunningApp;
let page: Page;
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

async function start(sample = false): Promise<void> {
  app = await startApp({ sample });
  page = app.page;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** What stands right beneath a box, in the order of the form; the box has to point to it. */
const messages = (within: Page | Locator = page) =>
  within.locator('input[aria-invalid=true]').evaluateAll((boxes) =>
    boxes.map((box) => {
      const id = (box.getAttribute('aria-describedby') ?? '').split(' ').at(-1) ?? '';
      return document.getElementById(id)?.textContent;
    }),
  );

async function lock(): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByLabel('口令或恢复码').waitFor();
}

/** From wherever a secret is asked for to the one of another event. */
async function chooseEvent(name: string): Promise<void> {
  await button('返回').click();
  await page.getByRole('list', { name: '选择事件' }).getByRole('button', { name }).click();
  await page.getByRole('heading', { name }).waitFor();
}

async function refused(secret: string): Promise<void> {
  await unlock(page, secret);
  await page.getByRole('heading', { name: '口令不对' }).waitFor();
  await button('重试').click();
  expect(await page.getByLabel('口令或恢复码').inputValue()).toBe(secret);
  expect(await page.getByLabel('操作人').inputValue()).toBe('测试员');
}

async function openSettings(): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: '设置' }).waitFor();
}

async function addCheckpoint(name: string): Promise<void> {
  await page.getByRole('link', { name: /^卡点 ?0$/ }).click();
  await button('新增').click();
  await page.locator('#field-name').fill(name);
  await page.locator('#field-kind').fill('村口');
  await page.locator('#field-openedOn').fill('2022-03-24');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: /^卡点 ?1$/ }).waitFor();
}

const databases = () =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort());

/** Names of all files of the second copies. */
const copies = () =>
  page.evaluate(async () => {
    const names: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of folder.values()) {
        names.push(entry.name);
        if (entry.kind === 'directory') await walk(entry);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return names;
  });

it('says beside each box of the first run what to do, and loses nothing typed', async () => {
  await start();
  await button('建立').click();
  const asked = ['事件名称', '本单位', '本机名称', '操作人', '口令'].map((one) => `请填写${one}`);
  expect(await messages()).toEqual([...asked, '请再输一次上面的口令']);
  const name = page.getByLabel('事件名称');
  await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true);

  await name.fill('疫'.repeat(61));
  await page.getByLabel('本单位').fill('修武县指挥部');
  await page.getByLabel('本机名称').fill('卡点3');
  await page.getByLabel('操作人').fill('张例春');
  await page.getByLabel('口令', { exact: true }).fill('短口令');
  await page.getByLabel('再输一次口令').fill('另一个');
  expect(await messages()).toEqual([
    '最多 60 个字，现有 61 个，请缩短',
    '至少 8 个字符，现有 3 个，请再加长',
    '与上面的口令不一致，请重新输入',
  ]);
  await page.getByLabel('口令', { exact: true }).fill('有空格的长口令 ');
  expect(await messages()).toContain('开头或结尾有空格，请删去');
  await page.keyboard.press('Enter');
  await button('English').click();
  await page.getByText('There is a space at the beginning or end: delete it').waitFor();
  await button('中文').click();
  expect(await page.getByLabel('本单位').inputValue()).toBe('修武县指挥部');

  await name.fill(outbreak);
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一次口令').fill(passphrase);
  expect(await messages()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('[data-recovery-code]').waitFor();
  await printRecoverySheet();
});

/** Printing is offered, and one page of A4 with everything on it comes out. */
async function printRecoverySheet(): Promise<void> {
  const code = (await page.locator('[data-recovery-code]').innerText()).trim();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await button('打印').click();
  await page.locator('body[data-printed=yes]').waitFor();

  const sheet = page.locator('[data-recovery-sheet]');
  expect(await sheet.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const today = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  const words = (await page.locator('body').innerText()).split(/\s+/);
  for (const part of [code, outbreak, '修武县指挥部', '卡点3', '张例春', today.format(Date.now())])
    expect(words).toContain(part);
  expect(words.join('')).toContain('忘记口令时，选定事件，在“口令或恢复码”一栏输入本码');
  expect(await button('打印').isVisible()).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  // 210 × 297 mm in points
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.emulateMedia({ media: 'screen' });
}

it('keeps events apart: each its own database, key, passphrase and recovery code', async () => {
  await start();
  const outbreakCode = await makeEvent(page, outbreak);
  await addCheckpoint('样例村卡点');
  await lock();

  await button('返回').click();
  await button('新建事件').click();
  await page.getByLabel('事件名称').fill(outbreak);
  await button('建立').click();
  expect(await messages()).toContain('本机已有同名事件，请换一个名称，如加上日期');
  await button('返回').click();
  await button('新建事件').click();
  expect(await page.getByLabel('事件名称').inputValue()).toBe(outbreak);
  const floodCode = await makeEvent(page, flood, floodPassphrase);
  expect(floodCode).not.toBe(outbreakCode);
  await page.getByRole('link', { name: /^卡点 ?0$/ }).waitFor();
  expect(await databases()).toHaveLength(2);

  await lock();
  await refused(passphrase);
  await refused(outbreakCode);
  await chooseEvent(outbreak);
  await refused(floodCode);
  await unlock(page, outbreakCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('link', { name: /^卡点 ?1$/ }).waitFor();

  await changePassphrase(outbreakCode);
  await page.reload();
  await page.getByRole('list', { name: '选择事件' }).getByRole('button', { name: flood }).click();
  await unlock(page, floodPassphrase);
  await page.getByRole('link', { name: /^卡点 ?0$/ }).waitFor();
});

/** The passphrase is forgotten: the code stands in for it. Ends with the event locked. */
async function changePassphrase(code: string): Promise<void> {
  const next = 'fresh-horse-2022';
  await openSettings();
  const form = page.getByRole('form', { name: '更改口令' });
  const change = form.getByRole('button', { name: '更改口令' });
  const box = (label: string) => form.getByLabel(label, { exact: true });
  await change.click();
  const asked = ['请填写现用口令或恢复码', '请填写新口令', '请再输一次上面的口令'];
  expect(await messages(form)).toEqual(asked);
  await box('现用口令或恢复码').fill('not-the-passphrase');
  await box('新口令').fill(next);
  await box('再输一次新口令').fill(`${next}?`);
  expect(await messages(form)).toEqual(['与上面的口令不一致，请重新输入']);
  await box('再输一次新口令').fill(next);
  await change.click();
  await form.getByText('现用口令或恢复码不对').waitFor();
  expect(await box('新口令').inputValue()).toBe(next);
  expect(await box('再输一次新口令').inputValue()).toBe(next);
  await box('现用口令或恢复码').fill(code);
  await change.click();
  await form.getByText('口令已更改').waitFor();
  expect(await box('新口令').inputValue()).toBe('');

  await lock();
  await refused(passphrase);
  await unlock(page, next);
  await page.getByRole('navigation').waitFor();
  await lock();
  await unlock(page, code);
  await page.getByRole('navigation').waitFor();
  await lock();
}

it('locks after the idle time that was set, and destroys an event for good', async () => {
  await start();
  await makeEvent(page, outbreak);
  await lock();
  await button('返回').click();
  await button('新建事件').click();
  await makeEvent(page, flood, floodPassphrase);
  const [first = '', second = ''] = await databases();
  await page.clock.install();
  await openSettings();
  await page.getByLabel('空闲后自动锁定').selectOption({ label: '2 分钟' });

  await page.clock.fastForward('01:50');
  await page.mouse.move(400, 400); // somebody is there
  await page.clock.fastForward('01:50');
  expect(await page.getByRole('heading', { name: '设置' }).isVisible()).toBe(true);
  await page.clock.fastForward('00:20');
  await page.getByRole('heading', { name: flood }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await unlock(page, floodPassphrase);
  await page.getByRole('navigation').waitFor();

  await destroyOpenEvent(flood, floodPassphrase);
  await page.getByText(`事件“${flood}”已销毁`).waitFor();
  const events = page.getByRole('list', { name: '选择事件' }).getByRole('button');
  expect(await events.allInnerTexts()).toEqual([expect.stringContaining(outbreak)]);
  const left = await databases();
  expect(left).toHaveLength(1);
  const gone = [first, second].find((one) => !left.includes(one)) ?? '';
  const id = gone.split('-').slice(1).join('-');
  expect(id).not.toBe('');
  expect((await copies()).filter((name) => name.includes(id))).toEqual([]);

  await page.reload();
  await page.getByRole('heading', { name: outbreak }).waitFor();
  await unlock(page);
  await page.getByRole('navigation').waitFor();
});

async function destroyOpenEvent(name: string, secret: string): Promise<void> {
  await openSettings();
  await button('销毁事件…').click();
  const dialog = page.getByRole('dialog', { name: `销毁事件“${name}”` });
  await dialog.getByText('不能撤销').waitFor();
  await dialog.getByText('全部台账的 0 条记录及其修改历史').waitFor();
  const confirm = dialog.getByRole('button', { name: '销毁事件' });
  await confirm.click();
  const wrongName = `与事件名称不一致，请照样输入：${name}`;
  expect(await messages(dialog)).toEqual([wrongName, '请填写口令或恢复码']);
  await dialog.getByLabel('输入事件名称确认').fill('2022年7月');
  await dialog.getByLabel('口令或恢复码').fill('not-the-passphrase');
  await confirm.click();
  expect(await messages(dialog)).toEqual([wrongName]);
  await dialog.getByLabel('输入事件名称确认').fill(name);
  await confirm.click();
  await dialog.getByText('事件没有销毁').waitFor();
  // and it is as open as it was
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^卡点 ?0$/ }).click();
  await page.getByText('新增').first().waitFor();
  await openSettings();
  await button('销毁事件…').click();
  await dialog.getByLabel('输入事件名称确认').fill(name);
  await dialog.getByLabel('口令或恢复码').fill(secret);
  await confirm.click();
}

it('loads the sample county with a bar, can be stopped, and goes on after a load cut off', async () => {
  await start(true);
  const bar = page.getByRole('progressbar', { name: '载入演示县' });
  await bar.waitFor();
  await button('取消').click();
  await page.getByText('已取消载入演示县').waitFor();
  expect(await databases()).toEqual([]);

  // the laptop is switched off in the middle of it
  await page.evaluate(() => {
    const isUnderWay = () => (document.querySelector('progress')?.position ?? -1) > 0.1;
    new MutationObserver((_, watching) => {
      if (!isUnderWay()) return;
      watching.disconnect();
      window.location.reload();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const again = page.waitForEvent('load');
  await button('载入演示县').click();
  await again;
  await page.getByRole('navigation').waitFor({ timeout: 60_000 });
  await dismissRepairs(page);
  await openSettings();
  const rows = [...sampleCounty()].reduce((sum, batch) => sum + batch.rows.length, 0);
  await page.getByText(`共 ${rows.toLocaleString('en')} 条`).waitFor();
});

it('turns amber before the disk is full', async () => {
  await start();
  const debug = await app.context.newCDPSession(page);
  const origin = new URL(app.address).origin;
  await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400 << 20 });
  await makeEvent(page);
  const line = page.locator('footer[data-safe]');
  await line.getByRole('alert').getByText('磁盘仅余 256 MB，请尽快清理').waitFor();
  expect(await line.getAttribute('data-safe')).toBe('false');
});
