/** One collator for all columns: making one takes longer than a thousand comparisons. */
const pinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/** Chinese text by pinyin; `2号` before `10号`. */
export function compareText(left: string, right: string): number {
  return left === right ? 0 : pinyin.compare(left, right);
}

/** Codes and identifiers, which have no sound. */
export function compareCode(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
