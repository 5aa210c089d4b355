import { contextBridge, ipcRenderer } from 'electron';
import type { AppInfo, Desktop, ShellCommand } from '../shared/desktop/contract';
import { closingChannel, commandChannel, type Channel } from './channels';

/** A call over one channel, with the types the contract gives it on the page's side. */
const call =
  <Call>(channel: Channel) =>
  (...args: readonly unknown[]) =>
    ipcRenderer.invoke(channel, ...args) as Call; // the main process answers by the same contract

/** What the pages get of the machine: the contract, no channel names, no Electron. */
const bridge: Omit<Desktop, 'info'> & { readonly readInfo: () => Promise<AppInfo> } = {
  readInfo: call('info'),
  files: { open: call('files.open'), save: call('files.save') },
  journal: {
    list: call('journal.list'),
    size: call('journal.size'),
    read: call('journal.read'),
    append: call('journal.append'),
    truncate: call('journal.truncate'),
    readSentinel: call('journal.readSentinel'),
    writeSentinel: call('journal.writeSentinel'),
    remove: call('journal.remove'),
  },
  printing: { toPdf: call('printing.toPdf') },
  window: {
    onCommand: (listener) => {
      const arrived = (_event: unknown, command: ShellCommand) => listener(command);
      ipcRenderer.on(commandChannel, arrived);
      return () => void ipcRenderer.off(commandChannel, arrived);
    },
    onClosing: (listener) => {
      const arrived = () => void listener().finally(() => ipcRenderer.invoke('window.closed'));
      ipcRenderer.on(closingChannel, arrived);
      return () => void ipcRenderer.off(closingChannel, arrived);
    },
    setTitle: (title) => void ipcRenderer.invoke('window.setTitle', title),
    setLanguage: (language) => void ipcRenderer.invoke('window.setLanguage', language),
    quit: () => void ipcRenderer.invoke('window.quit'),
  },
};

contextBridge.exposeInMainWorld('countyline', bridge);
