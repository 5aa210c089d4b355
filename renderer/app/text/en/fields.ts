import type { fields as words } from '../zh/fields';

export const fields: typeof words = {};
