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
  /** The next Enter ends a scanned code: from it until the panel judges that pass, its vehicle filled in. */
  expectVerdict(number: string): void;
  verdictShown(): Promise<number>;
  /** One strict transaction with one put, until it is complete. */
  barePut(): Promise<number>;
  /** One Ed25519 signature over as many bytes as a pass has, its key at hand. */
  bareVerify(): Promise<number>;
  /** Asks the store's worker for one thing over all passages after the other, until it is stopped. */
  startQueries(): void;
  /** How many were answered meanwhile. */
  stopQueries(): Promise<number>;
  /** Follows every frame and task from now on; a page that draws every frame hears its worker later. */
  watchFrames(): void;
  /** Times from one frame to the next, and the longest task, since `watchFrames`; follows no more. */
  framesWatched(): { readonly frames: readonly number[]; readonly longestTaskMs: number };
}

/** What the store's worker answers. */
interface Answer {
  readonly type?: string;
  readonly id?: number;
  readonly value?: unknown;
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
  const passBytes = 120;
  let startedAt = 0;
  let taken: Promise<number> = Promise.resolve(0);
  let answered: Promise<number> = Promise.resolve(0);
  let onAnswer: (ms: number) => void = () => undefined;
  let isArmed = false;
  /** Only this key begins the measurement; undefined: any. */
  let armedBy: string | undefined;
  let longest = 0;
  let frames: number[] = [];

  const start = (event: Event) => {
    if (!isArmed) return;
    if (armedBy !== undefined && !(event instanceof KeyboardEvent && event.key === armedBy)) return;
    isArmed = false;
    // a scanner's keys carry its own clock
    startedAt = armedBy === undefined ? event.timeStamp : performance.now();
  };
  window.addEventListener('keydown', start, true);
  window.addEventListener('beforeinput', start, true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  let drawnAt = 0;
  let nextFrame = 0;
  const onFrame = () => {
    const now = performance.now();
    frames.push(now - drawnAt);
    drawnAt = now;
    nextFrame = requestAnimationFrame(onFrame);
  };

  // Heard as soon as a worker is there: the page's own listener would draw the row before this one.
  const commits = new Set<number>();
  const asked = new Map<number, (value: unknown) => void>();
  let storeWorker: Worker | undefined;
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.type !== 'answer' || data.id === undefined) return;
        if (commits.delete(data.id)) onAnswer(performance.now() - startedAt);
        asked.get(data.id)?.(data.value);
        asked.delete(data.id);
      });
    }
  };
  /** Whoever is given commits. */
  const isStore = (worker: Worker) => {
    storeWorker = worker;
  };
  const post = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void; // both forms
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
    const message = args[0] as { id?: number; call?: { method?: string } }; // the store's own calls
    if (message.call?.method === 'commit' && message.id !== undefined) {
      commits.add(message.id);
      isStore(this);
    }
    post.apply(this, args);
  };

  /** Numbers that the page's own calls never reach. */
  let nextAsked = 1_000_000_000;
  const ask = (method: string, ...args: unknown[]) =>
    new Promise<unknown>((resolve) => {
      const id = nextAsked++;
      asked.set(id, resolve);
      storeWorker?.postMessage({ type: 'call', id, call: { method, args } });
    });
  let isAsking = false;
  let asking: Promise<number> = Promise.resolve(0);
  async function askOn(): Promise<number> {
    const ledger = 'checkpoint-passes';
    const contains = (field: string, text: string) => ({
      field,
      test: { type: 'contains', text },
    });
    let answered = 0;
    for (; isAsking; answered++) {
      const filters = [
        contains('driverName', '王'),
        contains('destination', answered % 2 === 0 ? '镇' : '村'),
      ];
      const sort = [{ field: 'driverName', descending: answered % 3 === 0 }];
      const view = await ask('openView', { ledger, filters, sort }, 100);
      await ask('closeView', (view as { readonly id: number }).id); // an opened view
    }
    return answered;
  }

  function until(isThere: () => boolean, key?: string): Promise<number> {
    isArmed = true;
    armedBy = key;
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

  let signed: Promise<readonly [CryptoKey, ArrayBuffer, Uint8Array<ArrayBuffer>]> | undefined;
  async function sign() {
    const made = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    const { publicKey, privateKey } = made as CryptoKeyPair; // of an algorithm with two keys
    const bytes = crypto.getRandomValues(new Uint8Array(passBytes));
    return [publicKey, await crypto.subtle.sign('Ed25519', privateKey, bytes), bytes] as const;
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
    expectVerdict: (number) => {
      const plate = document.querySelector<HTMLInputElement>('[data-desk-field=plate]');
      const panel = document.querySelector('[data-lane="0"] section[aria-live]');
      taken = until(
        () => plate?.value !== '' && panel?.textContent.includes(number) === true,
        'Enter',
      );
    },
    verdictShown: () => taken,
    bareVerify: async () => {
      const [key, signature, bytes] = await (signed ??= sign());
      const from = performance.now();
      await crypto.subtle.verify('Ed25519', key, signature, bytes);
      return performance.now() - from;
    },
    startQueries: () => {
      isAsking = true;
      asking = askOn();
    },
    stopQueries: () => {
      isAsking = false;
      return asking;
    },
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
    watchFrames: () => {
      longest = 0;
      frames = [];
      drawnAt = performance.now();
      nextFrame = requestAnimationFrame(onFrame);
    },
    framesWatched: () => {
      cancelAnimationFrame(nextFrame);
      return { frames, longestTaskMs: longest };
    },
  };
}
