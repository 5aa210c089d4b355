import { useEffect, useState } from 'react';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { Store } from '../../store/contract';
import { useSession } from '../session';
import { keptCutOff, lastUsual, readKept } from './cutOff';

/** The cut-off that was chosen stays with the event for the day: tomorrow begins with its own. */
const cutOffSetting = 'figures.cutOff';

/**
 * When the records of the event end, as milliseconds since 1970: of an event that is over, such as
 * the sample county. Without a cut-off chosen today its figures begin there instead of now.
 */
export const recordsEndSetting = 'event.recordsEnd';

/** Undefined: the event goes on. */
export async function recordsEnd(store: Store): Promise<Instant | undefined> {
  const kept = await store.setting(recordsEndSetting);
  return kept === undefined ? undefined : toInstant(Number(kept));
}

/** One cut-off for figures and reports alike; undefined until it was read. */
export function useCutOff(
  hours: readonly number[],
): readonly [Instant | undefined, (next: Instant) => void] {
  const { store, clock } = useSession();
  const [at, setAt] = useState<Instant>();
  useEffect(() => {
    const asked = Promise.all([store.setting(cutOffSetting), recordsEnd(store)]);
    void asked.then(([kept, end]) => {
      const now = clock();
      setAt(readKept(kept, now) ?? lastUsual(end !== undefined && end < now ? end : now, hours));
    });
  }, [store, clock, hours]);
  const choose = (next: Instant) => {
    setAt(next);
    void store.saveSetting(cutOffSetting, keptCutOff(next, clock()));
  };
  return [at, choose];
}
