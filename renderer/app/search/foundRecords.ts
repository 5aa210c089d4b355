import { maskValue } from '../../../shared/fields/mask';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { directoryIn } from '../../../shared/lookup/mentionPlaces';
import { mentionsIn, type Mention, type Subject } from '../../../shared/lookup/subject';
import { cellShown } from '../../components/record/cellShown';
import { recordTime, recordTitle } from '../../components/record/recordTitle';
import type { LedgerHits, SearchHit } from '../../store/contract';
import { goTo } from '../useRoute';

/** One line of the search box. */
export interface Found {
  readonly text: string;
  /** Why it was found, or where it stands. */
  readonly detail: string;
  readonly time?: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** Everything about whom or what the text names in this record. */
  readonly about?: { readonly kind: Subject['kind']; readonly run: () => void };
}

export interface FoundGroup {
  readonly id: string;
  readonly title: string;
  /** Of records: how many there are in all, of which the first are shown. */
  readonly count?: number;
  readonly found: readonly Found[];
}

/** The records that were found, ledger by ledger; each opens where it stands. */
export function foundRecords(
  all: readonly LedgerHits[],
  ledgers: readonly LedgerDefinition[],
  language: 'zh' | 'en',
): readonly FoundGroup[] {
  return all.flatMap(({ ledger: id, count, hits }) => {
    const ledger = ledgers.find((one) => one.id === id);
    if (!ledger) return [];
    const found = hits.map((hit): Found => {
      const mention = mentionFound(ledger, hit, directoryIn(ledgers));
      const run = () =>
        goTo({ page: 'lookup', ledger: id, row: hit.row.id, place: mention?.id ?? '' });
      return {
        text: recordTitle(ledger, hit.row, language),
        detail: foundIn(ledger, hit, language),
        time: recordTime(ledger, hit.row, language),
        run: () => goTo({ page: 'ledger', ledger: id, row: hit.row.id }),
        ...(mention ? { about: { kind: mention.subject.kind, run } } : {}),
      };
    });
    return [{ id, title: ledger.title[language], count, found }];
  });
}

/** Whom or what the field names in which the text was found; nobody where it names several. */
function mentionFound(
  ledger: LedgerDefinition,
  { row, field }: SearchHit,
  directory: string | undefined,
): Mention | undefined {
  const isNamed = ({ place, subject }: Mention) => {
    if (place.kind === 'vehicle') return place.field === field;
    if (place.kind === 'enterprise')
      return place.field === field && subject.kind === 'enterprise' && subject.row !== undefined;
    const { entryOf, name, documentNumber, phone } = place;
    return entryOf === undefined
      ? [name, documentNumber, phone].includes(field)
      : entryOf === field;
  };
  const named = mentionsIn(ledger, row, directory).filter(isNamed);
  return named.length === 1 ? named[0] : undefined;
}

/** The field by which a record was found, where that is not its name; a reference by header alone. */
function foundIn(
  ledger: LedgerDefinition,
  { row, field: name }: SearchHit,
  language: 'zh' | 'en',
): string {
  const field = ledger.fields[name];
  const value = row.values[name];
  if (!field || value === undefined || name === ledger.nameField) return '';
  const header = field.header[language];
  if (field.refersTo !== undefined) return header;
  const shown = field.sensitive
    ? maskValue(field, value)
    : cellShown(field, value, language, {}).text;
  return `${header} ${shown}`;
}
