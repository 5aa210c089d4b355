import { useEffect, useState } from 'react';
import type { Discrepancy } from '../../../shared/checks/check';
import { checks } from '../../../shared/checks/checks';
import type { Instant } from '../../../shared/kernel/time';
import { useSession } from '../../app/session';
import { readCheck } from './readCheck';

export interface Checking {
  /** By check; absent while it has not been looked at. */
  readonly found: ReadonlyMap<string, readonly Discrepancy[]>;
  readonly checkedAt: Instant | undefined;
  /** The check that is under way, and how far it is. */
  readonly progress:
    { readonly check: string; readonly done: number; readonly total: number } | undefined;
  /** Records have changed since. */
  readonly isStale: boolean;
  readonly wasCancelled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** All checks, one after the other, at once and whenever somebody asks for it. */
export function useChecks(): Checking {
  const { store, clock } = useSession();
  const [found, setFound] = useState<Checking['found']>(new Map());
  const [checkedAt, setCheckedAt] = useState<Instant>();
  const [progress, setProgress] = useState<Checking['progress']>();
  const [isStale, setIsStale] = useState(false);
  const [wasCancelled, setWasCancelled] = useState(false);
  const [turn, setTurn] = useState(0);
  const [stopping, setStopping] = useState<AbortController>();

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const run = async () => {
      setStopping(stop);
      setFound(new Map());
      setIsStale(false);
      setWasCancelled(false);
      const now = clock();
      for (const check of checks) {
        setProgress({ check: check.id, done: 0, total: 0 });
        const discrepancies = await readCheck(store, check, {
          now,
          signal,
          onProgress: (done, total) => {
            if (!signal.aborted) setProgress({ check: check.id, done, total });
          },
        });
        if (signal.aborted) return;
        setFound((before) => new Map(before).set(check.id, discrepancies));
      }
      setCheckedAt(now);
      setProgress(undefined);
    };
    void run();
    return () => stop.abort();
  }, [store, clock, turn]);
  useEffect(() => {
    const looked = new Set(
      checks.flatMap(({ each, against }) => [each, ...against].map(({ ledger }) => ledger)),
    );
    return store.onChange((touched) => {
      if (touched.some((ledger) => looked.has(ledger))) setIsStale(true);
    });
  }, [store]);

  return {
    found,
    checkedAt,
    progress,
    isStale,
    wasCancelled,
    cancel: () => {
      stopping?.abort();
      setProgress(undefined);
      setWasCancelled(true);
    },
    again: () => setTurn((count) => count + 1),
  };
}
