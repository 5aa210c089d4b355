import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { RecordSubjects } from './RecordSubjects';
import { recordTime, recordTitle } from '../../../components/record/recordTitle';
import type { Link } from './links';
import styles from './history.module.css';

interface RecordLinksProps {
  readonly ledger: LedgerDefinition;
  readonly ledgers: readonly LedgerDefinition[];
  readonly row: Row;
  readonly links: readonly Link[] | undefined;
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
  readonly onGo: (ledger: string, row: Row['id']) => void;
  readonly onLookUp: (row: Row['id'], place: string) => void;
}

/** Whom it names, what refers to it and what it refers to, each a step away. */
export function RecordLinks(props: RecordLinksProps) {
  const { links, language, onGo } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.links}>
      <RecordSubjects {...props} />
      {links?.length === 0 && <p>{t('record.noLinks')}</p>}
      {links?.map((link) => {
        const by = link.ledger.fields[link.field]?.header[language];
        return (
          <section key={`${link.towards} ${link.ledger.id} ${link.field}`}>
            <h3>
              {link.ledger.title[language]}
              {link.towards === 'from' && by && <span>{t('fields.inBrackets', { unit: by })}</span>}
              <small>{link.count.toLocaleString(language)}</small>
            </h3>
            <ul>
              {link.rows.map((row) => (
                <li key={row.id}>
                  <button type="button" onClick={() => onGo(link.ledger.id, row.id)}>
                    {recordTitle(link.ledger, row, language)}
                    <small>{recordTime(link.ledger, row, language)}</small>
                  </button>
                </li>
              ))}
            </ul>
            {link.count > link.rows.length && (
              <p>{t('record.moreLinks', { count: link.count - link.rows.length })}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}
