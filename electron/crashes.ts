import { app, dialog, type BrowserWindow } from 'electron';
import type { Log } from './log';
import type { ShellText } from './text/zh';

/** More crashes than this within a minute are no accident: reloading again would be a loop. */
const mostReloads = 3;
const withinMs = 60_000;

/** A page whose process died is opened again and says so; what was logged is in both copies. */
export function reopenAfterCrash(window: BrowserWindow, log: Log, text: () => ShellText): void {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.note('page', `process gone: ${reason}`);
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < withinMs), now];
    const words = text();
    if (crashes.length > mostReloads) {
      dialog.showErrorBox(words.crashedOften.title, words.crashedOften.detail);
      app.quit();
      return;
    }
    window.webContents.reload();
    void dialog.showMessageBox(window, {
      type: 'warning',
      message: words.crashed.title,
      detail: words.crashed.detail,
      buttons: [words.understood],
    });
  });
}

/** An exception of the main process is a bug: logged, shown once, and the app goes on. */
export function reportExceptions(log: Log, text: () => ShellText): void {
  let shown = false;
  const report = (problem: unknown) => {
    log.problem('main', problem);
    if (shown) return;
    shown = true;
    const { title, detail } = text().broken;
    dialog.showErrorBox(title, detail);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}
