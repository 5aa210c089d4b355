import { useTranslation } from 'react-i18next';
import { useModal } from '../../components/popover/useModal';
import styles from './record/dialog.module.css';

interface AppendDialogProps {
  /** Rows that fall on records that are there. */
  readonly onRows: number;
  /** Rows beyond the last record that would make new ones. */
  readonly added: number;
  /** Of these those that are named as a record that is there. */
  readonly twins: number;
  /** Rows beyond the last record that cannot, and what is wrong with the first. */
  readonly refused: { readonly count: number; readonly first: string };
  readonly onPaste: (adding: boolean) => void;
  readonly onClose: () => void;
}

/** A paste that reaches beyond the last record adds new ones only after asking. */
export function AppendDialog(props: AppendDialogProps) {
  const { onRows, added, twins, refused, onPaste, onClose } = props;
  const { t } = useTranslation();
  const dialog = useModal();
  const paste = (adding: boolean) => {
    onPaste(adding);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="append-title" onClose={onClose}>
      <h1 id="append-title">{t('ledger.append.title')}</h1>
      <p>{t('ledger.append.what', { onRows, added: added + refused.count })}</p>
      {twins > 0 && <p className={styles.wrong}>{t('ledger.append.twins', { count: twins })}</p>}
      {refused.count > 0 && (
        <p className={styles.wrong}>
          {t('ledger.append.refused', { count: refused.count, first: refused.first })}
        </p>
      )}
      <footer>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('record.cancel')}
        </button>
        {onRows > 0 && (
          <button type="button" onClick={() => paste(false)}>
            {t('ledger.append.without')}
          </button>
        )}
        {added > 0 && (
          <button type="button" data-first className={styles.primary} onClick={() => paste(true)}>
            {t('ledger.append.add', { count: added })}
          </button>
        )}
      </footer>
    </dialog>
  );
}
