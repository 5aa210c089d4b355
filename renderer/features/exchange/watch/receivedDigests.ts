import { z } from 'zod';
import type { Store, StoreReading } from '../../../store/contract';
import { fileDigest } from '../import/fileDigest';
import { readImports } from '../import/importMemory';

const key = 'exchange.receivedFiles';
const stored = z.array(z.string());
const remembered = 2_000;

/** Digests of files that were written here already, or that were receipts and have been read. */
export async function readReceived(store: StoreReading): Promise<ReadonlySet<string>> {
  const imported = (await readImports(store)).flatMap(({ digest, undone }) =>
    undone ? [] : [digest],
  );
  return new Set([...(await digests(store)), ...imported]);
}

export async function rememberReceived(store: Store, bytes: Uint8Array): Promise<void> {
  const digest = await fileDigest(bytes);
  const others = (await digests(store)).filter((one) => one !== digest);
  await store.saveSetting(key, JSON.stringify([...others, digest].slice(-remembered)));
}

async function digests(store: StoreReading): Promise<readonly string[]> {
  try {
    return stored.safeParse(JSON.parse((await store.setting(key)) ?? '[]')).data ?? [];
  } catch {
    return []; // written by another version: what comes again is recognised when it is opened
  }
}
