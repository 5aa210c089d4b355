import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { DutyChooser } from '../duty/DutyChooser';
import { outcomeWord } from '../marks/outcomeWord';
import { wordOf } from '../form/OneKeyField';
import type { Duty } from '../passage/passageValues';
import type { Names } from '../useNames';
import { ShiftPanel } from './ShiftPanel';
import { doneWords, openWords } from './shiftWords';
import { firstOf, isHandover, signOver, type Signatures } from './signOver';
import { useShift } from './useShift';
import styles from './shift.module.css';

interface HandoverProps {
  readonly duty: Duty;
  readonly checkpoints: Names;
  readonly onChosen: (duty: Duty) => void;
  readonly onCancel: () => void;
}

/** The change of shift: who comes, beside what is handed over; both names go on record. */
export function Handover({ duty, checkpoints, onChosen, onCancel }: HandoverProps) {
  const { store, clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const shift = useShift(duty);
  const [problem, setProblem] = useState('');
  const name = checkpoints.nameOf(duty.checkpoint) ?? duty.checkpoint;
  const handOver = async (to: Duty, signatures: Signatures) => {
    if (!isHandover(duty, to)) {
      onChosen(to);
      return;
    }
    const zh = i18n.getFixedT('zh');
    const word = (field: 'direction' | 'outcome', value: string) =>
      field === 'outcome' ? outcomeWord(value, 'zh') : wordOf(field, value, 'zh');
    const writes = await signOver(store, {
      from: duty,
      to,
      signatures,
      done: doneWords(zh, shift.summary, word),
      open: openWords(zh, shift.open),
      place: { name, leaders: shift.leaders },
      at: clock(),
      random,
    });
    const source = { type: 'desk', checkpoint: name, shift: duty.shift } as const;
    const done = await store.commit(writes, source);
    if (done.ok) onChosen(to);
    else setProblem(t('shift.notSaved', { problem: t(`desk.problems.${done.problem.tag}`) }));
  };
  return (
    <div
      className={styles.page}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <DutyChooser
        checkpoints={checkpoints}
        current={duty}
        clock={clock}
        handedOverBy={firstOf(duty.staff)}
        refused={problem}
        onCancel={onCancel}
        onChosen={(to, signatures) => void handOver(to, signatures)}
      />
      <ShiftPanel duty={duty} place={name} shift={shift} />
    </div>
  );
}
