import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/kernel/time';
import { useSession } from '../session';
import { keptCutOff, lastUsual, readKept } from './cutOff';

/** The cut-off that was chosen stays with the event for the day: tomorrow begins with its own. */
const cutOffSetting = 'figures.cutOff';

/** One cut-off for figures and reports alike; undefined until it was read. */
export function useCutOff(
  hours: readonly number[],
): readonly [Instant | undefined, (next: Instant) => void] {
  const { store, clock } = useSession();
  const [at, setAt] = useState<Instant>();
  useEffect(() => {
    void store.setting(cutOffSetting).then((kept) => {
      setAt(readKept(kept, clock()) ?? lastUsual(clock(), hours));
    });
  }, [store, clock, hours]);
  const choose = (next: Instant) => {
    setAt(next);
    void store.saveSetting(cutOffSetting, keptCutOff(next, clock()));
  };
  return [at, choose];
}
