import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import type { OpenProblem } from '../../store/contract';
import { FormField } from '../../components/form/FormField';
import styles from './settings.module.css';

interface DestroyEventProps {
  /** Comes back with what kept it; else the event is gone and nothing of this page is left. */
  readonly onDestroy: (secret: string) => Promise<OpenProblem | undefined>;
}

/** The end of an event on this computer: typed twice over, for nothing brings it back. */
export function DestroyEvent({ onDestroy }: DestroyEventProps) {
  const { t } = useTranslation();
  const { store } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const isNamed = name.trim() === store.event.name;
  const destroy = async () => {
    setBusy(true);
    const problem = await onDestroy(secret);
    setBusy(false);
    if (problem) setWrong(t(`start.problem.${problem.tag}.title`));
  };
  return (
    <section className={styles.card}>
      <h2>{t('start.destroy.title')}</h2>
      <p>{t('start.destroy.note')}</p>
      <button
        type="button"
        className={styles.danger}
        onClick={() => {
          setName('');
          setSecret('');
          setWrong('');
          dialog.current?.showModal();
        }}
      >
        {t('start.destroy.open')}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="destroy-title">
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (isNamed && secret !== '') void destroy();
          }}
        >
          <h2 id="destroy-title">{t('start.destroy.title')}</h2>
          <p>{t('start.destroy.what', { name: store.event.name })}</p>
          <FormField
            label={t('start.destroy.name', { name: store.event.name })}
            value={name}
            onChange={setName}
            problem={
              name === '' || isNamed || store.event.name.startsWith(name)
                ? undefined
                : t('start.destroy.otherName')
            }
          />
          <FormField
            label={t('start.unlock.secret')}
            secret
            value={secret}
            onChange={(value) => {
              setSecret(value);
              setWrong('');
            }}
            problem={wrong === '' ? undefined : wrong}
          />
          <div className={styles.actions}>
            <button type="button" className={styles.button} onClick={() => dialog.current?.close()}>
              {t('start.cancel')}
            </button>
            <button
              type="submit"
              className={styles.danger}
              disabled={!isNamed || secret === '' || busy}
            >
              {t('start.destroy.do')}
            </button>
          </div>
        </form>
      </dialog>
    </section>
  );
}
