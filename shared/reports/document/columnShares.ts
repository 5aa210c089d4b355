/** Bounds of what a column asks for, in half-width characters. */
const narrowest = 6;
const widest = 28;

/** What share of a table's width each column gets, by the longest text in it; they add up to 1. */
export function columnShares(lines: readonly (readonly string[])[]): readonly number[] {
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(widest, Math.max(narrowest, ...lines.map((line) => halfWidths(line[column] ?? '')))),
  );
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / whole);
}

/** How many half-width characters the text is wide: one of 汉字 counts for two. */
function halfWidths(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1), 2);
}
