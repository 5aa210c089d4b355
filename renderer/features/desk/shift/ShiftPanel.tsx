import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeFileName } from '../../../../shared/desktop/fileName';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { PrintLayer } from '../../../components/print/PrintLayer';
import { shiftWord } from '../duty/DutyFacts';
import { wordOf } from '../form/OneKeyField';
import { outcomeWord } from '../marks/outcomeWord';
import type { Duty } from '../passage/passageValues';
import { RegisterSheet } from './RegisterSheet';
import { RosterToday } from './RosterToday';
import { ShiftCounts } from './ShiftCounts';
import { openLines } from './shiftWords';
import type { Shift } from './useShift';
import { shiftLedgers, writeShift } from './writeShift';
import styles from './shift.module.css';

interface ShiftPanelProps {
  readonly duty: Duty;
  readonly place: string;
  readonly shift: Shift;
}

/** What is handed over: what stands open, the shift in figures, and the way out of both. */
export function ShiftPanel({ duty, place, shift }: ShiftPanelProps) {
  const { store, desktop, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const [full, setFull] = useState(false);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState('');
  const language = i18n.language.startsWith('en') ? 'en' : 'zh';
  const { summary, open, span, ready } = shift;

  /** The workbook and the register in one step; either says what became of it. */
  const takeAlong = async () => {
    setBusy(true);
    const name = safeFileName(`${place}_${span.date}_${duty.shift}`);
    const settings = { duty, span, place, masked: !full, language } as const;
    const written = await writeShift(store, ledgers, settings);
    const kind = { label: t('exchange.export.workbook'), extensions: ['xlsx'] };
    const saved = written.ok
      ? await desktop.files.save(`${name}.xlsx`, written.value, kind)
      : written;
    const printed = await desktop.printing.toPdf(`${name}.pdf`);
    setNotice(
      [
        saved.ok ? t('shift.saved', { name: saved.value.name }) : t('shift.notWritten'),
        t(printed.ok ? 'shift.printed' : 'shift.notPrinted'),
      ].join(t('frame.marks.semicolon')),
    );
    setBusy(false);
  };

  return (
    <section className={styles.panel} aria-label={t('shift.title')} aria-busy={!ready}>
      <h2>
        {t('shift.title')}{' '}
        <span>
          {span.date} {shiftWord(duty.shift, i18n.language)}
        </span>
      </h2>
      <RosterToday duty={duty} place={place} date={span.date} />
      <ul className={styles.open} aria-label={t('shift.open')}>
        {openLines(t, open).map(({ kind, count, text, details }) => (
          <li key={kind} className={count > 0 ? styles.some : undefined} data-open={kind}>
            <strong>{text}</strong>
            <span>{details.join(t('frame.marks.list'))}</span>
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        {t('shift.done', { total: summary.total, people: summary.people })}
      </p>
      <div className={styles.figures}>
        <ShiftCounts
          title={t('desk.today.outcome')}
          counts={summary.byOutcome}
          word={(value) => outcomeWord(value, i18n.language)}
        />
        <ShiftCounts
          title={t('desk.today.direction')}
          counts={summary.byDirection}
          word={(value) => wordOf('direction', value, i18n.language)}
        />
        <ShiftCounts
          title={t('desk.today.vehicle')}
          counts={summary.byVehicle}
          word={(value) =>
            value === '' ? t('shift.noVehicle') : wordOf('vehicleType', value, i18n.language)
          }
        />
        <ShiftCounts
          title={t('shift.hour')}
          counts={summary.byHour}
          word={(value) => `${value}:00`}
        />
      </div>
      {ready && summary.total === 0 ? <p className={styles.quiet}>{t('shift.empty')}</p> : null}
      <div className={styles.out}>
        <label>
          <input
            type="checkbox"
            checked={full}
            onChange={({ currentTarget }) => setFull(currentTarget.checked)}
          />{' '}
          {t('shift.full')}
        </label>
        <button
          type="button"
          className={styles.button}
          disabled={busy || !ready}
          onClick={() => void takeAlong()}
        >
          {t('shift.export')}
        </button>
        <a
          className={styles.button}
          href={hashOf({ page: 'send', ledgers: shiftLedgers })}
          title={t('shift.sendHint')}
        >
          {t('shift.send')}
        </a>
        <span role="status" className={styles.quiet}>
          {notice}
        </span>
      </div>
      <PrintLayer>
        <RegisterSheet duty={duty} place={place} shift={shift} full={full} />
      </PrintLayer>
    </section>
  );
}
