import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import { backUpKey, type IssuerKey } from '../../../../shared/passes/issuerKeys';
import styles from './sheet.module.css';

interface KeySheetProps {
  readonly issuerKey: IssuerKey;
  readonly event: string;
  readonly fingerprint: string;
}

const steps = ['safe', 'restore', 'lost'] as const;
const signatures = ['keeper', 'place', 'keptOn'] as const;

/** One A4 page for the safe: whoever has it can issue passes in the county's name. */
export function KeySheet({ issuerKey, event, fingerprint }: KeySheetProps) {
  const { t } = useTranslation();
  const facts = [
    ['issuer', issuerKey.issuer],
    ['event', event],
    ['keyId', issuerKey.keyId],
    ['fingerprint', fingerprint],
    ['createdAt', formatInstant(issuerKey.createdAt)],
  ] as const;
  return (
    <article className={styles.sheet} data-key-sheet>
      <h1>{t('passes.sheet.title')}</h1>
      <table>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{t(`passes.sheet.${name}`)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className={styles.lines}>
        {backUpKey(issuerKey).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h2>{t('passes.sheet.how')}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`passes.sheet.steps.${step}`)}</li>
        ))}
      </ol>
      <footer>
        {signatures.map((name) => (
          <span key={name}>{t(`passes.sheet.${name}`)}</span>
        ))}
      </footer>
    </article>
  );
}
