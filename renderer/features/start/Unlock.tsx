import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstWrong } from '../../components/form/focusFirstWrong';
import { FormField } from '../../components/form/FormField';
import { ShowTyped } from '../../components/form/ShowTyped';
import type { EventListing, OpenProgress } from '../../store/eventContract';
import styles from './start.module.css';

interface UnlockProps {
  readonly listing: EventListing;
  /** What was typed before, where the last try went wrong. */
  readonly operator: string;
  readonly secret: string;
  readonly progress: OpenProgress | undefined;
  readonly busy: boolean;
  readonly onOpen: (secret: string, operator: string) => void;
  readonly onBack: () => void;
}

/** Asks who works here and for the secret; a recovery code is typed where the passphrase goes. */
export function Unlock({ listing, progress, busy, onOpen, onBack, ...before }: UnlockProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState(before.secret);
  const [operator, setOperator] = useState(before.operator);
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const needed = (label: string, value: string) => ({
    label,
    value,
    problem: tried && value.trim() === '' ? t('start.wrong.needed', { field: label }) : undefined,
  });
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setTried(true);
        if (secret.trim() !== '' && operator.trim() !== '') onOpen(secret, operator.trim());
        else focusFirstWrong(event.currentTarget);
      }}
    >
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{listing.name || t('start.unnamed')}</h1>
      <p className={styles.note}>
        {[listing.unit, listing.deviceName].filter(Boolean).join(' · ') ||
          t('start.problem.keysLost.title')}
      </p>
      <FormField
        {...needed(t('start.unlock.operator'), operator)}
        onChange={setOperator}
        autoFocus={before.operator === ''}
      />
      <FormField
        {...needed(t('start.unlock.secret'), secret)}
        secret
        shown={shown}
        onChange={setSecret}
        autoFocus={before.operator !== ''}
      />
      <ShowTyped label={t('start.showTyped')} shown={shown} onChange={setShown} />
      {progress && (
        <div className={styles.work} role="status">
          <span>
            {t(`start.stage.${progress.stage}`, { done: progress.done, total: progress.total })}
          </span>
          <progress value={progress.total > 0 ? progress.done / progress.total : undefined} />
        </div>
      )}
      <div className={styles.actions}>
        <button type="button" className={styles.plain} disabled={busy} onClick={onBack}>
          {t('start.back')}
        </button>
        <button type="submit" className={styles.primary} disabled={busy}>
          {t(busy ? 'start.unlock.opening' : 'start.unlock.open')}
        </button>
      </div>
    </form>
  );
}
