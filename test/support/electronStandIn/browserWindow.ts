import type {
  BrowserWindow as Real,
  BrowserWindowConstructorOptions,
  HandlerDetails,
  PrintToPDFOptions,
  WebContents,
} from 'electron';
import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { newPage, shownUrl, standInUrl } from './chromium';
import { Preventable } from './preventable';

type Contents = Pick<
  WebContents,
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getURL'
  | 'isCrashed'
  | 'printToPDF'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler'
>;

/** A page and what happens to it, under Electron's names. */
export class StandInContents extends EventEmitter implements Contents {
  #page: Promise<Page>;
  #url = '';
  #crashed = false;
  #onOpen: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  readonly #open: () => Promise<Page>;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.#open = async () => this.#watch(await newPage(this, options));
    this.#page = this.#open();
  }
  #watch(page: Page) {
    page.on('crash', () => {
      this.#crashed = true;
      this.emit('render-process-gone', new Preventable(), { reason: 'crashed', exitCode: 5 });
    });
    page.on('console', (message) => {
      const { url, lineNumber } = message.location();
      this.emit('console-message', {
        level: message.type() === 'error' ? 'error' : 'info',
        message: message.text(),
        sourceId: shownUrl(url),
        lineNumber,
      });
    });
    page.on('popup', (popup) => {
      const details = { url: popup.url() } as HandlerDetails; // all that the app looks at
      if (this.#onOpen?.(details).action === 'deny') void popup.close();
    });
    page.on('domcontentloaded', () => {
      this.#url = shownUrl(page.url());
    });
    return page;
  }
  async load(url: string) {
    this.#url = url;
    await (await this.#page).goto(standInUrl(url));
    this.emit('did-finish-load');
  }
  getURL() {
    return this.#url;
  }
  isCrashed() {
    return this.#crashed;
  }
  /** Playwright lets nobody use a crashed page again: its place is taken by a new one. */
  reload() {
    const crashed = this.#crashed ? this.#page : undefined;
    if (crashed) this.#page = this.#open();
    this.#crashed = false;
    void this.load(this.#url).then(async () => (await crashed)?.close());
  }
  forcefullyCrashRenderer() {
    void this.#page.then((page) => page.goto('chrome://crash')).catch(() => undefined); // it never answers
  }
  send(channel: string, ...args: readonly unknown[]) {
    void this.#page
      .then((page) =>
        page.evaluate(
          ([to, content]) =>
            (globalThis as unknown as Record<string, (c: string, a: readonly unknown[]) => void>)[
              '__fromMain'
            ]?.(to, content),
          [channel, args] as const,
        ),
      )
      .catch(() => undefined); // a page that is gone hears nothing, as in Electron
  }
  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]) {
    this.#onOpen = handler;
  }
  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#page).evaluate(code);
  }
  async printToPDF({ pageSize, preferCSSPageSize, printBackground }: PrintToPDFOptions) {
    return (await this.#page).pdf({
      format: String(pageSize),
      preferCSSPageSize: preferCSSPageSize ?? false,
      printBackground: printBackground ?? false,
    });
  }
  async close() {
    await (await this.#page).close();
  }
}

type Window = Pick<
  Real,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'getTitle'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'setTitle'
  | 'show'
>;

export class BrowserWindow extends EventEmitter implements Window {
  static readonly #all = new Set<BrowserWindow>();
  static onCreated: (contents: StandInContents) => void = () => undefined;
  static onAllClosed: () => void = () => undefined;
  static getAllWindows() {
    return [...BrowserWindow.#all];
  }

  readonly webContents: StandInContents;
  readonly #bounds: ReturnType<Real['getNormalBounds']>;
  #title: string;
  #state: 'normal' | 'minimized' | 'maximized' = 'normal';
  #focused = false;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, title = '' } = options;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    this.webContents = new StandInContents(options);
    BrowserWindow.#all.add(this);
    BrowserWindow.onCreated(this.webContents);
  }
  async loadURL(url: string) {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }
  show() {
    this.focus();
  }
  focus() {
    this.#focused = true;
  }
  isFocused() {
    return this.#focused;
  }
  minimize() {
    this.#state = 'minimized';
    this.#focused = false;
  }
  maximize() {
    this.#state = 'maximized';
  }
  restore() {
    this.#state = 'normal';
  }
  isMinimized() {
    return this.#state === 'minimized';
  }
  isMaximized() {
    return this.#state === 'maximized';
  }
  getNormalBounds() {
    return this.#bounds;
  }
  getTitle() {
    return this.#title;
  }
  setTitle(title: string) {
    this.#title = title;
  }
  isDestroyed() {
    return this.#destroyed;
  }
  close() {
    const event = new Preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    BrowserWindow.#all.delete(this);
    void this.webContents
      .close()
      .catch(() => undefined) // Chromium may be gone already
      .then(() => {
        this.emit('closed');
        if (BrowserWindow.#all.size === 0) BrowserWindow.onAllClosed();
      });
  }
}
