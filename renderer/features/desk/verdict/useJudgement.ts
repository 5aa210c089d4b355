import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../../../shared/kernel/time';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useSession } from '../../../app/session';
import { isEmpty, type DeskForm } from '../form/deskForm';
import { judgeForm } from './judgeForm';
import type { Lookups } from '../known/lookups';
import type { Duty } from '../passage/passageValues';
import type { FormReading } from '../form/readForm';
import { nothingOnRecord, vehicleKeyOf, type VehicleRecord } from '../known/vehicleRecord';

interface Judged {
  readonly form: DeskForm;
  readonly reading: FormReading;
  readonly duty: Duty;
  readonly lookups: Lookups;
  /** A correction is judged at its own time. */
  readonly at: Instant;
  readonly active: string | undefined;
}

/** The verdict on what stands on a lane, as it is typed; undefined while there is nothing to judge. */
export function useJudgement(judged: Judged): Judgement | undefined {
  const { form, reading, duty, lookups, at, active } = judged;
  const { store } = useSession();
  const { facts } = useJudging();
  const [record, setRecord] = useState<{ readonly key: string; readonly of: VehicleRecord }>();
  const wanted = vehicleKeyOf(form, duty.homePlate);
  const key = JSON.stringify(wanted);
  const empty = isEmpty(form);
  useEffect(() => {
    if (empty) return undefined;
    let gone = false;
    const answer = lookups.record(JSON.parse(key) as typeof wanted); // written above
    if (answer.state === 'known') setRecord({ key, of: answer.value });
    else {
      void answer.coming.then((of) => {
        if (!gone) setRecord({ key, of });
      });
    }
    return () => {
      gone = true;
    };
  }, [lookups, key, empty]);
  const known = (record?.key === key ? record.of : lookups.recordAtHand(wanted)) ?? nothingOnRecord;
  return useMemo(() => {
    if (!facts || empty) return undefined;
    const latestRecord = store.status().latestAt;
    const { checkpoint } = duty;
    return judgeForm({ form, reading, record: known, facts, checkpoint, at, latestRecord, active });
  }, [facts, empty, form, reading, known, duty, at, store, active]);
}
