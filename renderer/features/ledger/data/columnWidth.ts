import type { TFunction } from 'i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { unitInBrackets } from '../../../app/unitWord';
import { textWidth, widthFor } from '../../../components/grid/textWidth';
import type { SavedView } from './savedView';

const standardWidth = 130;
/** A header longer than that ends in dots: its column would push the others off the screen. */
const widestHeader = 200;
/** Beside a header: the cell's edges, the arrow of its filter and that of the order. */
const besideHeader = 48;

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
  const header = textWidth(field.header[language] + unitInBrackets(t, field)) + besideHeader;
  const options = field.kind === 'choice' ? (field.options ?? []) : [];
  const choices = widthFor(options.map(({ value, en }) => (language === 'zh' ? value : en)));
  const needed = Math.min(widestHeader, Math.max(header, choices));
  return Math.ceil(Math.max(field.width ?? standardWidth, needed));
}
