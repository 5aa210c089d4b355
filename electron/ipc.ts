import { ipcMain, type BrowserWindow } from 'electron';
import { answerCall } from './answerCall';
import { callArguments } from './callArguments';
import type { Calls, Channel, Messages } from './channels';
import type { Log } from './log';

/** The one place that listens to pages: every channel of `Calls`, each call checked. */
export function answerPages(calls: Calls, log: Log): void {
  for (const channel of Object.keys(callArguments) as Channel[])
    ipcMain.handle(channel, ({ senderFrame }, ...given: unknown[]) =>
      answerCall(
        calls,
        channel,
        senderFrame ? { url: senderFrame.url, isTop: senderFrame.parent === null } : undefined,
        given,
        log,
      ),
    );
}

/** Tells the page of a window; a window on its way out hears nothing. */
export function tell<C extends keyof Messages>(
  window: BrowserWindow,
  channel: C,
  ...content: Messages[C]
): void {
  if (!window.isDestroyed()) window.webContents.send(channel, ...content);
}
