import { app, powerMonitor, session } from 'electron';
import { join } from 'node:path';
import type { AppInfo, ShellCommand } from '../shared/desktop/contract';
import { ok } from '../shared/kernel/result';
import { closeGently, quitWhenSettled } from './closing';
import { reopenAfterCrash, reportExceptions } from './crashes';
import { chooseFolder, createFileAccess } from './files';
import { logsIn, secondCopyIn, userDataIn, watchedFoldersIn } from './folders';
import { answerPages, tell } from './ipc';
import { createJournalFiles } from './journalFiles';
import { createLog } from './log';
import { showMenu } from './menu';
import { confineNavigation } from './navigation';
import { appOrigin } from './origin';
import { denyPermissions, shutWithPage } from './permissions';
import { createPrinting } from './printing';
import { declareScheme, servePages } from './protocol';
import { en } from './text/en';
import { zh, type ShellText } from './text/zh';
import { createFolderWatch } from './watchedFolders';
import { openWindow } from './window';

// A profile given on the command line (tests, a second county on one machine) goes before ours.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', userDataIn(app.getPath('appData')));
// The app has no business on a network; neither has the browser under it.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');

const userData = app.getPath('userData');
let text: ShellText = zh;
const log = createLog(logsIn(userData), () => new Date());
reportExceptions(log, () => text);
declareScheme();
confineNavigation();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const dist = join(app.getAppPath(), 'dist');
  servePages(join(dist, 'pages'));
  const camera = { isOpen: false };
  denyPermissions(session.defaultSession, camera);

  const window = openWindow(join(dist, 'preload/preload.cjs'), userData, text.product);
  const goNow = closeGently(window);
  reopenAfterCrash(window, log, () => text);
  shutWithPage(window.webContents, camera);
  window.webContents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
    if (level === 'error') log.page(level, message, sourceId, lineNumber);
  });

  const send = (command: ShellCommand) => {
    tell(window, 'window.command', command);
  };
  const lock = () => {
    send('lock');
  };
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);

  const journal = createJournalFiles(secondCopyIn(userData));
  quitWhenSettled(journal.settled);
  const files = createFileAccess(window);
  const watching = createFolderWatch(watchedFoldersIn(userData), {
    chooseFolder: () => chooseFolder(window),
    onChange: (event) => tell(window, 'watching.changed', event),
  });
  const printing = createPrinting(window, () => text);
  const info: AppInfo = {
    shell: 'electron',
    version: app.getVersion(),
    platform: process.platform,
    journalPlace: secondCopyIn(userData),
    sample: process.argv.includes('--sample'),
  };
  answerPages(
    {
      info: () => Promise.resolve(ok(info)),
      'files.open': files.open,
      'files.save': files.save,
      'watching.state': watching.state,
      'watching.choose': watching.choose,
      'watching.stop': watching.stop,
      'watching.read': watching.read,
      'journal.list': journal.list,
      'journal.size': journal.size,
      'journal.read': journal.read,
      'journal.append': journal.append,
      'journal.truncate': journal.truncate,
      'journal.readSentinel': journal.readSentinel,
      'journal.writeSentinel': journal.writeSentinel,
      'journal.freeBytes': journal.freeBytes,
      'journal.remove': journal.remove,
      'printing.toPdf': printing.toPdf,
      'camera.setOpen': (isOpen) =>
        done(() => {
          camera.isOpen = isOpen;
        }),
      'window.setTitle': (title) => done(() => window.setTitle(title)),
      'window.setLanguage': (language) =>
        done(() => {
          text = language === 'zh' ? zh : en;
          showMenu(text, send);
        }),
      'window.quit': () => done(() => app.quit()),
      'window.closed': () => done(goNow),
    },
    log,
  );
  showMenu(text, send);
  void window.loadURL(`${appOrigin}/`);

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
}

function done(work: () => void) {
  work();
  return Promise.resolve(ok());
}
