import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { HeldVehicle } from './heldVehicles';
import { KeyCap } from '../marks/KeyCap';
import { ageWords } from '../verdict/panelLines';
import { showPlate } from '../marks/showPlate';
import styles from '../marks/dialog.module.css';

interface HeldDialogProps {
  readonly held: readonly HeldVehicle[];
  /** Its papers are complete: onto the desk with what is known, to be decided anew. */
  readonly onChoose: (row: Row) => void;
  readonly onClose: () => void;
}

/** Who waits at the checkpoint and how long, also since the days before. */
export function HeldDialog({ held, onChoose, onClose }: HeldDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [marked, setMarked] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="held-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const chosen = held[marked];
        if (step) setMarked(Math.max(0, Math.min(held.length - 1, marked + step)));
        else if (event.key === 'Enter' && chosen) onChoose(chosen.row);
        else return;
        event.preventDefault();
      }}
    >
      <h2 id="held-title" className={styles.title}>
        {t('desk.held.title')}
      </h2>
      <p className={styles.note}>{t('desk.held.note')}</p>
      <div className={styles.held} role="listbox" aria-labelledby="held-title" tabIndex={0}>
        {held.map(({ row, heldMs }, index) => (
          <div
            key={row.id}
            role="option"
            aria-selected={index === marked}
            className={[styles.heldRow, index === marked ? styles.chosen : ''].join(' ')}
            onClick={() => onChoose(row)}
          >
            <strong>{plateOf(row) || t('desk.panel.noPlate')}</strong>
            <span>{sinceOf(row)}</span>
            <span>{ageWords(heldMs, t)}</span>
            <span className={styles.grounds}>{groundsOf(row)}</span>
          </div>
        ))}
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
      </div>
    </dialog>
  );
}

function plateOf({ values }: Row): string {
  return typeof values.plate === 'string' ? showPlate(values.plate) : '';
}

function sinceOf({ values }: Row): string {
  const { passedAt } = values;
  return typeof passedAt === 'number' ? formatInstant(toInstant(passedAt)).slice(5) : '';
}

function groundsOf({ values }: Row): string {
  return typeof values.grounds === 'string' ? values.grounds : '';
}
