import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Repair } from '../../store/contract';
import styles from './start.module.css';

interface RepairNoticeProps {
  readonly repairs: readonly Repair[];
  readonly onClose: () => void;
}

/** What opening has mended and from where; shown once. */
export function RepairNotice({ repairs, onClose }: RepairNoticeProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.card} onClose={onClose} data-repairs>
      <h1 className={styles.title}>{t('start.repairs.title')}</h1>
      <p className={styles.note}>{t('start.repairs.note')}</p>
      <ul className={styles.losses}>
        {repairs.map((repair) => (
          <li key={`${repair.what} ${repair.from}`}>
            {t(`start.repairs.${repair.what}`, {
              from: t(`start.repairs.${repair.from}`),
              commits: repair.commits ?? 0,
            })}
          </li>
        ))}
      </ul>
      <form method="dialog" className={styles.actions}>
        <button className={styles.primary} autoFocus>
          {t('start.repairs.close')}
        </button>
      </form>
    </dialog>
  );
}
