import type { HashedEntry } from '../journal/entry';

/** What people call each device, by its id. */
export type DeviceNames = Readonly<Record<string, string>>;

/**
 * Of the devices that made the entries, those with a known name: they travel with the entries, so
 * that a change keeps the name of where it was made however often it is passed on.
 */
export function namesOfMakers(entries: readonly HashedEntry[], known: DeviceNames): DeviceNames {
  const names: Record<string, string> = {};
  for (const { entry } of entries) {
    const name = Object.hasOwn(known, entry.device) ? known[entry.device] : undefined;
    if (name !== undefined) names[entry.device] = name;
  }
  return names;
}
