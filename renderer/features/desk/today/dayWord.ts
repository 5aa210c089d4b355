import type { IsoDate } from '../../../../shared/kernel/time';

/** A day as it is said: 3月27日, 27 Mar. */
export function dayWord(date: IsoDate, language: string): string {
  const [, month, day] = date.split('-').map(Number);
  if (!language.startsWith('en')) return `${month}月${day}日`;
  const name = new Date(`${date}T00:00:00Z`).toLocaleString('en', {
    month: 'short',
    timeZone: 'UTC',
  });
  return `${day} ${name}`;
}
