import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startElectron, type ElectronApp } from '../support/electronApp';
import { makeEvent, unlock } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

let app: ElectronApp;
beforeEach(async () => {
  app = await startElectron();
});
afterEach(() => app.end());

const clickMenu = (...labels: readonly string[]) =>
  app.evaluate(({ Menu }, path) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    for (const label of path.slice(0, -1))
      items = items.find((item) => item.label === label)?.submenu?.items ?? [];
    const item = items.find((one) => one.label === path.at(-1));
    if (!item) throw new Error(`No menu entry ${path.join(' ▸ ')}`);
    item.click();
  }, labels as string[]);

describe('the menu', () => {
  it('is Chinese, with its shortcuts, and follows the language of the pages', async () => {
    await makeEvent(await app.page());
    const entries = () =>
      app.evaluate(
        ({ Menu }) =>
          (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => [
            item.label,
            ...(item.submenu?.items ?? [])
              .filter(({ accelerator }) => accelerator)
              .map(({ label, accelerator }) => `${label} ${accelerator}`),
          ]),
        undefined,
      );
    expect(await entries()).toEqual([
      '文件',
      '导入工作簿… CmdOrCtrl+O',
      '导出… CmdOrCtrl+E',
      '设置 CmdOrCtrl+,',
      '锁定 CmdOrCtrl+L',
      '编辑',
      '视图',
      '全局搜索 CmdOrCtrl+K',
      '帮助',
      '快捷键 F1',
    ]);
    await clickMenu('视图', 'English');
    const page = await app.page();
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    expect((await entries())[0]).toBe('File');
  });

  it('opens what its entries say', async () => {
    const page = await app.page();
    await makeEvent(page);
    await clickMenu('文件', '导入工作簿…');
    await page.getByRole('button', { name: /选择文件/ }).waitFor();
    await clickMenu('文件', '设置');
    await page.getByRole('heading', { name: '设置' }).first().waitFor();
    await clickMenu('视图', '全局搜索');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await clickMenu('帮助', '快捷键');
    await page.getByRole('dialog').getByRole('heading', { name: '快捷键' }).waitFor();
  });

  it('locks', async () => {
    const page = await app.page();
    await makeEvent(page);
    await clickMenu('文件', '锁定');
    await page.getByLabel('口令或恢复码').waitFor();
    await unlock(page);
    await page.getByRole('navigation').waitFor();
  });
});

it.each(['lock-screen', 'suspend'] as const)('locks when the system says %s', async (happening) => {
  const page = await app.page();
  await makeEvent(page);
  await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), happening);
  await page.getByLabel('口令或恢复码').waitFor();
});

it('comes to the front when it is started a second time, and stays one', async () => {
  await app.page();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize();
  }, undefined);
  const second = await startElectron({ profile: app.profile });
  expect(await second.exited).toBe(0);
  const state = () =>
    app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      undefined,
    );
  await expect.poll(state).toEqual([false]);
});

it('is called by the event that is open, and remembers where it was', async () => {
  await makeEvent(await app.page(), '2022年3月疫情防控');
  const title = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle(), undefined);
  await expect.poll(title).toBe('2022年3月疫情防控 - 县域防控台账');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined);
  expect(await app.exited).toBe(0);
  const stored: unknown = JSON.parse(readFileSync(join(app.profile, 'window.json'), 'utf8'));
  expect(stored).toMatchObject({ width: expect.any(Number), maximized: false });
});

it('leaves a clean exit behind when it is closed: nothing is repaired at the next start', async () => {
  const page = await app.page();
  await makeEvent(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined);
  expect(await app.exited).toBe(0);
  expect(existsSync(join(app.profile, 'logs')), 'the main process has refused something').toBe(
    false,
  );
  const again = await startElectron({ profile: app.profile });
  try {
    const next = await again.page();
    await unlock(next);
    await next.getByRole('navigation').waitFor();
    expect(await next.getByRole('dialog').count()).toBe(0);
  } finally {
    await again.end();
  }
});

it('closes although the page does not answer', async () => {
  const page = await app.page();
  await makeEvent(page);
  void page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined);
  expect(await app.exited).toBe(0);
});

it('opens the page again when its process dies, says so, and has everything', async () => {
  await makeEvent(await app.page());
  await app.evaluate(({ BrowserWindow, dialog }) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      said.push((given.at(-1) as { message: string }).message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  }, undefined);
  const said = () =>
    app.evaluate(() => (globalThis as unknown as { said: string[] }).said, undefined);
  await expect.poll(said, { timeout: 20_000 }).toEqual(['页面意外终止，已重新打开']);
  const shown = () =>
    app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      undefined,
    );
  await expect.poll(shown, { timeout: 20_000 }).toContain('2022年3月疫情防控');
  expect(readFileSync(join(app.profile, 'logs', 'countyline.log'), 'utf8')).toContain(
    'page: process gone: crashed',
  );
});

it('opens in its standard place where the stored one is unreadable', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'countyline-electron-'));
  writeFileSync(join(profile, 'window.json'), '{"width":');
  const placed = await startElectron({ profile });
  try {
    await (await placed.page()).getByLabel('事件名称').waitFor();
    const width = await placed.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds().width,
      undefined,
    );
    expect(width).toBe(1366);
  } finally {
    await placed.end();
    await removeFolder(profile);
  }
});
