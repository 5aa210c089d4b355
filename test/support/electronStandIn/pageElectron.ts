import type { ContextBridge, IpcRenderer } from 'electron';

interface StandInGlobals {
  __toMain?: (channel: string, args: readonly unknown[]) => Promise<unknown>;
  __fromMain?: (channel: string, args: readonly unknown[]) => void;
}

/** The `electron` module as a preload program sees it. Goes into the page as text: it stands alone. */
export function pageElectron(): {
  contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  ipcRenderer: Pick<IpcRenderer, 'invoke'> & Record<'on' | 'off', (...args: never[]) => void>;
} {
  const scope = globalThis as StandInGlobals;
  const toMain = scope.__toMain;
  delete scope.__toMain; // the page gets what the bridge gives it and no more
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  Object.defineProperty(scope, '__fromMain', {
    value: (channel: string, args: readonly unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  };
  return {
    contextBridge: {
      exposeInMainWorld: (name, api) => {
        Object.defineProperty(globalThis, name, { value: freeze(api) });
      },
    },
    ipcRenderer: {
      invoke: (channel, ...args: unknown[]) =>
        toMain?.(channel, args) ?? Promise.reject(new Error('The preload program ran twice')),
      on: (channel: string, listener: (...args: unknown[]) => void) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off: (channel: string, listener: (...args: unknown[]) => void) => {
        listeners.get(channel)?.delete(listener);
      },
    },
  };
}
