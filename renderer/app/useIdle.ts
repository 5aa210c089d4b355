import { useEffect, useRef } from 'react';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const lookEveryMs = 1_000;

/**
 * Calls back once nobody has touched keyboard or mouse for so long; 0 minutes: never. A laptop that
 * slept is late by what it slept on one clock and not on the other, so both are read; and a sign
 * that comes too late is the stranger who has just opened the lid, not work going on.
 */
export function useIdle(minutes: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    if (minutes === 0) return undefined;
    const limitMs = minutes * 60_000;
    let byClock = Date.now();
    let sinceStart = performance.now();
    const isIdle = () =>
      Date.now() - byClock >= limitMs || performance.now() - sinceStart >= limitMs;
    const look = () => {
      if (isIdle()) latest.current();
    };
    const onSign = () => {
      if (isIdle()) return latest.current();
      byClock = Date.now();
      sinceStart = performance.now();
    };
    const timer = window.setInterval(look, lookEveryMs);
    for (const sign of signs) window.addEventListener(sign, onSign, true);
    return () => {
      window.clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign, true);
    };
  }, [minutes]);
}
