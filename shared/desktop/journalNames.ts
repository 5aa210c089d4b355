import { isEventId, type EventId } from '../kernel/ids';

/** The events that the names of a second copy tell of: by a journal, a sentinel or both. */
export function eventsOf(names: readonly string[]): readonly EventId[] {
  const found = names.flatMap((name) => {
    const id = name.replace(/\.(log|sentinel)$/, '');
    return id !== name && isEventId(id) ? [id] : [];
  });
  return [...new Set(found)];
}
