import { maskValue } from '../../../shared/fields/mask';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import { cellShown } from './cellShown';

/** The name of a record; masked where names of its ledger are sensitive. */
export function recordTitle(ledger: LedgerDefinition, row: Row, language: 'zh' | 'en'): string {
  const field = ledger.fields[ledger.nameField];
  const value = row.values[ledger.nameField];
  if (!field || value === undefined) return `#${row.id.slice(-6)}`;
  return field.sensitive ? maskValue(field, value) : cellShown(field, value, language, {}).text;
}

/** When it happened, in ledgers that are sorted by time. */
export function recordTime(ledger: LedgerDefinition, row: Row, language: 'zh' | 'en'): string {
  const name = ledger.newestFirst;
  const field = name === undefined ? undefined : ledger.fields[name];
  const value = name === undefined ? undefined : row.values[name];
  if (!field || value === undefined || field.sensitive) return '';
  return cellShown(field, value, language, {}).text;
}
