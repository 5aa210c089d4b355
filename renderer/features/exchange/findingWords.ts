import type { TFunction } from 'i18next';
import type { CellFinding } from '../../../shared/exchange/plan/plan';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { zh } from '../../app/text/zh';

/** What is wrong with a cell, in words, without its address. */
export function findingWords(
  t: TFunction,
  { rule, facts, field }: Pick<CellFinding, 'rule' | 'facts' | 'field'>,
  definition: LedgerDefinition,
  language: 'zh' | 'en',
): string {
  // Keys are told to people by the names their columns have.
  const by = typeof facts?.by === 'string' ? { by: headersOf(facts.by, definition, language) } : {};
  // There may be no column for it, and then no cell to look at.
  if (rule === 'required' && field !== undefined)
    return t('exchange.requiredField', { field: headersOf(field, definition, language) });
  const place = rule in zh.exchange.rules ? 'exchange.rules' : 'fields.findings';
  return t(`${place}.${rule}`, { ...facts, ...by });
}

function headersOf(
  fields: string,
  { fields: known }: LedgerDefinition,
  language: 'zh' | 'en',
): string {
  return fields
    .split('+')
    .map((name) => known[name]?.header[language] ?? name)
    .join(language === 'zh' ? '＋' : ' + ');
}

/** The language a definition's own words are shown in. */
export function shownLanguage(language: string): 'zh' | 'en' {
  return language.startsWith('en') ? 'en' : 'zh';
}
