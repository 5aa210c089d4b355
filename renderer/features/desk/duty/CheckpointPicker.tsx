import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Names } from '../useNames';
import styles from './duty.module.css';

interface CheckpointPickerProps {
  readonly checkpoints: Names;
  readonly chosen: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onChoose: (id: RowId) => void;
  readonly onNew: () => void;
}

/** Type a part of the name, arrows choose. */
export function CheckpointPicker(props: CheckpointPickerProps) {
  const { checkpoints, chosen, search, onSearch, onChoose, onNew } = props;
  const { t } = useTranslation();
  const listed = named(checkpoints, search);
  return (
    <>
      <label className={styles.label} htmlFor="duty-search">
        {t('desk.duty.checkpoint')}
      </label>
      <input
        id="duty-search"
        className={styles.input}
        autoFocus
        autoComplete="off"
        value={search}
        placeholder={t('desk.duty.findCheckpoint')}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!step || listed.length === 0) return;
          event.preventDefault();
          const at = listed.findIndex(({ id }) => id === chosen);
          const next = listed[Math.max(0, Math.min(listed.length - 1, at + step))];
          if (next) onChoose(next.id);
        }}
      />
      <div className={styles.list} role="radiogroup" aria-label={t('desk.duty.checkpoint')}>
        {listed.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={id === chosen}
            ref={(button) => {
              if (id === chosen) button?.scrollIntoView({ block: 'nearest' });
            }}
            className={[styles.option, id === chosen ? styles.chosen : ''].join(' ')}
            title={name}
            onClick={() => onChoose(id)}
          >
            {name}
          </button>
        ))}
        {listed.length === 0 && checkpoints.ready ? (
          <p className={styles.none}>{t('desk.duty.noMatch')}</p>
        ) : null}
      </div>
      <button type="button" className={styles.new} onClick={onNew}>
        {t('desk.duty.notListed')}
      </button>
    </>
  );
}

export function named(checkpoints: Names, search: string): Names['all'] {
  const text = search.trim();
  return checkpoints.all.filter(({ name }) => name.includes(text));
}
