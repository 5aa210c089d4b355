import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import { dateOf } from '../../../../shared/kernel/time';
import { checkpoints as ledger } from '../../../../shared/ledgers/checkpoints';
import { useSession } from '../../../app/session';
import { KeyCap } from '../marks/KeyCap';
import styles from './duty.module.css';

interface NewCheckpointProps {
  /** What was looked for and not found. */
  readonly proposedName: string;
  /** Nothing to choose from yet: the first one of the event. */
  readonly isFirst: boolean;
  readonly onMade: (id: RowId) => void;
  readonly onCancel: () => void;
}

const kinds = ledger.fields.kind.options ?? [];

/** A checkpoint in the ledger with two answers; the rest can be filled in there at leisure. */
export function NewCheckpoint({ proposedName, isFirst, onMade, onCancel }: NewCheckpointProps) {
  const { store, clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const [name, setName] = useState(proposedName);
  const [kind, setKind] = useState<string>(kinds[1]?.value ?? '');
  const [problem, setProblem] = useState('');
  const make = async () => {
    if (name.trim() === '') {
      setProblem(t('desk.duty.needName'));
      return;
    }
    const at = clock();
    const row = newRowId(at, random);
    const values = { name: name.trim(), kind, openedOn: dateOf(at) };
    const write = { type: 'insert', ledger: ledger.id, row, values } as const;
    const done = await store.commit([write], { type: 'typed' });
    if (done.ok) onMade(row);
    else setProblem(t(`desk.problems.${done.problem.tag}`));
  };
  return (
    <fieldset
      className={styles.made}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' && !isFirst) onCancel();
        else if (event.key === 'Enter') void make();
        else return;
        event.preventDefault();
      }}
    >
      <legend className={styles.label}>
        {t(isFirst ? 'desk.duty.firstCheckpoint' : 'desk.duty.newCheckpoint')}
      </legend>
      <input
        className={styles.input}
        autoFocus
        autoComplete="off"
        value={name}
        aria-label={t('desk.duty.checkpointName')}
        placeholder={t('desk.duty.checkpointNameHint')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.kinds} role="radiogroup" aria-label={t('desk.duty.checkpointKind')}>
        {kinds.map(({ value, en }) => (
          <label key={value} className={kind === value ? styles.chosenShift : styles.shift}>
            <input
              type="radio"
              name="checkpoint-kind"
              value={value}
              checked={kind === value}
              onChange={() => setKind(value)}
            />
            {i18n.language.startsWith('en') ? en : value}
          </label>
        ))}
      </div>
      <div className={styles.foot}>
        <span className={styles.problem} role="alert">
          {problem}
        </span>
        {isFirst ? null : (
          <button type="button" className={styles.plain} onClick={onCancel}>
            {t('desk.duty.cancel')} <KeyCap>Esc</KeyCap>
          </button>
        )}
        <button type="button" className={styles.plain} onClick={() => void make()}>
          {t('desk.duty.makeCheckpoint')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </fieldset>
  );
}
