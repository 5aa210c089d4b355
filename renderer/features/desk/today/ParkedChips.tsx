import { useTranslation } from 'react-i18next';
import { textOf, type ParkedForm } from '../form/deskForm';
import { KeyCap } from '../marks/KeyCap';
import { showPlate } from '../marks/showPlate';
import styles from './today.module.css';

interface ParkedChipsProps {
  readonly parked: readonly ParkedForm[];
  readonly onBringBack: (id: number) => void;
}

/** More than these stand behind a number: the strip has one line. */
const shown = 2;

/** Vehicles put aside, the last one first: F9 brings that one back, a click any. */
export function ParkedChips({ parked, onBringBack }: ParkedChipsProps) {
  const { t } = useTranslation();
  const newestFirst = [...parked].reverse();
  const rest = newestFirst.length - shown;
  return (
    <>
      {newestFirst.slice(0, shown).map(({ id, form, problem }, index) => (
        <button
          key={id}
          type="button"
          className={[styles.chip, problem ? styles.refuse : ''].join(' ')}
          data-testid="parked"
          onClick={() => onBringBack(id)}
        >
          {t(problem ? 'desk.today.parkedFailed' : 'desk.today.parked', {
            count: parked.length - index,
            plate: showPlate(textOf(form, 'plate')) || t('desk.panel.noPlate'),
          })}
          {index === 0 ? <KeyCap>F9</KeyCap> : null}
        </button>
      ))}
      {rest > 0 ? (
        <span className={styles.chip}>{t('desk.today.parkedMore', { count: rest })}</span>
      ) : null}
    </>
  );
}
