import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useModal } from '../../components/popover/useModal';
import { focusFirstWrong } from '../../components/form/focusFirstWrong';
import { FormField } from '../../components/form/FormField';
import { placeWords } from './placeWords';
import styles from './settings.module.css';

/** Destroys the open event, and everything here with it; false, and it stays, where the secret is wrong. */
export type DestroyEvent = (secret: string) => Promise<boolean>;

interface DestroyDialogProps {
  readonly records: number;
  readonly onDestroy: DestroyEvent;
  readonly onClose: () => void;
}

/** Says what goes and what stays, and asks for the name and the secret: nobody gets here by habit. */
export function DestroyDialog({ records, onDestroy, onClose }: DestroyDialogProps) {
  const { t } = useTranslation();
  const { store, desktop } = useSession();
  const { name } = store.event;
  const dialog = useModal();
  const [typedName, setTypedName] = useState('');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);

  const wrongName = tried && typedName.trim() !== name;
  const secretLabel = t('start.unlock.secret');
  const secretProblem = () => {
    if (tried && secret === '') return t('start.wrong.needed', { field: secretLabel });
    return refused ? t('start.destroy.wrongSecret') : undefined;
  };
  const destroy = async (form: HTMLElement) => {
    setTried(true);
    setRefused(false);
    if (typedName.trim() !== name || secret === '') return focusFirstWrong(form);
    setBusy(true);
    if (await onDestroy(secret)) return undefined;
    setBusy(false);
    setRefused(true);
    return focusFirstWrong(form);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="destroy-title"
      onClose={onClose}
      onCancel={(event) => {
        if (busy) event.preventDefault();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void destroy(event.currentTarget);
        }}
      >
        <h1 id="destroy-title">{t('start.destroy.title', { name })}</h1>
        <p className={styles.grave}>{t('start.destroy.final')}</p>
        <ul>
          <li>{t('start.destroy.records', { records: records.toLocaleString('en') })}</li>
          <li>{t('start.destroy.copies', { place: placeWords(t, desktop.info) })}</li>
          <li>{t('start.destroy.keys')}</li>
        </ul>
        <p>{t('start.destroy.stays')}</p>
        <FormField
          label={t('start.destroy.name')}
          value={typedName}
          placeholder={name}
          autoFocus
          onChange={setTypedName}
          problem={wrongName ? t('start.destroy.wrongName', { name }) : undefined}
        />
        <FormField
          label={secretLabel}
          value={secret}
          secret
          onChange={(value) => {
            setSecret(value);
            setRefused(false);
          }}
          problem={secretProblem()}
        />
        <footer>
          <button
            type="button"
            className={styles.button}
            disabled={busy}
            onClick={() => dialog.current?.close()}
          >
            {t('start.destroy.cancel')}
          </button>
          <button type="submit" className={styles.danger} disabled={busy}>
            {t(busy ? 'start.destroy.destroying' : 'start.destroy.confirm')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
