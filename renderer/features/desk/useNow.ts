import { useEffect, useState } from 'react';
import { addDays, dateOf, startOfDay, type Clock, type Instant } from '../../../shared/kernel/time';

const stepMs = 10_000;

/** The time, told every ten seconds and at the very stroke of midnight in China. */
export function useNow(clock: Clock): Instant {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = clock();
      setNow(at);
      const midnight = startOfDay(addDays(dateOf(at), 1));
      timer = setTimeout(tick, Math.min(stepMs, midnight - at));
    };
    tick();
    return () => clearTimeout(timer);
  }, [clock]);
  return now;
}
