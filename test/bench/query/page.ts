import { Dexie } from 'dexie';
import type { Row } from '../../../shared/ledger/defineLedger';
import { manyPassages } from '../../../shared/sample/sampleCounty';
import { median, times } from '../measure';
import type { Ask } from './engineWorker';
import {
  aggregates,
  counts,
  firstPages,
  pageRows,
  peerRows,
  prefixes,
  rowCount,
  seed,
} from './questions';

type Named = Readonly<Record<string, number>>;

export interface Measured {
  readonly loadMs: number;
  readonly blockBytes: number;
  readonly lookup: Named;
  readonly pages: Named;
  readonly counts: Named;
  readonly countsFound: Named;
  readonly aggregates: Named;
  readonly vehicles: Named;
  readonly orders: Named;
  readonly dexie: Named;
}

const repeats = 15;
const engine = new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module' });

function ask(question: Ask, transfer: Transferable[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    engine.onmessage = ({ data }) => resolve(data);
    engine.onerror = ({ message }) => reject(new Error(message));
    engine.postMessage(question, transfer);
  });
}

/** Makes the million and loads it, a block at a time; milliseconds are those of loading alone. */
function load(): Promise<{ readonly loadMs: number; readonly blockBytes: number }> {
  const maker = new Worker(new URL('./makeWorker.ts', import.meta.url), { type: 'module' });
  let loadMs = 0;
  let blockBytes = 0;
  let before: Promise<unknown> = Promise.resolve();
  return new Promise((resolve, reject) => {
    maker.onerror = ({ message }) => reject(new Error(message));
    maker.onmessage = ({ data }: MessageEvent<{ block: Uint8Array; isLast: boolean }>) => {
      blockBytes += data.block.length;
      before = before.then(async () => {
        loadMs += Number(await ask({ type: 'load', block: data.block }, [data.block.buffer]));
        if (!data.isLast) return;
        maker.terminate();
        resolve({ loadMs, blockBytes });
      });
    };
  });
}

async function each<T>(
  named: Readonly<Record<string, T>>,
  work: (one: T) => unknown,
  count = repeats,
): Promise<Named> {
  const found: Record<string, number> = {};
  for (const [name, one] of Object.entries(named))
    found[name] = median(await times(() => work(one), count));
  return found;
}

async function found(): Promise<Named> {
  const numbers: Record<string, number> = {};
  for (const [name, { query }] of Object.entries(counts))
    numbers[name] = Number(await ask({ type: 'count', query }));
  return numbers;
}

/** The same rows, fewer of them, as records of a database with five indexes. */
async function fillPeer() {
  const dexie = new Dexie('bench-query');
  dexie.version(1).stores({ passes: '&id, passedAt, plate, checkpoint, outcome, documentNumber' });
  const passes = dexie.table<Record<string, unknown>, string>('passes');
  let batch: Record<string, unknown>[] = [];
  for (const { id, values } of manyPassages(peerRows, seed)) {
    batch.push({ id, ...values });
    if (batch.length < 5_000) continue;
    await passes.bulkAdd(batch);
    batch = [];
  }
  await passes.bulkAdd(batch);
  return { dexie, passes };
}

function request<T>(of: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    of.onsuccess = () => resolve(of.result);
    of.onerror = () => reject(of.error ?? new Error('IndexedDB failed'));
  });
}

async function measure(): Promise<Measured> {
  const { dexie, passes } = await fillPeer();
  const database = dexie.backendDB();
  const lookup = (index: string, range: IDBKeyRange) => () =>
    request(
      database.transaction('passes').objectStore('passes').index(index).getAll(range, pageRows),
    );
  const someRow = (await passes.toCollection().first()) ?? {};
  const lookups = {
    outcome: lookup('outcome', IDBKeyRange.only('劝返')),
    plate: lookup('plate', IDBKeyRange.lowerBound('豫H')),
    passedAt: lookup('passedAt', IDBKeyRange.lowerBound(someRow['passedAt'])),
    checkpoint: lookup('checkpoint', IDBKeyRange.only(someRow['checkpoint'])),
  };
  const loaded = await load();
  const known = ((await ask({ type: 'row', ordinal: rowCount >> 1 })) as Row).values; // as asked
  const plate = String(known['plate']);
  const pages = firstPages({
    plate,
    phone: String(known['phone']),
    name: String(known['driverName']),
  });
  // The app puts all rows in order right after it has shown the first page of a query.
  for (const query of Object.values(pages)) await ask({ type: 'order', query });
  const result = {
    ...loaded,
    lookup: await each(lookups, (work) => work(), repeats * 2),
    pages: await each(pages, (query) => ask({ type: 'page', query, rows: pageRows })),
    counts: await each(counts, ({ query }) => ask({ type: 'count', query })),
    countsFound: await found(),
    aggregates: await each(aggregates, ({ query, by, sums }) =>
      ask({ type: 'aggregate', aggregate: { query, by, sums } }),
    ),
    vehicles: await each(
      Object.fromEntries(prefixes(plate).map((prefix) => [prefix, prefix])),
      (prefix) => ask({ type: 'vehicles', prefix }),
    ),
    orders: await each(
      {
        'newest first': {},
        'by plate': { sort: [{ field: 'plate', descending: false }] },
        'by temperature': { sort: [{ field: 'temperature', descending: true }] },
      },
      (query) => ask({ type: 'order', query: { ledger: 'checkpoint-passes', ...query } }),
      5,
    ),
    dexie: await each(
      {
        'first page of one outcome': () =>
          passes.where('outcome').equals('劝返').limit(pageRows).toArray(),
        'count of one outcome': () => passes.where('outcome').equals('放行').count(),
        'day × checkpoint': async () => {
          const groups = new Map<string, number>();
          await passes.each((row) => {
            const day = Math.floor((Number(row['passedAt']) + 28_800_000) / 86_400_000);
            const key = `${day} ${String(row['checkpoint'])}`;
            groups.set(key, (groups.get(key) ?? 0) + 1);
          });
        },
      },
      (work) => work(),
      3,
    ),
  };
  dexie.close();
  await Dexie.delete('bench-query');
  return result;
}

declare global {
  interface Window {
    measureQueries: () => Promise<Measured>;
  }
}
window.measureQueries = measure;
