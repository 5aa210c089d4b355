/** What the measurement asks of the page; all times in milliseconds. */
export interface DeskBench {
  /** The next key press begins the measurement of a passage. */
  expectRow(): void;
  /** From that key until the page hears the store's worker answer: durable in both copies. */
  durable(): Promise<number>;
  /** From that key to the task in which the new row stands on top of the list. */
  rowShown(): Promise<number>;
  expectOptions(): void;
  optionsShown(): Promise<number>;
  /** One strict transaction with one put, until it is complete. */
  barePut(): Promise<number>;
  forget(): void;
  longestTaskMs(): number;
}

declare global {
  interface Window {
    deskBench: DeskBench;
  }
}

/** Runs before the page; must stand on its own, for it is handed over as text. */
export function measureInPage(): void {
  /** A sealed passage with its journal entry. */
  const recordBytes = 900;
  let startedAt = 0;
  let taken: Promise<number> = Promise.resolve(0);
  let answered: Promise<number> = Promise.resolve(0);
  let onAnswer: (ms: number) => void = () => undefined;
  let isArmed = false;
  let longest = 0;

  const start = (event: Event) => {
    if (!isArmed) return;
    isArmed = false;
    startedAt = event.timeStamp;
  };
  window.addEventListener('keydown', start, true);
  window.addEventListener('beforeinput', start, true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });

  // Heard as soon as a worker is there: the page's own listener would draw the row before this one.
  const commits = new Set<number>();
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<{ type?: string; id?: number }>) => {
        if (data.type === 'answer' && data.id !== undefined && commits.delete(data.id))
          onAnswer(performance.now() - startedAt);
      });
    }
  };
  const post = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void; // both forms
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
    const message = args[0] as { id?: number; call?: { method?: string } }; // the store's own calls
    if (message.call?.method === 'commit' && message.id !== undefined) commits.add(message.id);
    post.apply(this, args);
  };

  function until(isThere: () => boolean): Promise<number> {
    isArmed = true;
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (isArmed || !isThere()) return;
        observer.disconnect();
        resolve(performance.now() - startedAt);
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
  }
  const topRow = () =>
    [...document.querySelectorAll<HTMLElement>('[data-passage]')].find((row) =>
      row.style.transform.includes('translateY(0px)'),
    )?.dataset.passage;

  let database: Promise<IDBDatabase> | undefined;
  function openPeer(): Promise<IDBDatabase> {
    database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('bench-peer', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('records');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
    return database;
  }

  window.deskBench = {
    expectRow: () => {
      const before = topRow();
      answered = new Promise((resolve) => {
        onAnswer = resolve;
      });
      taken = until(() => topRow() !== before);
    },
    durable: () => answered,
    rowShown: () => taken,
    expectOptions: () => {
      taken = until(() => document.querySelector('[role=option]') !== null);
    },
    optionsShown: () => taken,
    barePut: async () => {
      const peer = await openPeer();
      const bytes = crypto.getRandomValues(new Uint8Array(recordBytes));
      const from = performance.now();
      await new Promise<void>((resolve, reject) => {
        const transaction = peer.transaction('records', 'readwrite', { durability: 'strict' });
        transaction.objectStore('records').put(bytes, from);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(new Error(String(transaction.error)));
      });
      return performance.now() - from;
    },
    forget: () => {
      longest = 0;
    },
    longestTaskMs: () => longest,
  };
}
