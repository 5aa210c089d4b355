import { z } from 'zod';
import type { Store, StoreReading } from '../../../store/contract';

const key = 'exchange.passwords';
const stored = z.array(z.string());
const remembered = 10;

/** Passwords that have opened or closed a workbook here, latest first: kept sealed, tried in turn. */
export async function readPasswords(store: StoreReading): Promise<readonly string[]> {
  try {
    return stored.safeParse(JSON.parse((await store.setting(key)) ?? '[]')).data ?? [];
  } catch {
    return []; // written by another version: asked for again
  }
}

export async function rememberPassword(store: Store, password: string): Promise<void> {
  if (password === '') return;
  const others = (await readPasswords(store)).filter((one) => one !== password);
  await store.saveSetting(key, JSON.stringify([password, ...others].slice(0, remembered)));
}
