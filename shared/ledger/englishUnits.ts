/** The units of the ledgers that a reader of English does not know; others (kg, m²) stay as they are. */
export const englishUnits = {
  人: 'people',
  件: 'pieces',
  元: 'yuan',
  '元/公斤': 'yuan/kg',
  分钟: 'min',
  剂: 'doses',
  吨: 't',
  天: 'days',
  小时: 'h',
  岁: 'years',
  户: 'households',
  条: 'messages',
  管: 'tubes',
  袋: 'bags',
  间: 'rooms',
} as const;

const words: Readonly<Record<string, string>> = englishUnits;

export function unitIn(unit: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? unit : (words[unit] ?? unit);
}
