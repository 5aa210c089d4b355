import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { chooseFiles, openExchange, workbookOf } from '../support/exchangePage';
import { makeEvent, unlock } from '../support/openEvent';
import {
  blobFiles,
  copyProfile,
  databaseFolder,
  flipByte,
  privateFiles,
} from '../support/profileFiles';
import { newProfile } from '../support/storeChromium';
import { removeFolder } from '../support/removeFolder';

const rows = 4_000;
const whole = newProfile();
let port: number;
let app: RunningApp | undefined;
let profile = '';

/** An event with one large import and a few records more, closed as a person closes it. */
beforeAll(async () => {
  const first = await startApp({ profile: whole });
  port = first.port;
  await makeEvent(first.page, '疫情防控');
  // Texts that do not pack well: a page above 64 KB lies in a file of its own.
  const road = (n: number) => createHash('sha512').update(String(n)).digest('hex');
  const list = Array.from({ length: rows }, (_, n) => [
    `${n} 号卡点`,
    '村口',
    '2022-03-24',
    road(n),
  ]);
  await openExchange(first.page);
  const bytes = workbookOf([['卡点名称', '类型', '启用时间', '所在道路'], ...list]);
  await chooseFiles(first.page, [{ name: '卡点.xlsx', bytes }]);
  await first.page.getByText('已对应 4 列').waitFor();
  await first.page.keyboard.press('Control+Enter');
  await first.page.getByRole('button', { name: '写入 4,000 行' }).click();
  await first.page.getByText('新增 4,000 行，修改 0 行').waitFor();
  await first.page.keyboard.press('Control+l');
  await first.page.getByLabel('口令或恢复码').waitFor();
  // the worker lets go of the event when both copies are settled, a moment after the page has
  await first.page.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
  await first.close();
});
afterAll(() => removeFolder(whole));
afterEach(async () => {
  await app?.close();
  expect(app?.strayRequests ?? []).toEqual([]);
  expect(app?.pageErrors ?? []).toEqual([]);
  app = undefined;
  await removeFolder(profile);
});

/** The app on a copy of that profile to which something was done while it was closed. */
async function startOn(damage: (profile: string) => void = () => undefined): Promise<Page> {
  profile = copyProfile(whole);
  damage(profile);
  app = await startApp({ profile, port });
  return app.page;
}
async function again(damage: (profile: string) => void = () => undefined): Promise<Page> {
  await app?.close();
  damage(profile);
  app = await startApp({ profile, port });
  return app.page;
}
const problem = (page: Page, tag: string) => page.locator(`[data-problem="${tag}"]`);
const opened = (page: Page, count: string) =>
  page.getByRole('link', { name: new RegExp(`^卡点\\s*${count}$`) }).waitFor();

it('wrong passphrase, second window: what is meant, and back to work', async () => {
  const page = await startOn();
  await unlock(page, 'not-the-passphrase');
  await problem(page, 'wrongPassphrase')
    .getByText(/大小写和输入法/)
    .waitFor();
  await page.keyboard.press('Enter'); // on 重试
  expect(await page.getByLabel('操作人').inputValue()).toBe('测试员');
  await unlock(page);
  await opened(page, '4,000');

  const second = await app?.context.newPage();
  if (!second) throw new Error('no second window');
  await second.goto(app?.address ?? '');
  await unlock(second);
  await problem(second, 'secondWindow')
    .getByText(/一次只能在一个窗口使用/)
    .waitFor();
  await page.close();
  await second.getByRole('button', { name: '重试' }).click();
  await unlock(second);
  await opened(second, '4,000');
});

it('a database of a newer app is left alone', async () => {
  const page = await startOn();
  await page.evaluate(async () => {
    for (const { name = '', version = 1 } of await indexedDB.databases()) {
      await new Promise((done, failed) => {
        const request = indexedDB.open(name, version + 70);
        request.onsuccess = () => done(request.result.close());
        request.onerror = failed;
      });
    }
  });
  await unlock(page);
  await problem(page, 'newerDatabase')
    .getByText(/请安装新版程序；资料未作任何改动/)
    .waitFor();
});

it('what is damaged in the database comes back from the second copy, and the screen says so once', async () => {
  const page = await startOn((damaged) =>
    blobFiles(damaged).forEach((file) => flipByte(file, 0.5)),
  );
  await unlock(page);
  const notice = page.locator('[data-repairs]');
  await notice.getByText('1 次提交由备份副本补回').waitFor();
  await page.keyboard.press('Enter'); // on 知道了
  await notice.waitFor({ state: 'hidden' });
  await opened(page, '4,000');
  const next = await again();
  await unlock(next);
  await opened(next, '4,000');
  expect(await next.locator('[data-repairs]').count()).toBe(0);
});

it('what both copies have lost is named exactly, and given up only when a person says so', async () => {
  const page = await startOn((damaged) => {
    rmSync(join(damaged, 'Default/IndexedDB'), { recursive: true });
    flipByte(privateFiles(damaged).journal, 0.5);
  });
  await unlock(page);
  const damagedPage = problem(page, 'damagedPage');
  await damagedPage.getByText('卡点：4,000 条变更（提交 1–1）').waitFor();
  await damagedPage.getByText(/可先从备份恢复/).waitFor();
  await page.getByRole('button', { name: '重试' }).click();
  await unlock(page);
  const goOn = page.getByRole('button', { name: '放弃这些记录，继续' });
  expect(await goOn.isEnabled()).toBe(false);
  await page.getByLabel(/这些记录无法找回/).check();
  await goOn.click();
  await opened(page, '0?');

  // Given up once, it is not asked for again; work goes on.
  const next = await again();
  await unlock(next);
  await next.getByLabel('卡点名称').fill('云台大道卡点');
  await next.keyboard.press('Enter');
  await opened(next, '1');
  await next.getByRole('link', { name: '设置' }).click();
  const record = next.locator('[data-accepted-losses]');
  await record
    .getByText(/卡点：4,000 条变更（提交 1–1）测试员，\d{4}-\d\d-\d\d \d\d:\d\d/)
    .waitFor();
});

it('missing in both copies, it is said to be missing', async () => {
  const page = await startOn((damaged) => {
    rmSync(join(damaged, 'Default/IndexedDB'), { recursive: true });
    rmSync(privateFiles(damaged).journal);
  });
  await unlock(page);
  await problem(page, 'missingPage').getByText('卡点：4,000 条变更（提交 1–1）').waitFor();
});

it('without its keys an event is listed, said to be lost, and can be removed', async () => {
  const page = await startOn();
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
    });
    const change = database.transaction('keys', 'readwrite', { durability: 'strict' });
    change.objectStore('keys').clear();
    await new Promise((done) => (change.oncomplete = done));
    database.close();
  });
  const next = await again((damaged) => {
    expect(databaseFolder(damaged)).toContain('leveldb');
    rmSync(join(damaged, 'Default/File System'), { recursive: true });
  });
  await next.getByRole('heading', { name: '未知事件' }).waitFor();
  await unlock(next);
  await problem(next, 'keysLost')
    .getByText(/无法打开/)
    .waitFor();
  await next.getByRole('button', { name: '从本机移除' }).click();
  await next.getByRole('heading', { name: '新建事件' }).waitFor();
});
