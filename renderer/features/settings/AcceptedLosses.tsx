import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import { lossWords } from '../../app/lossWords';
import { useSession } from '../../app/session';
import styles from './settings.module.css';

/** Without which records somebody went on once both copies had lost them; nothing where nobody did. */
export function AcceptedLosses() {
  const { t, i18n } = useTranslation();
  const { store, ledgers } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  if (store.acceptedLosses.length === 0) return null;
  return (
    <section className={styles.card} data-accepted-losses>
      <h2>{t('start.settings.losses')}</h2>
      <ul className={styles.losses}>
        {store.acceptedLosses.map((loss) => (
          <li key={`${loss.ledger} ${loss.firstSequence}`}>
            {lossWords(t, loss, ledgers, language)}
            <span>{t('start.settings.lossBy', { by: loss.by, at: formatInstant(loss.at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
