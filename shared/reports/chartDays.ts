import { toInstant, type Instant } from '../kernel/time';

const dayMs = 86_400_000;
const written = /^(?:近?\s*(\d{1,2})\s*[日天]|(\d{1,2}) days?)$/;

/**
 * The instants of a chart that goes day by day, the cut-off last; undefined where `over` is not a
 * number of days from 2 to 31.
 */
export function chartDays(over: string, at: Instant): readonly Instant[] | undefined {
  const found = written.exec(over.trim());
  const days = Number(found?.[1] ?? found?.[2] ?? 0);
  if (days < 2 || days > 31) return undefined;
  return Array.from({ length: days }, (_, place) => toInstant(at - (days - 1 - place) * dayMs));
}
