import { useEffect, useState } from 'react';
import type { FigureValue } from '../../../shared/figures/computeFigure';
import type { Instant } from '../../../shared/kernel/time';
import { useSession } from '../../app/session';
import { readFigures } from '../../store/readFigures';
import { cutOffAt, dayBefore } from '../../app/cutOff/cutOff';

export interface Figures {
  /** What the values hold for; undefined before any were computed. */
  readonly at: Instant | undefined;
  readonly now: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number>;
  /** Counts ledgers, twice: for the cut-off and for a day before. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly wasCancelled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

interface Computed {
  readonly at: Instant;
  readonly now: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number>;
}

const nothing: ReadonlyMap<string, number> = new Map();
const settleMs = 400;

/** The figures at a cut-off, computed anew when records change. Cancelled, the last ones stay. */
export function useFigures(at: Instant): Figures {
  const { store, ledgers } = useSession();
  const [computed, setComputed] = useState<Computed>();
  const [progress, setProgress] = useState<Figures['progress']>();
  const [wasCancelled, setWasCancelled] = useState(false);
  const [turn, setTurn] = useState(0);
  const [stopping, setStopping] = useState<AbortController>();

  useEffect(() => {
    const stop = new AbortController();
    const compute = async () => {
      const cutOff = cutOffAt(at);
      setStopping(stop);
      setWasCancelled(false);
      const read = (day: typeof cutOff, half: 0 | 1) =>
        readFigures(store, ledgers, day, {
          signal: stop.signal,
          onProgress: (done, total) => {
            if (!stop.signal.aborted) setProgress({ done: done + half * total, total: 2 * total });
          },
        });
      const now = await read(cutOff, 0);
      const before = now.ok ? await read(dayBefore(cutOff), 1) : now;
      if (now.ok && before.ok && !stop.signal.aborted) {
        setComputed({ at, now: byFigure(now.value), before: byFigure(before.value) });
        setProgress(undefined);
      }
    };
    void compute();
    return () => stop.abort();
  }, [store, ledgers, at, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const counted = new Set(
      ledgers.filter(({ figures }) => figures.length > 0).map(({ id }) => id),
    );
    const stop = store.onChange((touched) => {
      if (!touched.some((ledger) => counted.has(ledger))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((count) => count + 1), settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, ledgers]);

  return {
    at: computed?.at,
    now: computed?.now ?? nothing,
    before: computed?.before ?? nothing,
    progress,
    wasCancelled,
    cancel: () => {
      stopping?.abort();
      setProgress(undefined);
      setWasCancelled(true);
    },
    again: () => setTurn((count) => count + 1),
  };
}

function byFigure(values: readonly FigureValue[]): ReadonlyMap<string, number> {
  return new Map(values.map(({ figure, value }) => [figure, value]));
}
