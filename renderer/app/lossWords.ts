import type { TFunction } from 'i18next';
import type { LedgerDefinition } from '../../shared/ledger/defineLedger';
import type { Loss } from '../store/eventContract';

/** What is lost, named: the ledger, how much, and in which commits. */
export function lossWords(
  t: TFunction,
  { ledger, rows, firstSequence: first, lastSequence: last, onlyHistory }: Loss,
  ledgers: readonly LedgerDefinition[],
  language: 'zh' | 'en',
): string {
  const definition = ledgers.find(({ id }) => id === ledger);
  if (!definition) return t('start.lossUnnamed', { first, last });
  const title = definition.title[language];
  return t(onlyHistory ? 'start.lossHistory' : 'start.loss', {
    ledger: title,
    rows: rows.toLocaleString(language),
    first,
    last,
  });
}
