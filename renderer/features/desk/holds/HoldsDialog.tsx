import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeSource } from '../../../../shared/journal/change';
import { formatInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import { showPlate } from '../marks/showPlate';
import { ageWords } from '../verdict/panelLines';
import { HoldDetail } from './HoldDetail';
import type { LineDrafts } from '../marks/RecordLine';
import { useHoldEditing } from './useHoldEditing';
import { filterHolds, type WaitingHold } from './waitingHolds';
import styles from './holds.module.css';

interface HoldsDialogProps {
  readonly waiting: readonly WaitingHold[];
  /** From this on a wait is long: the office's own setting. */
  readonly longMs: number;
  /** Who is on duty: gives the care. */
  readonly by: string;
  readonly drafts: LineDrafts;
  readonly source: ChangeSource;
  /** Its papers are complete: onto the desk with what is known, to be decided anew. */
  readonly onChoose: (row: Row) => void;
  readonly onClose: () => void;
}

/** Who waits at the checkpoint and how long; what is done for them, until it ends with an outcome. */
export function HoldsDialog(props: HoldsDialogProps) {
  const { waiting, longMs, by, drafts, source, onChoose, onClose } = props;
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const id = useId();
  const filter = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [marked, setMarked] = useState<string>();
  const [closed, setClosed] = useState('');
  const editing = useHoldEditing(store, source);
  const shown = filterHolds(waiting, text);
  const at = Math.max(
    0,
    shown.findIndex(({ row }) => row.id === marked),
  );
  const chosen = shown[at];
  /** What was typed is written when its field is left. */
  const leaveField = () => filter.current?.focus();
  const onKey = (event: KeyboardEvent) => {
    const { target, currentTarget, key, code } = event;
    const inFilter = target instanceof HTMLInputElement && target.type === 'search';
    const press = (button: string) => {
      leaveField();
      currentTarget.querySelector<HTMLElement>(button)?.click();
    };
    const digit = /^Digit([1-5])$/.exec(code)?.[1];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && digit) press(`[data-care="${digit}"]`);
    else if (event.altKey && code === 'KeyP') press('[data-papers]:enabled');
    else if (event.ctrlKey && key === 'Enter') press('[data-close]');
    else if (inFilter && step) setMarked(shown[at + step]?.row.id ?? chosen?.row.id);
    else if (inFilter && key === 'Enter' && chosen) onChoose(chosen.row);
    else return;
    event.preventDefault();
  };
  return (
    <DeskDialog
      title={t('holds.title', { count: waiting.length })}
      isWide
      onClose={() => {
        leaveField();
        onClose();
      }}
      onKey={onKey}
    >
      <div className={styles.body}>
        <div className={styles.side}>
          <input
            ref={filter}
            type="search"
            role="combobox"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={chosen ? `${id}-${chosen.row.id}` : undefined}
            aria-label={t('holds.filter')}
            className={styles.input}
            placeholder={t('holds.filter')}
            value={text}
            data-first
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <div id={id} className={styles.list} role="listbox" aria-label={t('holds.list')}>
            {shown.map((hold, index) => (
              <Line
                key={hold.row.id}
                id={`${id}-${hold.row.id}`}
                hold={hold}
                isLong={hold.heldMs > longMs}
                isChosen={index === at}
                onChoose={() => setMarked(hold.row.id)}
              />
            ))}
            {shown.length === 0 ? (
              <p className={styles.empty}>
                {t(waiting.length === 0 ? 'holds.empty' : 'holds.noMatch')}
              </p>
            ) : null}
          </div>
          <p className={styles.note}>{t('holds.note')}</p>
        </div>
        {chosen ? (
          <HoldDetail
            key={chosen.row.id}
            hold={chosen}
            by={by}
            drafts={drafts}
            editing={editing}
            clock={clock}
            onClosed={() => setClosed(plateOf(chosen.row) || t('desk.panel.noPlate'))}
          />
        ) : null}
      </div>
      <footer className={styles.foot}>
        <span role="status" className={editing.problem ? styles.problem : undefined}>
          {editing.problem
            ? t('holds.notSaved', { problem: t(`desk.problems.${editing.problem}`) })
            : closed && t('holds.closed', { plate: closed })}
        </span>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
      </footer>
    </DeskDialog>
  );
}

interface LineProps {
  readonly id: string;
  readonly hold: WaitingHold;
  readonly isLong: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Line({ id, hold, isLong, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation();
  const { row, heldFrom, heldMs } = hold;
  const { reason } = row.values;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={isChosen ? `${styles.row} ${styles.marked}` : styles.row}
      onClick={onChoose}
    >
      <strong>{plateOf(row) || t('desk.panel.noPlate')}</strong>
      <span className={isLong ? styles.long : styles.age}>{ageWords(heldMs, t)}</span>
      <span className={styles.quiet}>{formatInstant(heldFrom).slice(5)}</span>
      <span className={styles.reason}>{typeof reason === 'string' ? reason : ''}</span>
    </div>
  );
}

function plateOf({ values }: Row): string {
  return typeof values.plate === 'string' ? showPlate(values.plate) : '';
}
