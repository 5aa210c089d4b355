import type { TFunction } from 'i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { unitInBrackets } from '../../../app/unitWord';
import { fieldWidth } from '../../../components/grid/fieldWidth';
import type { SavedView } from './savedView';

const standardWidth = 130;

interface ShownIn {
  readonly t: TFunction;
  readonly language: 'zh' | 'en';
}

/** px: as set by hand, else the field's own, and never so narrow that its header or a choice is cut. */
export function columnWidth(
  ledger: LedgerDefinition,
  view: SavedView,
  name: string,
  { t, language }: ShownIn,
): number {
  const byHand = view.widths[name];
  const field = ledger.fields[name];
  if (byHand !== undefined || !field) return byHand ?? standardWidth;
  const needed = fieldWidth(field, field.header[language] + unitInBrackets(t, field), language);
  return Math.max(field.width ?? standardWidth, needed);
}
