import type { Instant } from '../../../shared/kernel/time';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { Figure } from '../../../shared/ledger/figure';
import { cellShown } from '../../components/record/cellShown';

/** The moment or day by which a figure takes a record in; of several the first that is filled. */
export function recordMoment(
  ledger: LedgerDefinition,
  { terms }: Figure,
  { values }: Row,
  language: 'zh' | 'en',
): string {
  const name = terms.map(({ counts }) => counts.from).find((from) => values[from] !== undefined);
  const field = name === undefined ? undefined : ledger.fields[name];
  return field && name !== undefined ? cellShown(field, values[name], language, {}).text : '';
}

/** A late entry: written down after the cut-off that takes it in. */
export function recordedAfter({ values }: Row, at: Instant): boolean {
  const { recordedAt } = values;
  return typeof recordedAt === 'number' && recordedAt > at;
}
