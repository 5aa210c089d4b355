import { app, type BrowserWindow } from 'electron';
import { tell } from './ipc';

/** How long the pages may take to lock the store and write their last words. */
const limitMs = 5_000;

/**
 * A closing window asks its pages first and goes when they answer, or after the limit, or at once
 * when there is no page left to ask. Gives the function that the pages' answer calls.
 */
export function closeGently(window: BrowserWindow): () => void {
  let state: 'open' | 'asked' | 'answered' = 'open';
  const go = () => {
    state = 'answered';
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (state === 'answered' || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (state === 'asked') return;
    state = 'asked';
    tell(window, 'window.closing');
    setTimeout(go, limitMs);
  });
  return go;
}

/** The process ends only when what was handed to the journal files is on the medium. */
export function quitWhenSettled(settled: () => Promise<void>): void {
  let isSettled = false;
  app.on('will-quit', (event) => {
    if (isSettled) return;
    event.preventDefault();
    void settled().then(() => {
      isSettled = true;
      app.quit();
    });
  });
}
