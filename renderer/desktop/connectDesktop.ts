import type { Bridge, Desktop } from '../../shared/desktop/contract';
import { connectBrowser } from './browser/connectBrowser';

declare global {
  interface Window {
    /** Put there by Electron's preload script. */
    readonly countyline?: Bridge;
  }
}

/** The machine the pages run on: Electron where its bridge is there, else the browser shell. */
export async function connectDesktop(): Promise<Desktop> {
  // Without this the browser under either shell may clear the data when the disk runs full.
  await navigator.storage.persist();
  const { countyline } = window;
  if (!countyline) return connectBrowser();
  const { readInfo, ...desktop } = countyline;
  const info = await readInfo();
  if (!info.ok) throw new Error('The main process refuses its own page');
  return { ...desktop, info: info.value };
}
