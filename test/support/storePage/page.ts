import type { Desktop, FileProblem, JournalFiles } from '../../../shared/desktop/contract';
import type { EventId } from '../../../shared/kernel/ids';
import { failed } from '../../../shared/kernel/result';
import { manyPassages, sampleCounty } from '../../../shared/sample/sampleCounty';
import { connectDesktop } from '../../../renderer/desktop/connectDesktop';
import { journalLineOf } from '../../../renderer/desktop/journalLine';
import { createEventStores } from '../../../renderer/store/createEventStores';
import { contentOf, give, makeLaptop, openLaptop, planFrom, takeFromAhead } from './laptop';
import type { EventStores, OpenedEvent, Store, Write } from '../../../renderer/store/contract';
import type { OpenProgress } from '../../../renderer/store/eventContract';

export const testSecret = 'correct-horse-42';

/** What the medium of the second copy does wrong; only where the page was asked for with `?faults`. */
export interface Faults {
  /** Each append is answered with it. */
  refused?: FileProblem | undefined;
  /** Calls of this one are never answered, and never done. */
  hanging?: keyof JournalFiles | undefined;
}

/** What a test reaches in the page: the product's own store, worker and shell, without its screens. */
export interface StorePage {
  readonly desktop: Desktop;
  readonly stores: EventStores;
  readonly faults: Faults;
  readonly sampleCounty: typeof sampleCounty;
  readonly manyPassages: typeof manyPassages;
  /** Several laptops beside each other, and what passes between them. */
  readonly laptops: {
    readonly make: typeof makeLaptop;
    readonly open: typeof openLaptop;
    readonly give: typeof give;
    readonly planFrom: typeof planFrom;
    readonly contentOf: typeof contentOf;
    readonly takeFromAhead: typeof takeFromAhead;
  };
  /** The store that `make` or `open` has opened last; throws before that. */
  readonly store: () => Store;
  readonly make: (name?: string) => Promise<OpenedEvent & { readonly recoveryCode: string }>;
  /** Opens with the passphrase of `make`; throws the problem's tag where it can't. */
  readonly open: (
    event: EventId,
    acceptLosses?: boolean,
    onProgress?: (progress: OpenProgress) => void,
  ) => Promise<OpenedEvent>;
  /** Commits invented passages, `perCommit` at a time; gives the sequence of the last commit. */
  readonly addPassages: (count: number, seed: number, perCommit: number) => Promise<number>;
}

declare global {
  interface Window {
    readonly storePage: StorePage;
  }
}

const real = await connectDesktop();
const faults: Faults = {};
const hasFaults = new URLSearchParams(location.search).has('faults');
const journal = new Proxy(real.journal, {
  get: (target, method: keyof JournalFiles) => {
    if (faults.hanging === method) return () => new Promise(() => undefined);
    const { refused } = faults;
    if (refused && method === 'append') return () => Promise.resolve(failed(refused));
    return target[method];
  },
});
const desktop = hasFaults ? { ...real, journal } : real;
/** The app of next year, where the page was asked for with `?next`. */
const isNext = new URLSearchParams(location.search).has('next');
const worker = isNext
  ? new Worker(new URL('./nextStoreWorker.ts', import.meta.url), { type: 'module', name: 'store' })
  : new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module', name: 'store' });
const stores = createEventStores({
  desktop,
  worker,
  journalLine: hasFaults ? undefined : journalLineOf(desktop.journal),
});
let opened: Store | undefined;

function store(): Store {
  if (!opened) throw new Error('No event is open');
  return opened;
}

const page: StorePage = {
  desktop,
  stores,
  faults,
  sampleCounty,
  manyPassages,
  laptops: { make: makeLaptop, open: openLaptop, give, planFrom, contentOf, takeFromAhead },
  store,
  make: async (name = '测试事件') => {
    const made = await stores.create({
      name,
      unit: '测试指挥部',
      deviceName: '卡点3',
      operator: '测试员',
      passphrase: testSecret,
    });
    if (!made.ok) throw new Error(made.problem.tag);
    opened = made.value.store;
    return made.value;
  },
  open: async (event, acceptLosses = false, onProgress) => {
    const found = await stores.open(event, testSecret, '测试员', {
      acceptLosses,
      ...(onProgress ? { onProgress } : {}),
    });
    if (!found.ok) throw new Error(found.problem.tag);
    opened = found.value.store;
    return found.value;
  },
  addPassages: async (count, seed, perCommit) => {
    let sequence = 0;
    let writes: Write[] = [];
    const flush = async () => {
      const done = await store().commit(writes, { type: 'sample' });
      if (!done.ok) throw new Error(done.problem.tag);
      sequence = done.value.sequence;
      writes = [];
    };
    for (const { id, values } of manyPassages(count, seed)) {
      writes.push({ type: 'insert', ledger: 'checkpoint-passes', row: id, values });
      if (writes.length === perCommit) await flush();
    }
    if (writes.length > 0) await flush();
    return sequence;
  },
};
Object.assign(window, { storePage: page });
