import type { exchange as words } from '../zh/exchange';

export const exchange: typeof words = {};
