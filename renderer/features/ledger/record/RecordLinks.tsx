import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { recordTime, recordTitle } from '../../../components/record/recordTitle';
import type { Link } from './links';
import styles from './history.module.css';

interface RecordLinksProps {
  readonly links: readonly Link[] | undefined;
  readonly language: 'zh' | 'en';
  readonly onGo: (ledger: string, row: Row['id']) => void;
}

/** What refers to the record and what it refers to, each a step away. */
export function RecordLinks({ links, language, onGo }: RecordLinksProps) {
  const { t } = useTranslation();
  if (links?.length === 0) return <p className={styles.none}>{t('record.noLinks')}</p>;
  return (
    <div className={styles.links}>
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
