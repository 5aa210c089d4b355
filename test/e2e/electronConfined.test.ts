import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startElectron, type ElectronApp } from '../support/electronApp';
import { makeEvent } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

let app: ElectronApp;
let page: Page;
beforeAll(async () => {
  app = await startElectron();
  page = await app.page();
  await makeEvent(page);
});
afterAll(() => app.end());

const windows = () =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, undefined);

describe('the page', () => {
  it('has the bridge and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.countyline ?? {}).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      secure: isSecureContext,
    }));
    expect(seen).toEqual({
      bridge: ['camera', 'files', 'journal', 'printing', 'readInfo', 'watching', 'window'],
      node: [],
      secure: true,
    });
  });

  it.each([
    ['a link', (url: string) => Object.assign(document.createElement('a'), { href: url }).click()],
    ['its address', (url: string) => void (location.href = url)],
  ])('does not leave by %s', async (_how, go) => {
    const before = page.url();
    await page.evaluate(go, 'https://countyline.example/');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await expect.poll(() => page.url()).toBe(before);
    await page.getByRole('navigation').waitFor();
  });

  it('does not leave by a redirect', async () => {
    const stopped = await app.evaluate(({ BrowserWindow }, url) => {
      let prevented = false;
      const details = { url, preventDefault: () => (prevented = true) };
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-redirect', details);
      return prevented;
    }, 'https://countyline.example/');
    expect(stopped).toBe(true);
  });

  it('opens no window', async () => {
    await page.evaluate(() => void window.open('https://countyline.example/', '_blank'));
    await page.evaluate(() => void window.open('about:blank'));
    await expect.poll(windows).toBe(1);
    await expect
      .poll(
        () =>
          page
            .context()
            .pages()
            .filter((one) => !one.isClosed()).length,
      )
      .toBe(1);
  });

  it('shows no other page inside itself', async () => {
    await page.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'https://countyline.example/' }),
      );
    });
    await expect
      .poll(() => page.frames().map((frame) => frame.url()))
      .not.toContain('https://countyline.example/');
    await page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  it('reaches no network', async () => {
    const reached = await page.evaluate(async () => {
      const tries = [
        () => fetch('https://countyline.example/'),
        () => fetch('http://127.0.0.1:9/'),
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://countyline.example/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
        () =>
          new Promise((resolve, reject) => {
            const image = new Image();
            image.onload = resolve;
            image.onerror = reject;
            image.src = 'https://countyline.example/a.png';
          }),
      ];
      return (await Promise.allSettled(tries.map((go) => go()))).map(({ status }) => status);
    });
    expect(reached).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  });

  it('runs no code that came as text', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.head.append(script);
      // The debugger lifts the rule for what it runs itself, not for what that sets going.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return true')());
          } catch {
            resolve(false);
          }
        });
      });
      return { script: 'planted' in window, evaluated };
    });
    expect(ran).toEqual({ script: false, evaluated: false });
  });

  it.each(['geolocation', 'notifications', 'midi', 'camera', 'clipboard-read'])(
    'may not use %s',
    async (name) => {
      const state = await page.evaluate(
        async (asked) =>
          (await navigator.permissions.query({ name: asked as PermissionName })).state,
        name,
      );
      expect(state).toBe('denied');
    },
  );

  it('may write to the clipboard, for copied cells', async () => {
    const state = await page.evaluate(
      async () =>
        (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
    );
    expect(state).toBe('granted');
  });
});

describe('the main process', () => {
  it('answers no page but its own', async () => {
    const answer = await app.evaluate(async ({ BrowserWindow, app: program }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${program.getAppPath()}/dist/preload/preload.cjs`,
          sandbox: true,
          contextIsolation: true,
        },
      });
      await window.loadURL('data:text/html,<title>foreign</title>');
      const given: unknown = await window.webContents.executeJavaScript(
        'window.countyline.readInfo()',
      );
      window.destroy();
      return given;
    }, undefined);
    expect(answer).toEqual({ ok: false, problem: { tag: 'shell', detail: 'unknown sender' } });
    expect(readFileSync(join(app.profile, 'logs', 'countyline.log'), 'utf8')).toContain(
      'info: refused an unknown sender',
    );
  });

  it('refuses a path where an event belongs', async () => {
    const answer = await page.evaluate(() =>
      window.countyline?.journal.read('../../window' as never, 0, 10),
    );
    expect(answer).toEqual({ ok: false, problem: { tag: 'shell', detail: 'arguments' } });
  });
});

it('breaks none of its own rules while it is used', async () => {
  const clean = await startElectron();
  try {
    const used = await clean.page();
    await used.addInitScript(() => {
      const broken: string[] = [];
      Object.assign(window, { broken });
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        broken.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await used.reload();
    await makeEvent(used);
    for (const name of ['数据交换', '设置', '卡点值守']) {
      await used.getByRole('link', { name }).click();
      await used.getByRole('main').waitFor();
    }
    expect(await used.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual(
      [],
    );
    expect(existsSync(join(clean.profile, 'logs', 'countyline.log'))).toBe(false);
  } finally {
    await clean.end();
  }
});

it('keeps its data in the folder that is pinned, whatever the product is called', async () => {
  const config = mkdtempSync(join(tmpdir(), 'countyline-config-'));
  const pinned = await startElectron({ profile: join(config, 'countyline'), configFolder: config });
  try {
    const shown = await pinned.page();
    await makeEvent(shown);
    expect(existsSync(join(config, 'countyline', 'second-copy'))).toBe(true);
  } finally {
    await pinned.end();
    await removeFolder(config);
  }
});
