import type { Desktop } from '../../shared/desktop/contract';
import { connectBrowser } from './browser/connectBrowser';

declare global {
  interface Window {
    /** Put there by Electron's preload script. */
    readonly countyline?: Desktop;
  }
}

/** The machine the pages run on: Electron where its bridge is there, else the browser shell. */
export async function connectDesktop(): Promise<Desktop> {
  return window.countyline ?? connectBrowser();
}
