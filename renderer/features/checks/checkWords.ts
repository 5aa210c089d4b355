import type { TFunction } from 'i18next';
import type { Discrepancy, FoundRecord } from '../../../shared/checks/check';
import { isRowId } from '../../../shared/kernel/ids';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { recordTime, recordTitle } from '../../components/record/recordTitle';

/** A record as it is named beside its link. */
export interface WordedRecord {
  readonly ledger: string;
  readonly row: string;
  readonly title: string;
  readonly detail: string;
}

export interface WordedDiscrepancy {
  readonly id: string;
  readonly what: string;
  readonly first: WordedRecord;
  readonly second: WordedRecord | undefined;
}

/** A discrepancy in words; a record that is named by a reference goes by its time. */
export function wordDiscrepancy(
  t: TFunction,
  { id, check, facts, first, second }: Discrepancy,
  ledgers: readonly LedgerDefinition[],
  language: 'zh' | 'en',
): WordedDiscrepancy {
  const own = ledgers.find((ledger) => ledger.id === first.ledger);
  const { field } = facts;
  const header = typeof field === 'string' ? own?.fields[field]?.header[language] : undefined;
  return {
    id,
    what: t(`checks.found.${check}`, { ...facts, header: header ?? '' }),
    first: wordRecord(first, ledgers, language),
    second: second && wordRecord(second, ledgers, language),
  };
}

function wordRecord(
  { ledger: id, row }: FoundRecord,
  ledgers: readonly LedgerDefinition[],
  language: 'zh' | 'en',
): WordedRecord {
  const ledger = ledgers.find((one) => one.id === id);
  if (!ledger) return { ledger: id, row: row.id, title: id, detail: '' };
  const name = row.values[ledger.nameField];
  const isReference = typeof name === 'string' && isRowId(name);
  const time = recordTime(ledger, row, language);
  return {
    ledger: id,
    row: row.id,
    title: isReference ? time : recordTitle(ledger, row, language),
    detail: [ledger.title[language], isReference ? '' : time].filter(Boolean).join(' · '),
  };
}
