import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type IsoDate } from '../../../../shared/kernel/time';
import type { Field } from '../../../../shared/ledger/field';
import type { FilterTest } from '../../../store/contract';
import { unitInBrackets } from '../../../app/unitWord';
import { AssistedInput } from '../../../components/picking/AssistedInput';
import { calendarFor } from '../data/assistants';
import { rangeEnd, rangeText } from './filterWidget';
import styles from './view.module.css';

interface RangeFilterProps {
  readonly field: Field;
  readonly language: 'zh' | 'en';
  readonly today: IsoDate;
  readonly test: FilterTest | undefined;
  readonly onTest: (test: FilterTest | undefined) => void;
  readonly onWrong: (wrong: boolean) => void;
}

/** From and to, either may be open; for days also the spans people ask for most. */
export function RangeFilter({ field, language, today, test, onTest, onWrong }: RangeFilterProps) {
  const { t } = useTranslation();
  const range = test?.type === 'between' ? test : undefined;
  const [texts, setTexts] = useState({
    from: rangeText(field, range?.from, 'from'),
    to: rangeText(field, range?.to, 'to'),
  });
  const context = { reportOn: today };
  const from = rangeEnd(field, texts.from, 'from', context);
  const to = rangeEnd(field, texts.to, 'to', context);
  const wrong = from === 'wrong' || to === 'wrong';
  const isTime = field.kind === 'date' || field.kind === 'instant';

  /** Told at once, not after the drawing: Enter may come right behind the last character. */
  const change = (next: typeof texts) => {
    setTexts(next);
    const first = rangeEnd(field, next.from, 'from', context);
    const last = rangeEnd(field, next.to, 'to', context);
    if (first === 'wrong' || last === 'wrong') return onWrong(true);
    onWrong(false);
    if (first === undefined && last === undefined) return onTest(undefined);
    return onTest({
      type: 'between',
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
    });
  };

  const spans = [
    ['today', today, today],
    ['yesterday', addDays(today, -1), addDays(today, -1)],
    ['week', addDays(today, -6), today],
  ] as const;
  return (
    <>
      {(['from', 'to'] as const).map((side) => (
        <label key={side} className={styles.side}>
          <span>
            {t(`ledger.filters.${side}`)}
            {unitInBrackets(t, field)}
          </span>
          <AssistedInput
            text={texts[side]}
            assistant={calendarFor(field, language, today)}
            invalid={(side === 'from' ? from : to) === 'wrong'}
            onText={(text) => change({ ...texts, [side]: text })}
          />
        </label>
      ))}
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {t(isTime ? 'ledger.filters.wrongDate' : 'ledger.filters.wrongNumber')}
        </p>
      )}
      {isTime && (
        <div className={styles.spans}>
          {spans.map(([word, first, last]) => (
            <button key={word} type="button" onClick={() => change({ from: first, to: last })}>
              {t(`ledger.filters.${word}`)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
