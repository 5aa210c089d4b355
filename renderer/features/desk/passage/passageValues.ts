import { codecFor } from '../../../../shared/fields/codecFor';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { Instant } from '../../../../shared/kernel/time';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import type { PassContent } from '../../../../shared/passes/passContent';
import type { Effect } from '../../../../shared/policy/passageRule';
import type { KnownVehicle } from '../../../store/contract';
import { deskFields, ledgerField, returningFields, type DeskField } from '../form/deskFields';
import { textOf, type DeskForm } from '../form/deskForm';
import type { FormReading } from '../form/readForm';

/** Who is on duty where: chosen once, kept for the device. */
export interface Duty {
  readonly checkpoint: string;
  readonly shift: string;
  readonly staff: string;
  /** The county's own plates: 豫H. */
  readonly homePlate: string;
  /** Queues logged side by side at this desk. */
  readonly lanes: 1 | 2;
}

interface PassageFacts {
  readonly form: DeskForm;
  readonly reading: FormReading;
  readonly outcome: string;
  readonly grounds: string;
  /** What the rules say; absent where they could not be read. */
  readonly verdict: Effect | undefined;
  readonly duty: Duty;
  readonly passedAt: Instant;
}

/** Words for what could not be read: it goes to the remarks, nothing a clerk typed is thrown away. */
export type QuoteUnread = (field: DeskField, text: string) => string;

/** The record to be written for a new passage. */
export function newPassage(facts: PassageFacts, quote: QuoteUnread): RowValues {
  const { reading, duty, passedAt, outcome, grounds, verdict } = facts;
  const remarks = remarksOf(facts, quote);
  return {
    ...reading.values,
    checkpoint: duty.checkpoint,
    passedAt: codecFor(checkpointPasses.fields.passedAt).normalise(passedAt),
    outcome,
    shift: duty.shift,
    dutyStaff: duty.staff,
    ...(verdict === undefined ? {} : { verdict }),
    ...(grounds === '' ? {} : { grounds }),
    ...(remarks === '' ? {} : { remarks }),
  };
}

/** What a correction changes; `null` clears. Place, time, shift and staff stay those of the passage. */
export function correctedPassage(
  facts: Pick<PassageFacts, 'form' | 'reading' | 'outcome' | 'grounds' | 'verdict'>,
  quote: QuoteUnread,
): Readonly<Record<string, StoredValue | null>> {
  const remarks = remarksOf(facts, quote);
  const values: Record<string, StoredValue | null> = {};
  for (const field of deskFields) {
    const unread = facts.reading.findings[field]?.unreadable === true;
    if (!unread) values[field] = facts.reading.values[field] ?? null;
  }
  const { outcome, grounds, verdict } = facts;
  return {
    ...values,
    outcome,
    verdict: verdict ?? null,
    grounds: grounds === '' ? null : grounds,
    remarks: remarks === '' ? null : remarks,
  };
}

function remarksOf({ form, reading }: Pick<PassageFacts, 'form' | 'reading'>, quote: QuoteUnread) {
  const own = textOf(form, 'remarks').trim();
  const unread = deskFields
    .filter((field) => reading.findings[field]?.unreadable)
    .map((field) => quote(field, textOf(form, field).trim()))
    .filter((words) => !own.includes(words));
  return [own, ...unread].filter(Boolean).join('；');
}

/** A stored record as texts to stand in the form again. */
export function textsOf(
  values: RowValues,
  fields: readonly DeskField[],
  describeReference: NonNullable<ParseContext['describeReference']>,
): Readonly<Partial<Record<DeskField, string>>> {
  const texts: Partial<Record<DeskField, string>> = {};
  for (const field of fields) {
    const value = values[field];
    if (value === undefined) continue;
    texts[field] = codecFor(ledgerField(field)).toText(value, 'zh', { describeReference });
  }
  return texts;
}

export function returningTexts(
  vehicle: KnownVehicle,
): Readonly<Partial<Record<DeskField, string>>> {
  const noReferences = () => undefined;
  return { ...textsOf(vehicle.last.values, returningFields, noReferences), plate: vehicle.plate };
}

const permitSources: Readonly<Partial<Record<DeskField, string>>> = {
  plate: 'plate',
  plateColour: 'plateColour',
  vehicleType: 'vehicleType',
  driverName: 'driverName',
  documentNumber: 'driverDocumentNumber',
  phone: 'driverPhone',
  origin: 'origin',
  destination: 'destination',
  purpose: 'goods',
};

/** What a permit says about the vehicle that shows it. */
export function permitTexts(permit: RowValues): Readonly<Partial<Record<DeskField, string>>> {
  const texts: Partial<Record<DeskField, string>> = {};
  for (const field of deskFields) {
    const value = permit[permitSources[field] ?? ''];
    if (typeof value === 'string') texts[field] = value;
  }
  return texts;
}

/** What the code on a pass says about the vehicle, where the ledger does not have the pass. */
export function contentTexts(content: PassContent): Readonly<Partial<Record<DeskField, string>>> {
  const { plate, origin, destination, goods } = content;
  return { plate, origin, destination, purpose: goods };
}
