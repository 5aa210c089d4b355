import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewEvent } from '../../store/contract';
import { FormField } from '../../components/form/FormField';
import { blankEventForm, newEventProblems, type EventForm } from './newEventProblems';
import styles from './start.module.css';

interface FirstRunProps {
  readonly busy: boolean;
  readonly onCreate: (event: NewEvent) => void;
  readonly onBack?: (() => void) | undefined;
}

/** Makes an event; says what is wrong only when asked to create, and keeps what was typed. */
export function FirstRun({ busy, onCreate, onBack }: FirstRunProps) {
  const { t } = useTranslation();
  const card = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(blankEventForm);
  const [tries, setTries] = useState(0);
  const problems = tries === 0 ? {} : newEventProblems(form);
  useEffect(() => {
    if (tries > 0) card.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);
  const create = () => {
    setTries(tries + 1);
    if (Object.keys(newEventProblems(form)).length > 0) return;
    onCreate({
      name: form.name.trim(),
      unit: form.unit.trim(),
      deviceName: form.device.trim(),
      operator: form.operator.trim(),
      passphrase: form.passphrase,
    });
  };
  const bind = (field: keyof EventForm) => {
    const label = t(`start.first.${field}`);
    const problem = problems[field];
    return {
      label,
      value: form[field],
      onChange: (value: string) => setForm({ ...form, [field]: value }),
      ...(problem ? { problem: t(`start.first.${problem}`, { field: label }) } : {}),
    };
  };
  return (
    <form
      ref={card}
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t('start.first.title')}</h1>
      <p className={styles.note}>{t('start.first.note')}</p>
      <FormField {...bind('name')} placeholder={t('start.first.namePlaceholder')} autoFocus />
      <FormField {...bind('unit')} placeholder={t('start.first.unitPlaceholder')} />
      <FormField {...bind('device')} placeholder={t('start.first.devicePlaceholder')} />
      <FormField {...bind('operator')} />
      <FormField {...bind('passphrase')} secret note={t('start.first.passphraseNote')} />
      <FormField {...bind('again')} secret />
      <div className={styles.actions}>
        {onBack && (
          <button type="button" className={styles.plain} onClick={onBack}>
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
