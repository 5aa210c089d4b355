import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import type { EventListing } from '../../store/contract';
import styles from './sheet.module.css';

interface RecoverySheetProps {
  readonly event: EventListing;
  readonly code: string;
}

/** The sheet of paper for the safe; on the screen there is nothing of it. */
export function RecoverySheet({ event, code }: RecoverySheetProps) {
  const { t } = useTranslation();
  const lines = [
    [t('start.first.name'), event.name],
    [t('start.first.unit'), event.unit],
    [t('start.first.device'), event.deviceName],
    [t('start.recovery.madeAt'), formatInstant(event.createdAt)],
  ] as const;
  return (
    <section className={styles.sheet} data-recovery-sheet>
      <h1>{t('start.recovery.sheetTitle')}</h1>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('start.recovery.title')}</th>
            <td className={styles.code}>{code}</td>
          </tr>
        </tbody>
      </table>
      <ol>
        <li>{t('start.recovery.rules.use')}</li>
        <li>{t('start.recovery.rules.letters')}</li>
        <li>{t('start.recovery.rules.keep')}</li>
        <li>{t('start.recovery.rules.lost')}</li>
      </ol>
      <p className={styles.signed}>
        <span>{t('start.recovery.keeper')}</span>
        <span>{t('start.recovery.keptOn')}</span>
      </p>
    </section>
  );
}
