import { app, session } from 'electron';
import { join } from 'node:path';
import type { AppInfo, FileKind, ShellCommand } from '../shared/desktop/contract';
import type { EventId } from '../shared/kernel/ids';
import { closingChannel, commandChannel } from './channels';
import { createFileAccess } from './files';
import { answerPages } from './ipc';
import { createJournalFiles } from './journalFiles';
import { showMenu } from './menu';
import { confineNavigation, denyPermissions } from './permissions';
import { printToPdf } from './printing';
import { declareScheme, servePages } from './protocol';
import { openWindow } from './window';

/** How long the pages may take to write their last words before the window goes. */
const closingMs = 5_000;

declareScheme();
confineNavigation();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const userData = app.getPath('userData');
  const journalFolder = join(userData, 'second-copy');
  const dist = join(app.getAppPath(), 'dist');
  servePages(join(dist, 'pages'));
  denyPermissions(session.defaultSession);
  const window = openWindow(join(dist, 'preload/preload.cjs'), userData);
  let mayClose = false;
  const send = (command: ShellCommand) => window.webContents.send(commandChannel, command);
  const close = () => {
    mayClose = true;
    window.close();
  };
  const journal = createJournalFiles(journalFolder);
  const files = createFileAccess(() => window);
  const info: AppInfo = {
    shell: 'electron',
    version: app.getVersion(),
    platform: process.platform,
    journalPlace: journalFolder,
    sample: process.argv.includes('--sample'),
  };

  answerPages({
    info: () => info,
    'files.open': (kinds: readonly FileKind[], several: boolean) => files.open(kinds, several),
    'files.save': (name: string, bytes: Uint8Array, kind: FileKind) =>
      files.save(name, bytes, kind),
    'journal.list': () => journal.list(),
    'journal.size': (event: EventId) => journal.size(event),
    'journal.read': (event: EventId, offset: number, length: number) =>
      journal.read(event, offset, length),
    'journal.append': (event: EventId, bytes: Uint8Array) => journal.append(event, bytes),
    'journal.truncate': (event: EventId, size: number) => journal.truncate(event, size),
    'journal.readSentinel': (event: EventId) => journal.readSentinel(event),
    'journal.writeSentinel': (event: EventId, bytes: Uint8Array) =>
      journal.writeSentinel(event, bytes),
    'journal.remove': (event: EventId) => journal.remove(event),
    'printing.toPdf': (name: string) => printToPdf(window, name),
    'window.setTitle': (title: string) => window.setTitle(title),
    'window.setLanguage': (language: 'zh' | 'en') => showMenu(language, send),
    'window.quit': () => app.quit(),
    'window.closed': close,
  });
  showMenu('zh', send);
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    window.webContents.send(closingChannel);
    setTimeout(close, closingMs);
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
}
