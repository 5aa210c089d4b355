import { z } from 'zod';
import type { NamedMapping } from '../../../../../shared/exchange/recognise/namedMapping';
import type { Store, StoreReading } from '../../../../store/contract';

const schema = z.array(
  z.object({
    name: z.string(),
    ledger: z.string(),
    columns: z.array(z.object({ header: z.string(), target: z.string().nullable() })),
  }),
);

// In one value, which is sealed: names of settings are not.
const key = 'exchange.mappings';

/** By name; none where another version wrote them. */
export async function readNamedMappings(store: StoreReading): Promise<readonly NamedMapping[]> {
  try {
    const found = schema.safeParse(JSON.parse((await store.setting(key)) ?? '[]')).data ?? [];
    return found.toSorted((left, right) => left.name.localeCompare(right.name, 'zh'));
  } catch {
    return [];
  }
}

/** Takes the place of one with the same name and ledger. */
export async function saveNamedMapping(store: Store, mapping: NamedMapping): Promise<void> {
  await write(store, [...(await others(store, mapping)), mapping]);
}

export async function removeNamedMapping(store: Store, mapping: NamedMapping): Promise<void> {
  await write(store, await others(store, mapping));
}

async function others(store: Store, { name, ledger }: NamedMapping) {
  const all = await readNamedMappings(store);
  return all.filter((one) => one.name !== name || one.ledger !== ledger);
}

async function write(store: Store, mappings: readonly NamedMapping[]): Promise<void> {
  await store.saveSetting(key, JSON.stringify(mappings));
}
