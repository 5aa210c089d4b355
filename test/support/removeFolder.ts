import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Removes a profile although processes of a killed Chromium may still write a file or two. */
export async function removeFolder(folder: string): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (problem) {
      if (turn === 100) throw problem;
      await pause(50);
    }
  }
}
