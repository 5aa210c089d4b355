import type { Choice } from './assistant';

export interface Findable extends Choice {
  /** Other words for it, found as well. */
  readonly alsoCalled?: readonly string[] | undefined;
}

/**
 * Choices that fit what was typed, best first: begins with it, has it, is called so otherwise, has
 * these pinyin initials. Nothing typed: all of them in their own order.
 */
export function findChoices(
  choices: readonly Findable[],
  typed: string,
  initialsOf: (text: string) => string,
): readonly Choice[] {
  const wanted = fold(typed);
  if (wanted === '') return choices;
  const ranked = choices.flatMap((choice, index) => {
    const rank = rankOf(choice, wanted, initialsOf);
    return rank === undefined ? [] : [{ choice, rank, index }];
  });
  return ranked
    .sort((left, right) => left.rank - right.rank || left.index - right.index)
    .map(({ choice }) => choice);
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/**
 * | the text is it | begins with it | has it | another word has it | initials have it |
 * | 0              | 1              | 2      | 3                   | 4                |
 */
function rankOf(
  { text, detail, alsoCalled = [] }: Findable,
  wanted: string,
  initialsOf: (text: string) => string,
): number | undefined {
  const own = fold(text);
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  if (own.includes(wanted)) return 2;
  if ([detail ?? '', ...alsoCalled].some((word) => fold(word).includes(wanted))) return 3;
  return /^[a-z]+$/.test(wanted) && initialsOf(text).includes(wanted) ? 4 : undefined;
}
