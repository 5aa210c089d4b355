import type { IsoDate } from '../../../shared/kernel/time';

/** One line of a list: the text that goes into the box, and what tells it from its like. */
export interface Choice {
  readonly text: string;
  readonly detail?: string | undefined;
  /** Which record it is, where several have the same name. */
  readonly value?: string | undefined;
}

/** What helps to fill a box, beside typing. */
export type Assistant =
  | {
      readonly type: 'list';
      /** The text holds several, parted by `、`; the list helps with the last one. */
      readonly several: boolean;
      /** Few enough, and none begins with a digit: 1 to 9 pick one. */
      readonly oneKey: boolean;
      /** Choices for what was typed, best first; all of them for an empty text. */
      readonly find: (typed: string) => readonly Choice[] | Promise<readonly Choice[]>;
      readonly onTake?: ((choice: Choice) => void) | undefined;
      /** Said where nothing was found. */
      readonly none: string;
    }
  | {
      readonly type: 'calendar';
      readonly today: IsoDate;
      readonly language: 'zh' | 'en';
      /** The day that the text means, in whatever form it was written. */
      readonly dayOf: (text: string) => IsoDate | undefined;
      /** The text once a day was picked: keeps the time of day that was there. */
      readonly withDay: (text: string, day: IsoDate) => string;
    };

const separators = /[、，,；;]/;

/** What of the text the list is to help with: all of it, or what follows the last separator. */
export function typedPart(text: string, several: boolean): string {
  if (!several) return text.trim();
  return (text.split(separators).at(-1) ?? '').trim();
}

/** The values of a text that holds several. */
export function partsOf(text: string): readonly string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The text after a choice was taken; taking one that is there already takes it away. */
export function withChoice(text: string, choice: string, several: boolean): string {
  if (!several) return choice;
  const open = typedPart(text, true);
  const parts = partsOf(text);
  const before = open === '' ? parts : parts.slice(0, -1);
  const kept = before.filter((part) => part !== choice);
  const next = kept.length < before.length ? kept : [...kept, choice];
  return next.map((part) => `${part}、`).join('');
}

/** Without the separator that stands ready for one more. */
export function withoutOpenEnd(text: string): string {
  return text.replace(/[、，,；;\s]+$/, '');
}
