/** Path of a Chromium, Chrome or Edge on this machine, or undefined. CHROMIUM_PATH comes first. */
export function findChromium(): string | undefined;
