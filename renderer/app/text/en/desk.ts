import type { desk as words } from '../zh/desk';

export const desk: typeof words = {};
