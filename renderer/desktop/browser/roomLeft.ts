import { openFile, removeFile } from './originFiles';

/** No event can be called so. */
const probe = 'room';
const mib = 1 << 20;
/** Tried from the largest on; what is granted is given back at once, and nothing is written. */
const steps = [512, 256, 128, 64, 32, 16].map((step) => step * mib);

/**
 * Bytes that the disk still has room for, rounded down to a step; undefined from the largest step on.
 * Chromium's own estimate says the same 10 GiB to every page, so that nobody is told apart by a disk;
 * but it grants no file more room than there is.
 */
export async function roomLeft(): Promise<number | undefined> {
  const file = await openFile(probe);
  try {
    const granted = steps.find((step) => {
      try {
        file.truncate(step);
        return true;
      } catch {
        return false;
      }
    });
    return granted === steps[0] ? undefined : (granted ?? 0);
  } finally {
    file.truncate(0);
    await removeFile(probe);
  }
}
