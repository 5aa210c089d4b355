import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { civilTimeOf, type Clock } from '../../../shared/kernel/time';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { KeyCap } from './KeyCap';
import type { Duty } from './passageValues';
import type { Names } from './useNames';
import styles from './duty.module.css';

interface DutyChooserProps {
  readonly checkpoints: Names;
  readonly current: Duty | undefined;
  readonly clock: Clock;
  readonly onChosen: (duty: Duty) => void;
}

const shifts = (checkpointPasses.fields.shift.options ?? []).map(({ value, en }) => ({
  value,
  en,
}));
const platePrefix = /^\p{Script=Han}[A-HJ-NP-Z]$/u;

/** Where this laptop stands and who is on duty: asked once, then only at a change of shift. */
export function DutyChooser({ checkpoints, current, clock, onChosen }: DutyChooserProps) {
  const { t, i18n } = useTranslation();
  const { hour } = civilTimeOf(clock());
  const [checkpoint, setCheckpoint] = useState(current?.checkpoint ?? '');
  const [search, setSearch] = useState('');
  const [shift, setShift] = useState(
    current?.shift ?? (hour >= 8 && hour < 20 ? shifts[0]?.value : shifts[1]?.value) ?? '',
  );
  const [staff, setStaff] = useState(current?.staff ?? '');
  const [homePlate, setHomePlate] = useState(current?.homePlate || '豫H');
  const [problem, setProblem] = useState('');
  const listed = checkpoints.all.filter(({ name }) => name.includes(search.trim()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const only = listed.length === 1 ? listed[0]?.id : undefined;
    const chosen = checkpoint || only;
    if (!chosen) setProblem(t('desk.duty.needCheckpoint'));
    else if (staff.trim() === '') setProblem(t('desk.duty.needStaff'));
    else if (!platePrefix.test(homePlate)) setProblem(t('desk.duty.needPlate'));
    else onChosen({ checkpoint: chosen, shift, staff: staff.trim(), homePlate });
  };
  if (checkpoints.ready && checkpoints.all.length === 0) {
    return <p className={styles.empty}>{t('desk.duty.noCheckpoints')}</p>;
  }
  return (
    <form className={styles.card} onSubmit={submit}>
      <h1 className={styles.title}>{t('desk.duty.title')}</h1>
      <p className={styles.intro}>{t('desk.duty.intro')}</p>
      <label className={styles.label} htmlFor="duty-search">
        {t('desk.duty.checkpoint')}
      </label>
      <input
        id="duty-search"
        className={styles.input}
        autoFocus
        autoComplete="off"
        value={search}
        placeholder={t('desk.duty.findCheckpoint')}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!step || listed.length === 0) return;
          event.preventDefault();
          const at = listed.findIndex(({ id }) => id === checkpoint);
          const next = listed[Math.max(0, Math.min(listed.length - 1, at + step))];
          if (next) setCheckpoint(next.id);
        }}
      />
      <div className={styles.list} role="radiogroup" aria-label={t('desk.duty.checkpoint')}>
        {listed.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={id === checkpoint}
            ref={(button) => {
              if (id === checkpoint) button?.scrollIntoView({ block: 'nearest' });
            }}
            className={[styles.option, id === checkpoint ? styles.chosen : ''].join(' ')}
            onClick={() => setCheckpoint(id)}
          >
            {name}
          </button>
        ))}
        {listed.length === 0 && checkpoints.ready ? (
          <p className={styles.none}>{t('desk.duty.noMatch')}</p>
        ) : null}
      </div>
      <div className={styles.pair}>
        <fieldset className={styles.shifts}>
          <legend className={styles.label}>{t('desk.duty.shift')}</legend>
          {shifts.map(({ value, en }) => (
            <label key={value} className={shift === value ? styles.chosenShift : styles.shift}>
              <input
                type="radio"
                name="duty-shift"
                value={value}
                checked={shift === value}
                onChange={() => setShift(value)}
              />
              <strong>{i18n.language.startsWith('en') ? en : value}</strong>
              <span>{t(`desk.duty.shiftHours.${value}`)}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <label className={styles.label} htmlFor="duty-plate">
            {t('desk.duty.homePlate')}
          </label>
          <input
            id="duty-plate"
            className={styles.input}
            value={homePlate}
            maxLength={2}
            title={t('desk.duty.homePlateHint')}
            onChange={(event) => setHomePlate(event.currentTarget.value.toUpperCase())}
          />
        </div>
      </div>
      <label className={styles.label} htmlFor="duty-staff">
        {t('desk.duty.staff')}
      </label>
      <input
        id="duty-staff"
        className={styles.input}
        value={staff}
        autoComplete="off"
        placeholder={t('desk.duty.staffHint')}
        onChange={(event) => setStaff(event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <span className={styles.problem} role="alert">
          {problem}
        </span>
        <button type="submit" className={styles.start}>
          {t('desk.duty.start')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </form>
  );
}
