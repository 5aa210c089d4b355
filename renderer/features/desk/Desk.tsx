import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { DeskWork } from './DeskWork';
import { DutyChooser } from './duty/DutyChooser';
import { useDuty } from './duty/useDuty';
import type { Duty } from './passage/passageValues';
import { Handover } from './shift/Handover';
import { useNames } from './useNames';
import styles from './desk.module.css';

/** The checkpoint desk: who is on duty where, then one passage after the other. */
export function Desk({ sound }: { readonly sound: boolean }) {
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const { duty, choose, problem } = useDuty(store);
  const checkpoints = useNames(store, 'checkpoints');
  const [changing, setChanging] = useState(false);
  if (duty === 'reading') return <div className={styles.desk} aria-busy="true" />;
  const notKept = problem && t('desk.duty.notSaved', { problem: t(`desk.problems.${problem}`) });
  const chosen = (next: Duty) => {
    setChanging(false);
    void choose(next);
  };
  if (!duty) {
    return (
      <DutyChooser
        checkpoints={checkpoints}
        current={undefined}
        clock={clock}
        onCancel={undefined}
        onChosen={chosen}
      />
    );
  }
  return changing ? (
    <Handover
      duty={duty}
      checkpoints={checkpoints}
      onCancel={() => setChanging(false)}
      onChosen={chosen}
    />
  ) : (
    <DeskWork
      duty={duty}
      dutyProblem={notKept}
      checkpoints={checkpoints}
      sound={sound}
      onChangeDuty={() => setChanging(true)}
    />
  );
}
