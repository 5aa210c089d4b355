import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import type { Field } from '../../../../shared/ledger/field';

/** In the order in which a clerk asks the driver; it is the order of focus. */
export const deskFields = [
  'plate',
  'direction',
  'driverName',
  'documentNumber',
  'phone',
  'origin',
  'destination',
  'purpose',
  'healthCode',
  'tripCode',
  'temperature',
  'testSampledAt',
  'testResult',
  'permit',
  'passengerCount',
  'vehicleType',
  'goodsDisinfected',
  'passengers',
  'documentType',
  'papersShown',
  'sealNumber',
  'slipNumber',
  'testReportedAt',
  'plateColour',
  'localContact',
  'remarks',
] as const;

export type DeskField = (typeof deskFields)[number];

/** Asked for seldom: behind F2, open by itself when one of them holds something. */
export const seldomFields: readonly DeskField[] = [
  'passengers',
  'documentType',
  'papersShown',
  'sealNumber',
  'slipNumber',
  'testReportedAt',
  'plateColour',
  'localContact',
  'remarks',
];

/** Answered by one key: 1, 2, 3 … */
export const oneKeyFields: readonly DeskField[] = [
  'direction',
  'healthCode',
  'tripCode',
  'testResult',
  'goodsDisinfected',
];

/** Without these the record is incomplete: outlined, never blocked. */
export const neededFields: readonly DeskField[] = ['plate', 'direction', 'healthCode'];

/** Every checkpoint asks for these; the panel says which are still blank. */
export const askedFields: readonly DeskField[] = [
  'driverName',
  'documentNumber',
  'phone',
  'origin',
  'destination',
  'temperature',
  'testSampledAt',
];

/** What a vehicle that was here before brings with it. */
export const returningFields: readonly DeskField[] = [
  'plate',
  'plateColour',
  'vehicleType',
  'driverName',
  'documentType',
  'documentNumber',
  'phone',
  'origin',
  'destination',
  'purpose',
];

/** What stays as it was while a vehicle was held; codes, temperature and test are asked anew. */
export const heldFields: readonly DeskField[] = [
  ...returningFields,
  'direction',
  'passengerCount',
  'passengers',
  'sealNumber',
];

export function ledgerField(name: DeskField): Field {
  return checkpointPasses.fields[name];
}

/** The answers of a one-key field, in the order of the keys 1, 2, 3 … */
export function answersOf(name: DeskField): readonly string[] {
  const field = ledgerField(name);
  return field.kind === 'flag' ? ['是', '否'] : (field.options ?? []).map(({ value }) => value);
}

export const passesLedger = checkpointPasses.id;
