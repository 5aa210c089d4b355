import { writeLedgersWorkbook } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import type { Language } from '../../../../shared/fields/codec';
import type { Result } from '../../../../shared/kernel/result';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { allRows } from '../../../app/judging/judgingFacts';
import { readReferences } from '../../../store/references';
import type { Query, StoreReading } from '../../../store/contract';
import { passesLedger } from '../form/deskFields';
import type { Duty } from '../passage/passageValues';
import { shiftQuery } from './shiftQuery';
import type { ShiftSpan } from './shiftSpan';

/** The ledgers that a shift writes in. */
export const shiftLedgers = [passesLedger, 'checkpoint-holds', 'duty-roster'] as const;

interface ShiftWorkbook {
  readonly duty: Duty;
  readonly span: ShiftSpan;
  readonly place: string;
  /** Without names, numbers and phones. */
  readonly masked: boolean;
  readonly language: Language;
}

/**
 * The shift as one workbook: its passages, its holds, its line in the roster, a sheet each. Every
 * row carries its record number, so that another computer takes the workbook in without doubling.
 */
export async function writeShift(
  store: StoreReading,
  ledgers: readonly LedgerDefinition[],
  { duty, span, place, masked, language }: ShiftWorkbook,
): Promise<Result<Uint8Array, { readonly tag: string }>> {
  const queries: readonly Query[] = [
    shiftQuery(duty, span),
    {
      ledger: 'checkpoint-holds',
      filters: [
        { field: 'checkpoint', test: { type: 'equals', value: duty.checkpoint } },
        { field: 'heldFrom', test: { type: 'between', from: span.firstAt } },
      ],
    },
    {
      ledger: 'duty-roster',
      filters: [
        { field: 'date', test: { type: 'equals', value: span.date } },
        { field: 'place', test: { type: 'equals', value: place } },
      ],
    },
  ];
  const requests = [];
  for (const query of queries) {
    const definition = ledgers.find(({ id }) => id === query.ledger);
    if (!definition) continue;
    const rows: readonly Row[] = await allRows(store, query);
    if (rows.length === 0 && definition.id !== passesLedger) continue;
    const references = await readReferences(store, definition);
    requests.push({
      definition,
      rows,
      rowCount: rows.length,
      masked,
      language,
      title: definition.title[language],
      describeReference: references.context.describeReference,
      referenceNames: references.names,
    });
  }
  return writeLedgersWorkbook(requests);
}
