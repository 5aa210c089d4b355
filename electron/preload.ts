import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/desktop/contract';
import type { Calls, Channel, Messages } from './channels';

/** A call over one channel: the main process answers it by the same `Calls`. */
const call = <C extends Channel>(channel: C) =>
  ((...args: readonly unknown[]) => ipcRenderer.invoke(channel, ...args)) as Calls[C];

function listen<C extends keyof Messages>(channel: C, heard: (...content: Messages[C]) => void) {
  const arrived = (_event: unknown, ...content: Messages[C]) => {
    heard(...content);
  };
  ipcRenderer.on(channel, arrived as Parameters<typeof ipcRenderer.on>[1]); // sent through `tell`, typed by Messages
  return () => void ipcRenderer.off(channel, arrived as Parameters<typeof ipcRenderer.off>[1]);
}

/** The window waits for all who have last words; with nobody listening it goes at once. */
const lastWords = new Set<() => Promise<void>>();
const tellClosed = call('window.closed');
listen('window.closing', () => {
  void Promise.allSettled([...lastWords].map((listener) => listener())).then(() => tellClosed());
});

const setTitle = call('window.setTitle');
const setLanguage = call('window.setLanguage');
const quit = call('window.quit');

/** What the pages get of the machine: the contract, no channel names, no Electron. */
const bridge: Bridge = {
  readInfo: call('info'),
  files: { open: call('files.open'), save: call('files.save') },
  watching: {
    state: call('watching.state'),
    choose: call('watching.choose'),
    allow: call('watching.state'), // nobody has to allow a program again
    stop: call('watching.stop'),
    read: call('watching.read'),
    onChange: (listener) => listen('watching.changed', listener),
  },
  journal: {
    list: call('journal.list'),
    size: call('journal.size'),
    read: call('journal.read'),
    append: call('journal.append'),
    truncate: call('journal.truncate'),
    readSentinel: call('journal.readSentinel'),
    writeSentinel: call('journal.writeSentinel'),
    freeBytes: call('journal.freeBytes'),
    remove: call('journal.remove'),
  },
  printing: { toPdf: call('printing.toPdf') },
  camera: { setOpen: call('camera.setOpen') },
  window: {
    onCommand: (listener) => listen('window.command', listener),
    onClosing: (listener) => {
      lastWords.add(listener);
      return () => void lastWords.delete(listener);
    },
    setTitle: (title) => void setTitle(title),
    setLanguage: (language) => void setLanguage(language),
    quit: () => void quit(),
  },
};

contextBridge.exposeInMainWorld('countyline', bridge);
