/**
 * Stands in for the `electron` module where no Electron binary can be had: the built main and
 * preload programs run unmodified, over Debian's Chromium (the same engine), driven by
 * playwright-core. Every member is typed by electron.d.ts, so that what main.ts calls exists under
 * that name with that form; a member that is missing here fails the tests as undefined.
 *
 * Chromium takes no `app://` of its own: the pages come as http://countyline, a name that resolves
 * to this process and counts as a secure origin, and the main program sees app://countyline.
 *
 * What it cannot show: the sandbox, context isolation, fuses, native menus and dialogs.
 */
import type {
  App,
  CommandLine,
  Dialog,
  Display,
  IpcMain,
  MenuItemConstructorOptions,
  Protocol,
  Screen,
  Session,
  WebRequest,
} from 'electron';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow } from './browserWindow';
import { closeChromium, handlers } from './chromium';
import { pathOf, paths, switches } from './commandLine';
import { Preventable } from './preventable';

export { BrowserWindow };

const appPath = process.env['ELECTRON_STAND_IN_APP'] ?? process.cwd();
class StandInApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'exit'
      | 'getAppPath'
      | 'getPath'
      | 'getVersion'
      | 'quit'
      | 'requestSingleInstanceLock'
      | 'setPath'
      | 'whenReady'
    >
{
  readonly commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue' | 'hasSwitch'> = {
    appendSwitch: (name, value) => void switches.set(name, value ?? ''),
    getSwitchValue: (name) => switches.get(name) ?? '',
    hasSwitch: (name) => switches.has(name),
  };
  getAppPath() {
    return appPath;
  }
  getVersion() {
    const read = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
      version: string;
    };
    return read.version;
  }
  getPath(name: Parameters<App['getPath']>[0]) {
    return pathOf(name);
  }
  setPath(name: string, path: string) {
    paths.set(name, path);
  }
  whenReady() {
    return new Promise<void>((resolve) => setImmediate(resolve));
  }
  /** Two programs on one profile: a file with the first one's number, and a signal to it. */
  requestSingleInstanceLock() {
    const userData = this.getPath('userData');
    const lock = join(userData, 'stand-in.lock');
    mkdirSync(userData, { recursive: true });
    try {
      const first = Number(readFileSync(lock, 'utf8'));
      process.kill(first, 'SIGUSR2');
      return false;
    } catch {
      writeFileSync(lock, String(process.pid)); // nobody holds it, or one who is gone
    }
    process.on('SIGUSR2', () => this.emit('second-instance', new Preventable(), [], ''));
    process.on('exit', () => {
      rmSync(lock, { force: true });
    });
    return true;
  }
  quit() {
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length > 0) return;
    const event = new Preventable();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code = 0) {
    void closeChromium().finally(() => process.exit(code));
  }
}

export const app = new StandInApp();
BrowserWindow.onCreated = (contents) =>
  app.emit('web-contents-created', new Preventable(), contents);
BrowserWindow.onAllClosed = () => app.emit('window-all-closed');

export const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: (schemes) => {
    handlers.schemes = schemes;
  },
  handle: (_scheme, handler) => {
    handlers.protocol = handler;
  },
};

export const ipcMain: Pick<IpcMain, 'handle'> = {
  handle: (channel, listener) => void handlers.calls.set(channel, listener),
};

class StandInSession
  extends EventEmitter
  implements
    Pick<
      Session,
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setPermissionRequestHandler'
    >
{
  readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> = {
    onBeforeRequest: (...given: readonly unknown[]) => {
      handlers.beforeRequest = given.at(-1) as typeof handlers.beforeRequest; // the form with a filter has it last
    },
  };
  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]) {
    handlers.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]) {
    handlers.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]) {
    handlers.device = handler;
  }
  setDisplayMediaRequestHandler() {
    // Headless Chromium has no display to capture.
  }
}
export const session = { defaultSession: new StandInSession() };

/** Nobody is there to choose: every dialog is closed at once, unless a test puts its answer here. */
export const dialog: Pick<
  Dialog,
  'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'
> = {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
  showErrorBox: (title) => {
    console.error(title);
  },
};

export class MenuItem {
  readonly label: string;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  constructor({ label, role, accelerator, submenu, click }: MenuItemConstructorOptions) {
    this.label = label ?? '';
    this.role = role;
    this.accelerator = accelerator;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined;
    this.click = () => {
      if (role === 'quit') app.quit();
      (click as (() => void) | undefined)?.(); // main.ts looks at none of its arguments
    };
  }
}

export class Menu {
  static #shown: Menu | null = null;
  readonly items: readonly MenuItem[];
  constructor(items: readonly MenuItem[] = []) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]) {
    return new Menu(template.map((options) => new MenuItem(options)));
  }
  static setApplicationMenu(menu: Menu | null) {
    Menu.#shown = menu;
  }
  static getApplicationMenu() {
    return Menu.#shown;
  }
}

export const powerMonitor = new EventEmitter();

const display = {
  id: 1,
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
} satisfies Pick<Display, 'id' | 'workArea'>;
export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies { readonly [K in keyof Screen]?: (...args: never[]) => unknown };
