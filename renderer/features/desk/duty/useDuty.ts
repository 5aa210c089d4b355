import { useEffect, useState } from 'react';
import type { CommitProblem, Store } from '../../../store/contract';
import type { Duty } from '../passage/passageValues';

const settingKey = 'desk.duty';

interface DutyState {
  /** `reading` until the setting has come; undefined when nobody has chosen yet. */
  readonly duty: Duty | 'reading' | undefined;
  readonly choose: (duty: Duty) => Promise<void>;
  /** Why the last choice was not kept; it holds for this sitting all the same. */
  readonly problem: CommitProblem['tag'] | undefined;
}

/** Checkpoint, shift and staff, kept with the event on this device. */
export function useDuty(store: Store): DutyState {
  const [duty, setDuty] = useState<Duty | 'reading' | undefined>('reading');
  const [problem, setProblem] = useState<CommitProblem['tag']>();
  useEffect(() => {
    let gone = false;
    void store.setting(settingKey).then((text) => {
      if (!gone) setDuty(readDuty(text));
    });
    return () => {
      gone = true;
    };
  }, [store]);
  const choose = async (chosen: Duty) => {
    setDuty(chosen);
    const saved = await store.saveSetting(settingKey, JSON.stringify(chosen));
    setProblem(saved.ok ? undefined : saved.problem.tag);
  };
  return { duty, choose, problem };
}

export function readDuty(text: string | undefined): Duty | undefined {
  if (text === undefined) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return undefined;
    const part = new Map(Object.entries(found));
    const word = (name: string) => {
      const value: unknown = part.get(name);
      return typeof value === 'string' ? value : '';
    };
    const duty = {
      checkpoint: word('checkpoint'),
      shift: word('shift'),
      staff: word('staff'),
      homePlate: word('homePlate'),
      lanes: part.get('lanes') === 2 ? (2 as const) : (1 as const),
    };
    return duty.checkpoint && duty.shift && duty.staff ? duty : undefined;
  } catch {
    return undefined; // written by a version that kept it otherwise: ask again
  }
}
