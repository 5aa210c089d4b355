import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, type Instant } from '../../../../shared/kernel/time';
import type { OverdueTransit } from '../../../../shared/passes/transit';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import { showPlate } from '../marks/showPlate';
import type { Names } from '../useNames';
import { ageWords } from '../verdict/panelLines';
import styles from './transits.module.css';

interface TransitsDialogProps {
  readonly overdue: readonly OverdueTransit[];
  readonly checkpoints: Names;
  readonly now: Instant;
  readonly onClose: () => void;
}

const columns = ['plate', 'seal', 'entered', 'enteredAt', 'leaveBy', 'late'] as const;

/** Sealed vehicles that should have left the county by now: which seal, entered where, due when. */
export function TransitsDialog({ overdue, checkpoints, now, onClose }: TransitsDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const sought = fold(text);
  const shown = overdue.filter(({ plate, seal = '', enteredBy }) =>
    [plate, seal, checkpoints.nameOf(enteredBy) ?? ''].some((one) => fold(one).includes(sought)),
  );
  const scroll = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) event.currentTarget.querySelector('[data-scroll]')?.scrollBy({ top: step * 30 });
  };
  return (
    <DeskDialog
      title={t('transits.title', { count: overdue.length })}
      isWide
      onClose={onClose}
      onKey={scroll}
    >
      <p className={styles.note}>{t('transits.note')}</p>
      <input
        type="search"
        className={styles.filter}
        aria-label={t('transits.filter')}
        placeholder={t('transits.filter')}
        value={text}
        data-first
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className={styles.scroll} data-scroll>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`transits.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ plate, seal, enteredBy, enteredAt, leaveBy }) => (
              <tr key={plate}>
                <td>
                  <strong>{showPlate(plate)}</strong>
                </td>
                <td>{seal ?? t('transits.noSeal')}</td>
                <td>{checkpoints.nameOf(enteredBy) ?? ''}</td>
                <td>{formatInstant(enteredAt).slice(5)}</td>
                <td>{formatInstant(leaveBy).slice(5)}</td>
                <td className={styles.late}>{ageWords(now - leaveBy, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 ? (
          <p className={styles.note}>
            {t(overdue.length === 0 ? 'transits.empty' : 'transits.noMatch')}
          </p>
        ) : null}
      </div>
      <div className={styles.foot}>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
      </div>
    </DeskDialog>
  );
}

const fold = (text: string) => text.normalize('NFKC').replace(/[\s·]/g, '').toUpperCase();
