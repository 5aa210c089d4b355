import { useTranslation } from 'react-i18next';
import type { EventListing } from '../../store/eventContract';
import styles from './sheet.module.css';

interface RecoverySheetProps {
  readonly event: EventListing;
  readonly operator: string;
  readonly code: string;
}

const steps = ['open', 'change', 'stays', 'keep', 'lost'] as const;
const signatures = ['keeper', 'place', 'keptOn'] as const;

/** One A4 page for the safe: never on the screen, the only thing on paper. */
export function RecoverySheet({ event, operator, code }: RecoverySheetProps) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  });
  const facts = [
    ['event', event.name],
    ['unit', event.unit],
    ['device', event.deviceName],
    ['operator', operator],
    ['date', day.format(event.createdAt)],
  ] as const;
  return (
    <article className={styles.sheet} data-recovery-sheet>
      <h1>{t('start.sheet.title')}</h1>
      <p className={styles.product}>{t('frame.product')}</p>
      <table>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{t(`start.sheet.${name}`)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.code}>{code}</p>
      <h2>{t('start.sheet.how')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`start.sheet.steps.${step}`)}</li>
        ))}
      </ol>
      <footer>
        {signatures.map((name) => (
          <span key={name}>{t(`start.sheet.${name}`)}</span>
        ))}
      </footer>
    </article>
  );
}
