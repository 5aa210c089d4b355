import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../../../components/popover/useModal';
import styles from './dialog.module.css';

interface DeleteDialogProps {
  readonly count: number;
  /** Title of the record, when it is one. */
  readonly title: string | undefined;
  readonly onDelete: (reason: string) => void;
  readonly onClose: () => void;
}

/** Deletion keeps the record and says why it went; it can be restored at any time. */
export function DeleteDialog({ count, title, onDelete, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const dialog = useModal();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="delete-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() === '') return;
          onDelete(reason.trim());
          dialog.current?.close();
        }}
      >
        <h1 id="delete-title">
          {title === undefined
            ? t('record.deleteMany', { count })
            : t('record.deleteOne', { title })}
        </h1>
        <p>{t('record.deleteNote')}</p>
        <label className={styles.field}>
          <span>
            {t('record.deleteReason')}
            <em aria-hidden> *</em>
          </span>
          <input
            data-first
            value={reason}
            aria-invalid={tried && reason.trim() === ''}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        {tried && reason.trim() === '' && (
          <p className={styles.wrong} role="alert">
            {t('record.deleteReasonMissing')}
          </p>
        )}
        <footer>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('record.cancel')}
          </button>
          <button type="submit" className={styles.danger}>
            {t('ledger.delete')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
