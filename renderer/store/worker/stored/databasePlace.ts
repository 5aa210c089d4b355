/** Chromium's Storage Buckets, which TypeScript's library does not know yet. */
interface StorageBuckets {
  keys(): Promise<readonly string[]>;
  open(
    name: string,
    settings: { readonly persisted: boolean; readonly durability: 'strict' },
  ): Promise<{ readonly indexedDB: IDBFactory }>;
}

const prefix = 'countyline-rescue-';
let current: Promise<IDBFactory> | undefined;

function buckets(): StorageBuckets | undefined {
  return 'storageBuckets' in navigator
    ? (navigator.storageBuckets as StorageBuckets) // see above
    : undefined;
}

async function lastRescue(): Promise<number> {
  const names = (await buckets()?.keys()) ?? [];
  return Math.max(
    0,
    ...names.flatMap((name) =>
      name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : [],
    ),
  );
}

async function openRescue(number: number): Promise<IDBFactory | undefined> {
  const bucket = await buckets()?.open(`${prefix}${number}`, {
    persisted: true,
    durability: 'strict',
  });
  return bucket?.indexedDB;
}

/** Where the databases are: the origin's own place, or the last one that they had to move to. */
export function databaseFactory(): Promise<IDBFactory> {
  current ??= (async () => {
    const number = await lastRescue();
    return (number > 0 && (await openRescue(number))) || indexedDB;
  })();
  return current;
}

/**
 * A damaged CURRENT or MANIFEST makes Chromium refuse every database of a place for ever, deletion
 * included, and its files are out of a page's reach: the databases go on in a new place, filled from
 * the second copies. False where the shell has no other place.
 */
export async function moveDatabases(): Promise<boolean> {
  const factory = await openRescue((await lastRescue()) + 1);
  if (!factory) return false;
  current = Promise.resolve(factory);
  return true;
}
