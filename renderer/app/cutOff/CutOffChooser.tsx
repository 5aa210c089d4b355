import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, parseIsoDate, type Instant } from '../../../shared/kernel/time';
import { dayClosed } from '../../../shared/reports/reportTime';
import { useSession } from '../session';
import { AssistedInput } from '../../components/picking/AssistedInput';
import type { Assistant } from '../../components/picking/assistant';
import { momentOn, readMoment, showMoment } from './cutOff';
import styles from './cutOff.module.css';

interface CutOffChooserProps {
  readonly at: Instant;
  /** Of its day, by a button each. */
  readonly hours: readonly number[];
  readonly onChange: (at: Instant) => void;
}

/** Any moment in the box, the usual hours of its day by a button. */
export function CutOffChooser({ at, hours, onChange }: CutOffChooserProps) {
  const { t, i18n } = useTranslation();
  const { clock } = useSession();
  const [typed, setTyped] = useState<string>();
  const today = dateOf(clock());
  const text = typed ?? showMoment(at);
  const read = readMoment(text, today);
  const day = dayClosed(at);
  const take = (next: string) => {
    setTyped(next);
    const moment = readMoment(next, today);
    // a day without a time, or half a time, is still being typed
    if (moment !== undefined && /\d[:：时点]\d{0,2}|\d[时点]/.test(next)) onChange(moment);
  };
  const calendar: Assistant = {
    type: 'calendar',
    today,
    language: i18n.language === 'en' ? 'en' : 'zh',
    dayOf: (written) => {
      const moment = readMoment(written, today);
      return moment === undefined ? parseIsoDate(written) : dayClosed(moment);
    },
    withDay: (_, picked) => showMoment((momentOn(picked, 0) + (at - momentOn(day, 0))) as Instant),
  };
  return (
    <div
      className={styles.cutOff}
      onBlur={({ currentTarget, relatedTarget }) => {
        const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!stays && read !== undefined) setTyped(undefined);
      }}
    >
      <label htmlFor="cut-off">{t('figures.cutOff')}</label>
      <AssistedInput
        id="cut-off"
        text={text}
        onText={take}
        assistant={calendar}
        invalid={read === undefined}
        describedBy={read === undefined ? 'cut-off-wrong' : undefined}
      />
      <span className={styles.hours} role="group" aria-label={t('figures.hours')}>
        {hours.map((hour) => (
          <button
            key={hour}
            type="button"
            aria-pressed={at === momentOn(day, hour)}
            onClick={() => {
              setTyped(undefined);
              onChange(momentOn(day, hour));
            }}
          >
            {t('figures.hour', { hour })}
          </button>
        ))}
      </span>
      {read === undefined && (
        <span id="cut-off-wrong" role="alert" className={styles.wrong}>
          {t('figures.noMoment')}
        </span>
      )}
    </div>
  );
}
