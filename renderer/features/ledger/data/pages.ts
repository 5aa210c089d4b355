import type { Row } from '../../../../shared/ledger/defineLedger';

/** Rows read from the store at a time. */
export const pageRows = 200;
/** Pages read ahead on both sides of what is on screen, so that scrolling meets no blanks. */
const ahead = 2;
/** Farther pages are forgotten: a million rows need not be held twice. */
const mostPages = 60;

/** The rows of an open view that are on screen or near it. */
export interface Pages {
  rowAt(position: number): Row | undefined;
  /** Takes rows that came with the opening, from the first on. */
  fill(first: readonly Row[]): Promise<void>;
  /** Reads what is missing for these positions in one call; true when something was read. */
  load(from: number, to: number): Promise<boolean>;
  /** Reads again what is on screen and forgets the rest. */
  reload(from: number, to: number): Promise<void>;
}

export function createPages(
  read: (from: number, to: number) => Promise<readonly Row[]>,
  learn: (rows: readonly Row[]) => Promise<void>,
): Pages {
  let pages = new Map<number, readonly Row[]>();
  let asked = new Set<number>();

  async function readPages(first: number, last: number): Promise<Map<number, readonly Row[]>> {
    const rows = await read(first * pageRows, (last + 1) * pageRows);
    await learn(rows);
    const found = new Map<number, readonly Row[]>();
    for (let page = first; page <= last; page++)
      found.set(page, rows.slice((page - first) * pageRows, (page - first + 1) * pageRows));
    return found;
  }

  function forget(near: number): void {
    if (pages.size <= mostPages) return;
    const far = [...pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near));
    for (const page of far.slice(0, pages.size - mostPages)) {
      pages.delete(page);
      asked.delete(page);
    }
  }

  return {
    rowAt: (position) => pages.get(Math.floor(position / pageRows))?.[position % pageRows],
    async fill(first) {
      await learn(first);
      pages.set(0, first);
      asked.add(0);
    },
    async load(from, to) {
      const own = asked;
      const first = Math.max(0, Math.floor(from / pageRows) - ahead);
      const last = Math.max(0, Math.floor(Math.max(from, to - 1) / pageRows)) + ahead;
      const missing: number[] = [];
      for (let page = first; page <= last; page++) if (!own.has(page)) missing.push(page);
      const [start] = missing;
      const end = missing.at(-1);
      if (start === undefined || end === undefined) return false;
      for (let page = start; page <= end; page++) own.add(page);
      const found = await readPages(start, end);
      // meanwhile read anew: these rows are of an earlier state
      if (own !== asked) return false;
      for (const [page, rows] of found) pages.set(page, rows);
      forget(Math.floor(from / pageRows));
      return true;
    },
    async reload(from, to) {
      const own = new Set<number>();
      asked = own;
      const first = Math.max(0, Math.floor(from / pageRows));
      const last = Math.max(first, Math.floor(Math.max(0, to - 1) / pageRows));
      for (let page = first; page <= last; page++) own.add(page);
      const found = await readPages(first, last);
      if (own === asked) pages = found;
    },
  };
}
