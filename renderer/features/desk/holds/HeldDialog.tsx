import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { HeldVehicle } from './heldVehicles';
import { DeskDialog } from '../marks/DeskDialog';
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
  const [marked, setMarked] = useState(0);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = held[marked];
    if (step) setMarked(Math.max(0, Math.min(held.length - 1, marked + step)));
    else if (event.key === 'Enter' && chosen) onChoose(chosen.row);
    else return;
    event.preventDefault();
  };
  return (
    <DeskDialog title={t('desk.held.title')} onClose={onClose} onKey={move}>
      <p className={styles.note}>{t('desk.held.note')}</p>
      <div
        className={styles.held}
        role="listbox"
        aria-label={t('desk.held.title')}
        tabIndex={0}
        data-first
      >
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
    </DeskDialog>
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
