/** Path of a Chromium, Chrome or Edge on this machine, or undefined. CHROMIUM_PATH comes first. */
export function findChromium(): string | undefined;

/**
 * For tests that need no window of the system: Chromium without any, where it is there, else
 * `findChromium`. The same engine and the same files, and it starts in a third of the processor time.
 */
export function findHeadlessChromium(): string | undefined;
