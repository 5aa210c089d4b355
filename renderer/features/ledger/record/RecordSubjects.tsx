import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { directoryIn } from '../../../../shared/lookup/mentionPlaces';
import { mentionsIn, type Mention } from '../../../../shared/lookup/subject';
import { mentionParts, mentionRole } from '../../../components/record/mentionLabel';

interface RecordSubjectsProps {
  readonly ledger: LedgerDefinition;
  readonly ledgers: readonly LedgerDefinition[];
  readonly row: Row;
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
  readonly onLookUp: (row: Row['id'], place: string) => void;
}

/** People, vehicles and enterprises that a record names: each leads to everything known of it. */
export function RecordSubjects(props: RecordSubjectsProps) {
  const { ledger, ledgers, row, language, context, onLookUp } = props;
  const { t } = useTranslation();
  const directory = directoryIn(ledgers);
  // a name or code alone leads to no record of an enterprise
  const mentions = mentionsIn(ledger, row, directory).filter(
    ({ subject }) => subject.kind !== 'enterprise' || subject.row !== undefined,
  );
  if (row.deletedAt !== undefined || mentions.length === 0) return null;
  const shown = (mention: Mention) => {
    const { subject } = mention;
    const parts = mentionParts(ledger, mention, language);
    return subject.kind === 'enterprise' && subject.row !== undefined && parts.length === 0
      ? context.describeReference?.(directory ?? '', subject.row)
      : parts
          .slice(0, 2)
          .map((part) => part.shown)
          .join(' ');
  };
  return (
    <section>
      <h3>{t('lookup.subjects')}</h3>
      <ul>
        {mentions.map((mention) => (
          <li key={mention.id}>
            <button type="button" onClick={() => onLookUp(row.id, mention.id)}>
              {mentionRole(ledger, mention, language)} {shown(mention)}
              <small>{t(`lookup.about.${mention.subject.kind}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
