import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { FormField } from '../../components/form/FormField';
import { passphraseProblems } from '../../app/passphraseProblems';
import styles from './settings.module.css';

const blank = { current: '', passphrase: '', again: '' };

/** A new passphrase for the open event; what is wrong stands below its field, what was typed stays. */
export function PassphraseForm() {
  const { t } = useTranslation();
  const { store } = useSession();
  const [form, setForm] = useState(blank);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string }>();
  const problems: Readonly<Partial<Record<keyof typeof blank, string>>> = asked
    ? {
        ...(form.current === '' ? { current: 'needed' } : {}),
        ...passphraseProblems(form.passphrase, form.again),
      }
    : {};

  const change = async () => {
    setAsked(true);
    setSaid(undefined);
    const found = passphraseProblems(form.passphrase, form.again);
    if (form.current === '' || Object.keys(found).length > 0) return;
    const changed = await store.changePassphrase(form.current, form.passphrase);
    if (!changed.ok) {
      setSaid({ good: false, text: t(`start.problem.${changed.problem.tag}.title`) });
      return;
    }
    setForm(blank);
    setAsked(false);
    setSaid({ good: true, text: t('start.settings.changed') });
  };

  const labels = {
    current: t('start.settings.current'),
    passphrase: t('start.settings.next'),
    again: t('start.settings.again'),
  };
  const bind = (field: keyof typeof blank) => ({
    label: labels[field],
    secret: true,
    value: form[field],
    onChange: (value: string) => setForm({ ...form, [field]: value }),
    problem: problems[field] && t(`start.first.${problems[field]}`, { field: labels[field] }),
  });

  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h2>{t('start.settings.passphrase')}</h2>
      <div className={styles.narrow}>
        <FormField {...bind('current')} />
        <FormField {...bind('passphrase')} />
        <FormField {...bind('again')} />
      </div>
      {said && (
        <p role="status" className={said.good ? styles.good : styles.wrong}>
          {said.text}
        </p>
      )}
      <button type="submit" className={styles.button}>
        {t('start.settings.change')}
      </button>
    </form>
  );
}
