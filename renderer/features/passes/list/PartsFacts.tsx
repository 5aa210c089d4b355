import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { useRecords } from '../records';
import { dayWords, fieldWords, languageOf, plateWords, referenceWords } from './fieldWords';
import styles from '../panel.module.css';

interface PartsFactsProps {
  readonly ledger: LedgerDefinition;
  readonly row: Row;
  /** Fields beside those that an application and a pass have in common. */
  readonly more: readonly string[];
}

const before = ['transport', 'enterprise', 'contact', 'contactPhone', 'plate', 'vehicleType'];
const after = ['driverName', 'driverDocumentNumber', 'origin', 'destination', 'checkpoints'];
const last = ['goods', 'amount', 'validity'];

/** Who, which vehicle, whereto, what and how long; what is blank is left out. */
export function PartsFacts({ ledger, row, more }: PartsFactsProps) {
  const { t, i18n } = useTranslation();
  const records = useRecords();
  const language = languageOf(i18n.language);
  const { values } = row;
  const words = (name: string): string => {
    const value = values[name];
    switch (name) {
      case 'plate':
        return typeof value === 'string' ? plateWords(value) : '';
      case 'enterprise':
        return referenceWords(value, records.enterpriseName);
      case 'replaces':
      case 'permit':
        return referenceWords(value, records.permitNumber);
      case 'checkpoints':
        return Array.isArray(value)
          ? value
              .map((id) => referenceWords(id, records.checkpointName))
              .filter(Boolean)
              .join(t('frame.marks.list'))
          : '';
      case 'validity': {
        const { validFrom, validUntil } = values;
        return typeof validFrom === 'string' && typeof validUntil === 'string'
          ? dayWords(validFrom, validUntil)
          : '';
      }
      default:
        return fieldWords(ledger, name, values, language);
    }
  };
  const header = (name: string) =>
    name === 'validity' ? t('passes.validity') : (ledger.fields[name]?.header[language] ?? name);
  return (
    <dl className={styles.facts}>
      {[...before, ...after, ...last, ...more].map((name) => {
        const said = words(name);
        return said === '' ? null : (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{header(name)}</dt>
            <dd data-fact={name}>{said}</dd>
          </div>
        );
      })}
    </dl>
  );
}
