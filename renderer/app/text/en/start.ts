import type { start as words } from '../zh/start';

export const start: typeof words = {};
