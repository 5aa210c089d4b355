import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassphrase } from '../../app/passphraseRule';
import { focusFirstWrong } from '../../components/form/focusFirstWrong';
import { FormField } from '../../components/form/FormField';
import { ShowTyped } from '../../components/form/ShowTyped';
import type { NewEvent, OpenProblem } from '../../store/eventContract';
import {
  longestName,
  newEventOf,
  problemsOf,
  type FormFieldName,
  type NewEventForm,
} from './newEventForm';
import styles from './start.module.css';

interface FirstRunProps {
  /** Kept by the page: going back and forth loses nothing typed. */
  readonly form: NewEventForm;
  readonly onForm: (form: NewEventForm) => void;
  readonly takenNames: readonly string[];
  readonly busy: boolean;
  /** Why the last try made no event. */
  readonly failure: OpenProblem | undefined;
  readonly onCreate: (event: NewEvent) => void;
  readonly onBack: (() => void) | undefined;
  readonly onSample: (() => void) | undefined;
}

/** Makes an event. What is wrong is said beside its field, from the first try on, as it is typed. */
export function FirstRun({ form, onForm, takenNames, busy, failure, ...on }: FirstRunProps) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const problems = problemsOf(form, takenNames);
  const field = (name: FormFieldName) => {
    const problem = tried ? problems[name] : undefined;
    const label = t(`start.first.${name}`);
    return {
      label,
      value: form[name],
      onChange: (value: string) => onForm({ ...form, [name]: value }),
      problem:
        problem &&
        t(`start.wrong.${problem}`, {
          field: label,
          most: longestName,
          least: shortestPassphrase,
          now: [...form[name]].length,
        }),
    };
  };
  return (
    <form
      className={`${styles.card} ${styles.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setTried(true);
        if (Object.keys(problems).length === 0) on.onCreate(newEventOf(form));
        else focusFirstWrong(event.currentTarget);
      }}
    >
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t('start.first.title')}</h1>
      <p className={styles.note}>{t('start.first.purpose')}</p>
      <FormField {...field('name')} placeholder={t('start.first.namePlaceholder')} autoFocus />
      <FormField {...field('unit')} placeholder={t('start.first.unitPlaceholder')} />
      <FormField {...field('device')} placeholder={t('start.first.devicePlaceholder')} />
      <FormField {...field('operator')} />
      <FormField
        {...field('passphrase')}
        secret
        shown={shown}
        note={t('start.first.passphraseNote', { least: shortestPassphrase })}
      />
      <FormField {...field('again')} secret shown={shown} />
      <ShowTyped label={t('start.showTyped')} shown={shown} onChange={setShown} />
      {failure && (
        <p className={styles.wrong} role="alert">
          {t('start.first.failed')} {t(`start.problem.${failure.tag}.what`, { ...failure })}
        </p>
      )}
      <div className={styles.actions}>
        {on.onSample && (
          <button type="button" className={styles.plain} onClick={on.onSample}>
            {t('start.sample.load')}
          </button>
        )}
        {on.onBack && (
          <button type="button" className={styles.plain} onClick={on.onBack}>
            {t('start.back')}
          </button>
        )}
        <button type="submit" className={styles.primary} disabled={busy}>
          {t(busy ? 'start.first.creating' : 'start.first.create')}
        </button>
      </div>
    </form>
  );
}
