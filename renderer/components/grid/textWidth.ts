/** px, set by hand or by what a column holds. */
export const narrowest = 48;
export const widest = 640;

/**
 * px that the text takes at 13 px: a Han character is as wide as the type is high, others a little
 * over half of that.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7.6;
  return width;
}

/** px of a column that holds the longest of the texts. */
export function widthFor(texts: readonly string[]): number {
  const needed = Math.max(0, ...texts.map(textWidth));
  return Math.min(widest, Math.max(narrowest, Math.ceil(needed) + 24));
}
