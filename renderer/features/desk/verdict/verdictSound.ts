import { useEffect, useRef } from 'react';

export type SoundingVerdict = 'allow' | 'hold' | 'refuse' | 'test';

interface Note {
  readonly hertz: number;
  readonly startsAtMs: number;
  readonly lastsMs: number;
}

/**
 * Told apart without looking, also by who hears pitch badly: two rising for 放行, one long and low
 * for 劝返, two level for 滞留, three short for 现场采样.
 */
export const verdictNotes: Readonly<Record<SoundingVerdict, readonly Note[]>> = {
  allow: [
    { hertz: 660, startsAtMs: 0, lastsMs: 110 },
    { hertz: 880, startsAtMs: 130, lastsMs: 160 },
  ],
  hold: [
    { hertz: 440, startsAtMs: 0, lastsMs: 180 },
    { hertz: 440, startsAtMs: 260, lastsMs: 180 },
  ],
  refuse: [{ hertz: 196, startsAtMs: 0, lastsMs: 700 }],
  test: [0, 140, 280].map((startsAtMs) => ({ hertz: 587, startsAtMs, lastsMs: 80 })),
};

/** Nobody hears a verdict that the next key changes. */
const settleMs = 350;
const loudness = 0.2;
const fadeSeconds = 0.015;

/** Says the verdict on a lane once it stands; off unless the clerk wants it. */
export function useVerdictSound(verdict: SoundingVerdict | undefined, isOn: boolean): void {
  const context = useRef<AudioContext>(undefined);
  useEffect(() => {
    if (!isOn || verdict === undefined) return undefined;
    const timer = setTimeout(() => {
      context.current ??= new AudioContext();
      play(context.current, verdictNotes[verdict]);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [verdict, isOn]);
  useEffect(
    () => () => {
      void context.current?.close();
      context.current = undefined;
    },
    [],
  );
}

function play(context: AudioContext, notes: readonly Note[]): void {
  // a laptop that slept has suspended it
  void context.resume();
  for (const { hertz, startsAtMs, lastsMs } of notes) {
    const from = context.currentTime + startsAtMs / 1000;
    const until = from + lastsMs / 1000;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + fadeSeconds);
    volume.gain.setValueAtTime(loudness, until - fadeSeconds);
    volume.gain.linearRampToValueAtTime(0, until);
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(until);
  }
}
