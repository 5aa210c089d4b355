import { useTranslation } from 'react-i18next';
import { useModal } from '../../components/popover/useModal';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Repair } from '../../store/eventContract';
import styles from './start.module.css';

interface RepairNoticeProps {
  readonly repairs: readonly Repair[];
  readonly ledgers: readonly LedgerDefinition[];
  readonly onClose: () => void;
}

/** What was mended and from where, by opening or since; shown once. */
export function RepairNotice({ repairs, ledgers, onClose }: RepairNoticeProps) {
  const { t, i18n } = useTranslation();
  const dialog = useModal();
  const titleOf = ({ ledger }: Repair) =>
    ledgers.find(({ id }) => id === ledger)?.title[i18n.language === 'en' ? 'en' : 'zh'] ?? '';
  return (
    <dialog ref={dialog} className={styles.card} onClose={onClose} data-repairs>
      <h1 className={styles.title}>{t('start.repairs.title')}</h1>
      <p className={styles.note}>{t('start.repairs.note')}</p>
      <ul className={styles.losses}>
        {repairs.map((repair) => (
          <li key={`${repair.what} ${repair.from} ${repair.ledger ?? ''}`}>
            {t(`start.repairs.${repair.what}`, {
              from: t(`start.repairs.${repair.from}`),
              commits: (repair.commits ?? 0).toLocaleString(i18n.language),
              rows: (repair.rows ?? 0).toLocaleString(i18n.language),
              ledger: titleOf(repair),
            })}
          </li>
        ))}
      </ul>
      <form method="dialog" className={styles.actions}>
        <button className={styles.primary} data-first>
          {t('start.repairs.close')}
        </button>
      </form>
    </dialog>
  );
}
