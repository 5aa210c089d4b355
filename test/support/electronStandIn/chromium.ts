import type {
  BrowserWindowConstructorOptions,
  IpcMain,
  Protocol,
  Session,
  WebRequest,
} from 'electron';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { findChromium } from '../../../build/scripts/findChromium.mjs';
import type { StandInContents } from './browserWindow';
import { pathOf } from './commandLine';
import { pageElectron } from './pageElectron';
import { Preventable } from './preventable';

/** What the main program registered with the stand-in's modules. */
export const handlers: {
  schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0];
  protocol: Parameters<Protocol['handle']>[1] | undefined;
  readonly calls: Map<string, Parameters<IpcMain['handle']>[1]>;
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0];
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0];
  device: Parameters<Session['setDevicePermissionHandler']>[0];
  beforeRequest: Parameters<WebRequest['onBeforeRequest']>[0] | null;
} = {
  schemes: [],
  protocol: undefined,
  calls: new Map(),
  permissionRequest: null,
  permissionCheck: null,
  device: null,
  beforeRequest: null,
};

const shown = 'app://countyline';
const real = 'http://countyline';
export const standInUrl = (url: string) =>
  url.startsWith(shown) ? real + url.slice(shown.length) : url;
export const shownUrl = (url: string) =>
  url.startsWith(real) ? shown + url.slice(real.length) : url;

/** Electron's name of a permission, and what Chromium calls it to a page and to its debugger. */
const permissions = [
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['media', 'camera'],
  ['persistent-storage', 'persistent-storage'],
] as const;

let started: Promise<BrowserContext> | undefined;

async function start(): Promise<BrowserContext> {
  const server = createServer((request, response) => {
    void (async () => {
      const url = shown + (request.url ?? '');
      const answer = await handlers.protocol?.(
        new Request(url, { method: request.method ?? 'GET' }),
      );
      response.writeHead(answer?.status ?? 500, Object.fromEntries(answer?.headers ?? []));
      response.end(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium');
  const context = await chromium.launchPersistentContext(join(pathOf('userData'), 'browser'), {
    executablePath,
    headless: true,
    viewport: null,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--remote-debugging-port=0', // a test looks at the same pages through it
      `--host-resolver-rules=MAP countyline 127.0.0.1:${port}, MAP * ~NOTFOUND`,
      `--unsafely-treat-insecure-origin-as-secure=${real}`,
    ],
  });
  context.on('close', () => server.close());
  return context;
}

export async function closeChromium(): Promise<void> {
  await (await started)?.close();
}

/** A page in which the preload program has run, with the app's handlers at every gate. */
export async function newPage(
  contents: StandInContents,
  { webPreferences, width = 800, height = 600 }: BrowserWindowConstructorOptions,
): Promise<Page> {
  started ??= start();
  const context = await started;
  const blank = context.pages().find((page) => page.url() === 'about:blank');
  const page = blank ?? (await context.newPage());
  await page.setViewportSize({ width, height });
  await page.exposeBinding('__toMain', ({ frame }, channel: string, args: readonly unknown[]) =>
    handlers.calls.get(channel)?.(
      { senderFrame: senderOf(frame) } as unknown as Parameters<
        Parameters<IpcMain['handle']>[1]
      >[0], // the part the app looks at
      ...args,
    ),
  );
  if (webPreferences?.preload !== undefined)
    await page.addInitScript({
      content: `((require) => {${readFileSync(webPreferences.preload, 'utf8')}
      })((electron => () => electron)((${pageElectron.toString()})()));`,
    });
  await page.route(
    (url) => !url.href.startsWith(`${real}/`),
    async (route) => {
      const request = route.request();
      const url = shownUrl(request.url());
      const stopped =
        (request.isNavigationRequest() && navigates(contents, request.frame(), url)) ||
        (await isCancelled(url));
      await (stopped ? route.abort('aborted') : route.continue());
    },
  );
  await applyPermissions(page);
  return page;
}

function senderOf(frame: Frame) {
  return { url: shownUrl(frame.url()), parent: frame.parentFrame() ? {} : null };
}

/** True when a listener of the app kept the frame from going there. */
function navigates(contents: StandInContents, frame: Frame, url: string): boolean {
  const isMainFrame = frame.parentFrame() === null;
  const event = Object.assign(new Preventable(), { url, isMainFrame });
  contents.emit('will-frame-navigate', event);
  if (isMainFrame) contents.emit('will-navigate', event, url);
  return event.defaultPrevented;
}

function isCancelled(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!handlers.beforeRequest) resolve(false);
    handlers.beforeRequest?.(
      { url } as Parameters<typeof handlers.beforeRequest>[0],
      ({ cancel }) => {
        resolve(cancel === true);
      },
    );
  });
}

/** Electron grants what no handler denies. */
async function applyPermissions(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  const details = { isMainFrame: true } as Parameters<
    NonNullable<typeof handlers.permissionCheck>
  >[3]; // the part the app looks at
  for (const [name, inChromium] of permissions) {
    const isGranted = handlers.permissionCheck?.(null, name, `${shown}/`, details) ?? true;
    await debug.send('Browser.setPermission', {
      permission: { name: inChromium },
      setting: isGranted ? 'granted' : 'denied',
      origin: real,
    });
  }
}
