import { toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';

export type Entry = Readonly<Record<string, string | number | boolean>>;

/** The entries of a repeated field that have a moment, in the order of it. */
export function entriesAt(
  { values }: Row,
  field: string,
  momentField: string,
): readonly { readonly moment: Instant; readonly entry: Entry }[] {
  const entries = values[field];
  if (!Array.isArray(entries)) return [];
  return entries
    .flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const own = entry as Entry; // entries of a group, as the store keeps them
      const moment = own[momentField];
      return typeof moment === 'number' ? [{ moment: toInstant(moment), entry: own }] : [];
    })
    .sort((left, right) => left.moment - right.moment);
}
