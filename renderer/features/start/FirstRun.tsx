import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewEvent } from '../../store/contract';
import { FormField } from './FormField';
import styles from './start.module.css';

interface FirstRunProps {
  readonly busy: boolean;
  readonly onCreate: (event: NewEvent) => void;
  readonly onBack?: (() => void) | undefined;
}

const shortest = 8;
const asked = ['name', 'unit', 'device', 'operator', 'passphrase'] as const;

/** Makes an event; says what is missing only when asked to create, and keeps what was typed. */
export function FirstRun({ busy, onCreate, onBack }: FirstRunProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    name: '',
    unit: '',
    device: '',
    operator: '',
    passphrase: '',
    again: '',
  });
  const [wrong, setWrong] = useState('');
  const set = (field: keyof typeof form) => (value: string) => {
    setForm({ ...form, [field]: value });
    setWrong('');
  };
  const create = () => {
    const missing = asked.find((field) => form[field].trim() === '');
    if (missing) return setWrong(t('start.first.needed', { field: t(`start.first.${missing}`) }));
    if (form.passphrase.length < shortest) return setWrong(t('start.first.short'));
    if (form.passphrase !== form.again) return setWrong(t('start.first.differs'));
    return onCreate({
      name: form.name.trim(),
      unit: form.unit.trim(),
      deviceName: form.device.trim(),
      operator: form.operator.trim(),
      passphrase: form.passphrase,
    });
  };
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t('start.first.title')}</h1>
      <p className={styles.note}>{t('start.first.note')}</p>
      <FormField
        label={t('start.first.name')}
        placeholder={t('start.first.namePlaceholder')}
        value={form.name}
        onChange={set('name')}
        autoFocus
      />
      <FormField
        label={t('start.first.unit')}
        placeholder={t('start.first.unitPlaceholder')}
        value={form.unit}
        onChange={set('unit')}
      />
      <FormField
        label={t('start.first.device')}
        placeholder={t('start.first.devicePlaceholder')}
        value={form.device}
        onChange={set('device')}
      />
      <FormField
        label={t('start.first.operator')}
        value={form.operator}
        onChange={set('operator')}
      />
      <FormField
        label={t('start.first.passphrase')}
        secret
        value={form.passphrase}
        onChange={set('passphrase')}
      />
      <p className={styles.note}>{t('start.first.passphraseNote')}</p>
      <FormField label={t('start.first.again')} secret value={form.again} onChange={set('again')} />
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
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
