import type { AppInfo, Desktop } from '../../../shared/desktop/contract';
import { ok } from '../../../shared/kernel/result';
import { browserFiles } from './browserFiles';
import { createBrowserFolder } from './browserFolder';
import { connectJournal } from './connectJournal';

interface ServedInfo {
  readonly version: string;
  readonly sample: boolean;
}

/** The served app says what it is; a page opened without its server is still an app, without sample. */
async function servedInfo(): Promise<ServedInfo> {
  const answer = await fetch('./app-info.json');
  return answer.ok
    ? ((await answer.json()) as ServedInfo) // written by our own start script
    : { version: '', sample: false };
}

/** The same contract as Electron's, with what a browser has. */
export async function connectBrowser(): Promise<Desktop> {
  const served = await servedInfo();
  const info: AppInfo = {
    shell: 'browser',
    version: served.version,
    platform: navigator.userAgent.includes('Windows') ? 'win32' : 'linux',
    journalPlace: 'OPFS',
    sample: served.sample,
  };
  return {
    info,
    files: browserFiles,
    watching: createBrowserFolder(),
    journal: connectJournal(),
    printing: {
      toPdf: (suggestedName) => {
        const title = document.title;
        document.title = suggestedName.replace(/\.pdf$/i, ''); // what "save as PDF" suggests
        window.print(); // comes back when the dialog is closed, and does not say how
        document.title = title;
        return Promise.resolve(ok({ name: suggestedName }));
      },
    },
    camera: { setOpen: () => Promise.resolve(ok()) }, // the browser asks the person itself
    window: {
      onCommand: () => () => undefined, // no menu of ours: the pages answer the same keys
      onClosing: (listener) => {
        const closing = () => void listener();
        window.addEventListener('pagehide', closing);
        return () => {
          window.removeEventListener('pagehide', closing);
        };
      },
      setTitle: (title) => {
        document.title = title;
      },
      setLanguage: (language) => {
        document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
      },
      quit: () => {
        window.close();
      },
    },
  };
}
