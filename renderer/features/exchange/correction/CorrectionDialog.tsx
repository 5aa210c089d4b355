import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { writeCorrection } from './corrections';
import { shownLanguage } from '../findingWords';
import { fileProblemWords, saveWorkbook } from '../export/saveWorkbook';
import styles from '../export/dialog.module.css';
import own from './correction.module.css';

interface CorrectionDialogProps {
  readonly ledger: string;
  readonly onClose: (words: string) => void;
}

/** Sends a ledger out to be corrected: full or masked, with a password or without. */
export function CorrectionDialog({ ledger, onClose }: CorrectionDialogProps) {
  const session = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const dialog = useRef<HTMLDialogElement>(null);
  const [masked, setMasked] = useState(false);
  const [password, setPassword] = useState('');
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState('');
  const definition = session.ledgers.find(({ id }) => id === ledger);
  useEffect(() => dialog.current?.showModal(), []);
  if (!definition) return null;

  const send = async () => {
    setRunning(true);
    const written = await writeCorrection(session, { definition, language, masked, password });
    if (!written.ok) {
      setProblem(t(`correction.writeProblems.${written.problem.tag}`));
      setRunning(false);
      return;
    }
    const names: string[] = [];
    for (const { name, bytes } of written.value) {
      const saved = await saveWorkbook(session.desktop, name, bytes, t);
      if (!saved.ok) {
        setProblem(fileProblemWords(t, saved.problem));
        setRunning(false);
        return;
      }
      names.push(saved.value.name);
    }
    onClose(t('correction.sent', { names: names.join(t('frame.marks.list')) }));
  };

  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${own.narrow}`}
      aria-labelledby="correction-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!running) onClose('');
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="correction-title" className={styles.title}>
        {t('correction.sendTitle', { ledger: definition.title[language] })}
      </h2>
      <p className={own.hint}>{t('correction.sendHint')}</p>
      <fieldset className={styles.group} disabled={running}>
        <legend>{t('exchange.export.content')}</legend>
        {[false, true].map((value) => (
          <label key={String(value)} className={masked === value ? styles.chosen : styles.option}>
            <input
              type="radio"
              name="correction-content"
              checked={masked === value}
              onChange={() => setMasked(value)}
            />
            <strong>{t(value ? 'exchange.export.masked' : 'exchange.export.full')}</strong>
            <span>{t(value ? 'correction.maskedHint' : 'correction.fullHint')}</span>
          </label>
        ))}
      </fieldset>
      <label className={own.field}>
        {t('correction.password')}
        <input
          type="text"
          value={password}
          autoComplete="off"
          disabled={running}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <p className={own.hint}>{t('correction.passwordHint')}</p>
      <p className={own.problem} role="status">
        {running ? t('correction.writing') : problem}
      </p>
      <div className={styles.buttons}>
        <button
          type="button"
          className={styles.button}
          disabled={running}
          onClick={() => onClose('')}
        >
          {t('exchange.export.cancel')}
        </button>
        <button
          type="button"
          className={styles.primary}
          disabled={running}
          onClick={() => void send()}
        >
          {t('correction.save')}
        </button>
      </div>
    </dialog>
  );
}
