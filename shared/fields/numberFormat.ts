const quotedOrBracketed = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const datePart = /[ymdhs]|上午|下午|am\/pm/i;
const timePart = /[hs]|上午|下午|am\/pm/i;

const known = new Map<string, { readonly date: boolean; readonly time: boolean }>();

/** What a number format code shows: a date serial, a time of day, or a plain number (neither). */
export function formatShows(format: string | undefined): {
  readonly date: boolean;
  readonly time: boolean;
} {
  const key = format ?? '';
  let shows = known.get(key);
  if (!shows) {
    const bare = key.replace(quotedOrBracketed, '');
    const general = /^general$/i.test(bare);
    shows = { date: !general && datePart.test(bare), time: !general && timePart.test(bare) };
    if (known.size < 5_000) known.set(key, shows);
  }
  return shows;
}
