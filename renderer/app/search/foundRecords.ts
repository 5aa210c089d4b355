import { maskValue } from '../../../shared/fields/mask';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
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
    const found = hits.map((hit): Found => ({
      text: recordTitle(ledger, hit.row, language),
      detail: foundIn(ledger, hit, language),
      time: recordTime(ledger, hit.row, language),
      run: () => goTo({ page: 'ledger', ledger: id, row: hit.row.id }),
    }));
    return [{ id, title: ledger.title[language], count, found }];
  });
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
