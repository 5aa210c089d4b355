import type { AppInfo, Desktop } from '../../shared/desktop/contract';
import { connectBrowser } from './browser/connectBrowser';

declare global {
  interface Window {
    /** Put there by Electron's preload script. */
    readonly countyline?: Omit<Desktop, 'info'> & { readonly readInfo: () => Promise<AppInfo> };
  }
}

/** The machine the pages run on: Electron where its bridge is there, else the browser shell. */
export async function connectDesktop(): Promise<Desktop> {
  const { countyline } = window;
  return countyline ? { ...countyline, info: await countyline.readInfo() } : connectBrowser();
}
