import type { frame as words } from '../zh/frame';

export const frame: typeof words = {};
