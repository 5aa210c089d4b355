let loading: Promise<(text: string) => string> | undefined;

/** Pinyin initials, `bac` for 北岸村; the dictionary is read at the first use. */
export function loadInitials(): Promise<(text: string) => string> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, string>();
    return (text: string) => {
      const found =
        known.get(text) ??
        pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
      known.set(text, found);
      return found;
    };
  });
  return loading;
}
