import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Table } from '../../table/contract';
import { migrateRow, stepsFrom, type LedgerStep } from '../../versions/ledgerSteps';
import type { LedgerTables } from '../ledgerTables';
import type { NewerLedger } from '../newerLedger';
import { rowsPerPageOf } from '../dirtyPages';
import type { Checkpoint, PageList } from '../stored/checkpoint';
import type { EventDatabase } from '../stored/eventDatabase';
import { decodeRows } from '../../table/block/rowBlock';
import { readEach } from '../stored/readEach';
import { unsealPage, type PageContent, type SealedPage } from '../stored/page';

/** Pages fetched by one request; the next ones are under way while these are unsealed. */
const pagesPerRequest = 16;

export interface LoadingPages extends LedgerTables {
  readonly event: string;
  readonly key: CryptoKey;
  readonly steps: readonly LedgerStep[];
  readonly onProgress: (done: number, total: number) => void;
}

export interface BadPages {
  readonly ledger: string;
  readonly pages: number;
  /** Rows that the checkpoint says were in them. */
  readonly rows: number;
}

/** Asks for all pages that the checkpoint names at once; needs no key. */
export function fetchPages(
  database: EventDatabase,
  checkpoint: Checkpoint,
): ReadonlyMap<string, readonly Promise<readonly (SealedPage | undefined)[]>[]> {
  return new Map(
    Object.entries(checkpoint.ledgers).map(([ledger, { pages }]) => {
      const requests: Promise<readonly (SealedPage | undefined)[]>[] = [];
      for (let from = 0; from < pages.length; from += pagesPerRequest) {
        const keys = Array.from(
          { length: Math.min(pagesPerRequest, pages.length - from) },
          (_, index): [string, number] => [ledger, from + index],
        );
        requests.push(readEach(database.pages, keys));
      }
      return [ledger, requests];
    }),
  );
}

export interface LoadedPages {
  /** Missing, damaged or too old, ledger by ledger. */
  readonly bad: readonly BadPages[];
  /** Written by a later version of the app, which this one must not touch. */
  readonly newer: NewerLedger | undefined;
}

/** Fills the tables from the pages that the checkpoint names. */
export async function loadPages(
  loading: LoadingPages,
  checkpoint: Checkpoint,
  fetched: ReturnType<typeof fetchPages>,
): Promise<LoadedPages> {
  const total = Object.values(checkpoint.ledgers).reduce((sum, { pages }) => sum + pages.length, 0);
  loading.onProgress(0, total);
  const bad: BadPages[] = [];
  let newer: NewerLedger | undefined;
  let done = 0;
  const definer = loading.ledgers.find(({ role }) => role === 'definitions')?.id;
  // a ledger has to be defined before its rows come
  const isLater = ([ledger]: readonly [string, PageList]) => Number(ledger !== definer);
  const lists = Object.entries(checkpoint.ledgers);
  for (const [ledger, list] of lists.sort((a, b) => isLater(a) - isLater(b))) {
    const definition = loading.ledgers.find(({ id }) => id === ledger);
    const table = loading.tables.get(ledger);
    if (!definition || !table) continue; // a ledger of a later version of the app
    const isBad = new Set<number>();
    if (list.rowsPerPage !== rowsPerPageOf(definition)) list.pages.forEach((_, n) => isBad.add(n));
    let page = 0;
    for (const request of fetched.get(ledger) ?? []) {
      const contents = await unsealAll(loading, list, page, request);
      for (const content of contents) {
        if (content && content.ledgerVersion > definition.version)
          newer = { stored: content.ledgerVersion, known: definition.version };
        // After the first bad page the rest is only looked at: rows have to stand in their order.
        const isWhole =
          isBad.size > 0 ? content : content && load(loading, definition, table, page, content);
        const isShort = isBad.size === 0 && table.size < rowsBefore(list, page + 1);
        if (!isWhole || isShort) isBad.add(page);
        page++;
        loading.onProgress(++done, total);
      }
    }
    loading.learn(ledger);
    if (isBad.size > 0)
      bad.push({
        ledger,
        pages: isBad.size,
        rows: [...isBad].reduce((sum, n) => sum + (list.pages[n]?.rows ?? 0), 0),
      });
  }
  return { bad, newer };
}

async function unsealAll(
  { event, key }: LoadingPages,
  list: PageList,
  from: number,
  request: Promise<readonly (SealedPage | undefined)[]>,
): Promise<readonly (PageContent | undefined)[]> {
  const stored = await request;
  const count = Math.min(pagesPerRequest, list.pages.length - from);
  return Promise.all(
    Array.from({ length: count }, (_, index) => {
      const page = stored[index];
      const wanted = list.pages[from + index]?.version ?? 0;
      return page && page.version >= wanted ? unsealPage(key, event, page) : undefined;
    }),
  );
}

function rowsBefore(list: PageList, page: number): number {
  return list.pages.slice(0, page).reduce((sum, { rows }) => sum + rows, 0);
}

/** False where the block is of a form that this version does not know. */
function load(
  { steps, dirtyPages }: LoadingPages,
  definition: LedgerDefinition,
  table: Table,
  page: number,
  { ledgerVersion, block }: PageContent,
): boolean {
  const ahead = stepsFrom(steps, definition.id, ledgerVersion);
  try {
    if (ahead.length === 0) table.loadBlock(block);
    else {
      for (const { id, values, sequence, deletedAt } of decodeRows(block)) {
        const ordinal = table.insert(id, migrateRow(ahead, values), sequence);
        if (deletedAt !== undefined) table.setDeleted(ordinal, deletedAt, sequence);
      }
      dirtyPages.add(definition.id, page);
    }
    return true;
  } catch {
    return false;
  }
}
