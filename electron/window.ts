import { BrowserWindow } from 'electron';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appOrigin } from './origin';

interface Placed {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

const standard: Placed = { width: 1366, height: 768, maximized: false };

/** Where the window was last; anything unreadable opens it in the standard place. */
function readPlace(file: string): Placed {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Placed; // checked below
    return Number.isInteger(stored.width) && Number.isInteger(stored.height) ? stored : standard;
  } catch {
    return standard;
  }
}

export function openWindow(preload: string, userData: string): BrowserWindow {
  const file = join(userData, 'window.json');
  const { maximized, ...place } = readPlace(file);
  const window = new BrowserWindow({
    ...place,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '县域防控台账',
    backgroundColor: '#f6f7f6',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const now: Placed = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    // Losing the place costs a drag of the window, nothing more.
    writeFile(file, JSON.stringify(now)).catch(() => undefined);
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}
