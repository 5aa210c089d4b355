import type { Wording, WordingKind } from '../template';

const wording =
  (type: WordingKind) =>
  (text: string): Wording => ({ type, text });

export const title = wording('title');
export const subtitle = wording('subtitle');
export const heading = wording('heading');
export const paragraph = wording('paragraph');
export const signature = wording('signature');
