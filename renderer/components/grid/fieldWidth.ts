import type { Field } from '../../../shared/ledger/field';
import { textWidth, widthFor } from './textWidth';

/** A header longer than that ends in dots: its column would push the others off the screen. */
const widestHeader = 200;
/** Beside a header: the cell's edges, the arrow of its filter and that of the order. */
const besideHeader = 48;

/** px below which the column's header or one of its choices would be cut. */
export function fieldWidth(field: Field, header: string, language: 'zh' | 'en'): number {
  const options = field.kind === 'choice' ? (field.options ?? []) : [];
  const choices = widthFor(options.map(({ value, en }) => (language === 'zh' ? value : en)));
  return Math.min(widestHeader, Math.max(Math.ceil(textWidth(header)) + besideHeader, choices));
}
