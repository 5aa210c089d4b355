import type { WatchedFile } from './contract';

/** A file of this size and time has been seen since `sinceMs`. */
interface Settling extends WatchedFile {
  readonly sinceMs: number;
}
export type Settlings = ReadonlyMap<string, Settling>;

/** A stick or a share copies in bursts; a file that rests this long is whole. */
const restsMs = 2_000;

/** Workbooks, without the lock files of Excel and WPS (`~$`) and what programs write aside. */
export function isWatchedName(name: string): boolean {
  return /\.xlsx$/i.test(name) && !/^(~\$|\.)/.test(name);
}

/**
 * What a look at a folder says of its files, after earlier looks: which are whole, and how many are
 * still being copied (they grow, they are empty, or they have not rested long enough).
 *
 * `nowMs` is any clock that is never set back.
 */
export function settle(
  before: Settlings,
  found: readonly WatchedFile[],
  nowMs: number,
): { readonly seen: Settlings; readonly whole: readonly WatchedFile[]; readonly arriving: number } {
  const seen = new Map<string, Settling>();
  const whole: WatchedFile[] = [];
  for (const file of found) {
    const { name, size, modifiedAt } = file;
    const known = before.get(name);
    const rests = known?.size === size && known.modifiedAt === modifiedAt;
    const sinceMs = rests ? known.sinceMs : nowMs;
    seen.set(name, { name, size, modifiedAt, sinceMs });
    if (size > 0 && nowMs - sinceMs >= restsMs) whole.push({ name, size, modifiedAt });
  }
  whole.sort((left, right) => left.modifiedAt - right.modifiedAt);
  return { seen, whole, arriving: found.length - whole.length };
}
