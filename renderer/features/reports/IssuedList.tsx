import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { Language } from '../../../shared/fields/codec';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import { reportLines } from '../../../shared/reports/filledReport';
import { reportFromText, type IssuedText } from '../../../shared/reports/issuedText';
import { useSession } from '../../app/session';
import type { GiveOutKind } from './giveOut';
import { readIssue } from './issueMemory';
import type { GivingOut } from './useGiveOut';
import styles from './reports.module.css';

interface IssuedListProps {
  readonly rows: readonly Row[];
  readonly give: GivingOut['give'];
  readonly tell: (notice: string) => void;
  readonly isBusy: boolean;
}

const kinds: readonly GiveOutKind[] = ['word', 'excel', 'print'];

/** The versions of one report, the newest first, each with what changed before it; given out again as they were. */
export function IssuedList({ rows, give, tell, isBusy }: IssuedListProps) {
  const { t, i18n } = useTranslation();
  const { store } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  if (rows.length === 0) return null;
  const again = async (kind: GiveOutKind, { id, values }: Row) => {
    const kept = (await readIssue(store, id))?.report;
    const report = kept ?? reportFromText(issuedText(values, language));
    const isAltered = kept !== undefined && reportLines(kept).join('\n') !== values['text'];
    const version = t('reports.version', { edition: values['edition'] });
    await give(kind, report, { author: String(values['author']), version });
    if (isAltered) tell(t('reports.altered'));
    if (!kept) tell(t('reports.keptElsewhere'));
  };
  return (
    <aside className={styles.issued} aria-label={t('reports.issued')}>
      <h2>
        {t('reports.issued')} <small>{t('reports.issuedCount', { count: rows.length })}</small>
      </h2>
      <ol>
        {rows.map((row) => {
          const { id, values } = row;
          const edition = t('reports.edition', {
            edition: values['edition'],
            moment: formatInstant(toInstant(Number(values['cutOffAt']))),
          });
          return (
            <li key={id}>
              <strong>{edition}</strong>
              <span>
                {t('reports.by', {
                  author: values['author'],
                  moment: formatInstant(toInstant(Number(values['issuedAt']))),
                })}
              </span>
              <code title={String(values['rowsHash'])}>
                {String(values['rowsHash']).slice(0, 16)}
              </code>
              {typeof values['difference'] === 'string' && <p>{values['difference']}</p>}
              <div
                className={styles.again}
                role="group"
                aria-label={`${t('reports.again')} ${edition}`}
              >
                {kinds.map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    title={t('reports.again')}
                    disabled={isBusy}
                    onClick={() => void again(kind, row)}
                  >
                    {t(`reports.give.${kind}`)}
                  </button>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

function issuedText(values: RowValues, shown: Language): IssuedText {
  const text = String(values['text']);
  return {
    text,
    figures: String(values['figures']),
    at: toInstant(Number(values['cutOffAt'])),
    // paper sizes and fonts go by what it is written in, not by what the screen shows
    language: /\p{Script=Han}/u.test(text) ? 'zh' : shown,
  };
}
