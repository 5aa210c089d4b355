import type { ledger as words } from '../zh/ledger';

export const ledger: typeof words = {};
