import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { failed } from '../shared/kernel/result';
import type { Channel } from './channels';
import { appOrigin } from './origin';

type Handlers = Readonly<Record<Channel, (...args: readonly never[]) => unknown>>;

/** Only the app's own top frame may call; anyone else is refused and logged. */
function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);
}

/** One handler for each channel; what breaks comes back as a Result, and is logged here. */
export function answerPages(handlers: Handlers): void {
  for (const [channel, handler] of Object.entries(handlers))
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isOwnPage(event)) {
        console.error(`${channel}: refused a call from ${event.senderFrame?.url ?? 'nowhere'}`);
        return failed({ tag: 'shell', detail: 'unknown sender' });
      }
      try {
        return await (handler as (...given: unknown[]) => unknown)(...args); // typed in main.ts
      } catch (problem) {
        console.error(`${channel}:`, problem);
        return failed({ tag: 'shell', detail: channel });
      }
    });
}
