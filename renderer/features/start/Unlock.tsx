import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventListing, OpenProgress } from '../../store/contract';
import { FormField } from '../../components/form/FormField';
import styles from './start.module.css';

interface UnlockProps {
  readonly listing: EventListing;
  readonly operator: string;
  readonly progress: OpenProgress | undefined;
  readonly busy: boolean;
  readonly onOpen: (secret: string, operator: string) => void;
  readonly onBack: () => void;
}

export function Unlock({ listing, operator, progress, busy, onOpen, onBack }: UnlockProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const [name, setName] = useState(operator);
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '' && name.trim() !== '') onOpen(secret, name.trim());
      }}
    >
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{listing.name || t('start.unnamed')}</h1>
      <p className={styles.note}>
        {[listing.unit, listing.deviceName].filter(Boolean).join(' · ')}
      </p>
      <FormField
        label={t('start.unlock.operator')}
        value={name}
        onChange={setName}
        autoFocus={operator === ''}
      />
      <FormField
        label={t('start.unlock.secret')}
        secret
        value={secret}
        onChange={setSecret}
        autoFocus={operator !== ''}
      />
      {progress && (
        <p className={styles.note} role="status">
          {t(`start.stage.${progress.stage}`, { done: progress.done, total: progress.total })}
        </p>
      )}
      <div className={styles.actions}>
        <button type="button" className={styles.plain} onClick={onBack}>
          {t('start.back')}
        </button>
        <button
          type="submit"
          className={styles.primary}
          disabled={busy || secret === '' || name.trim() === ''}
        >
          {t(busy ? 'start.unlock.opening' : 'start.unlock.open')}
        </button>
      </div>
    </form>
  );
}
