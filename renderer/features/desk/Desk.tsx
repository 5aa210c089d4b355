import { useState } from 'react';
import { useSession } from '../../app/session';
import { DeskWork } from './DeskWork';
import { DutyChooser } from './DutyChooser';
import { useDuty } from './useDuty';
import { useNames } from './useNames';
import styles from './desk.module.css';

/** The checkpoint desk: who is on duty where, then one passage after the other. */
export function Desk() {
  const { store, clock } = useSession();
  const { duty, choose } = useDuty(store);
  const checkpoints = useNames(store, 'checkpoints');
  const [changing, setChanging] = useState(false);
  if (duty === 'reading') return <div className={styles.desk} aria-busy="true" />;
  return duty && !changing ? (
    <DeskWork duty={duty} checkpoints={checkpoints} onChangeDuty={() => setChanging(true)} />
  ) : (
    <DutyChooser
      checkpoints={checkpoints}
      current={duty}
      clock={clock}
      onChosen={(chosen) => {
        setChanging(false);
        void choose(chosen);
      }}
    />
  );
}
