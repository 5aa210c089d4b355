import { useTranslation } from 'react-i18next';
import { CutOffChooser } from '../../app/cutOff/CutOffChooser';
import { usualHours } from '../../app/cutOff/cutOff';
import type { ChosenMoment } from './useWorkMoment';
import styles from './work.module.css';

/** Now, or any other moment. */
export function MomentChooser({ moment, isChosen, choose }: ChosenMoment) {
  const { t } = useTranslation();
  return (
    <span className={styles.moment}>
      <button type="button" aria-pressed={!isChosen} onClick={() => choose(undefined)}>
        {t('work.now')}
      </button>
      <CutOffChooser at={moment.at} hours={usualHours} onChange={choose} />
    </span>
  );
}
