import type { Table } from 'dexie';

/**
 * Records by their keys, undefined where one is missing or cannot be read: a large value lies in a
 * file of its own, and without that file the whole request is refused.
 */
export async function readEach<Stored, Key>(
  table: Table<Stored, Key>,
  keys: readonly Key[],
): Promise<readonly (Stored | undefined)[]> {
  try {
    return await table.bulkGet([...keys]);
  } catch {
    const found: (Stored | undefined)[] = [];
    for (const key of keys) {
      try {
        found.push(await table.get(key));
      } catch {
        found.push(undefined);
      }
    }
    return found;
  }
}
