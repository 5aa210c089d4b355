import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permits } from '../../../../shared/ledgers/permits';
import { readEarlier, readPermit } from '../../../../shared/passes/readRecords';
import type { EarlierPassage, PermitOnHand } from '../../../../shared/passes/situation';
import type { Filter, StoreReading } from '../../../store/contract';
import { passesLedger } from '../form/deskFields';
import { textOf, type DeskForm } from '../form/deskForm';
import { completePlate } from '../scan/scanPlace';

/** What the ledgers know of the vehicle and the pass on a lane. */
export interface VehicleRecord {
  readonly permit: { readonly id: RowId; readonly permit: PermitOnHand } | undefined;
  /** The permit as the ledger has it, also where too little stands in it to judge by. */
  readonly permitRow: Row | undefined;
  /** Passages of the plate, with the pass, with the checked slip; newest first. */
  readonly earlier: readonly EarlierPassage[];
}

export interface VehicleKey {
  readonly plate: string;
  /** Number of the pass; blank: the one that holds for the plate, if there is one. */
  readonly permit: string;
  readonly slip: string;
}

/** What a lane's form asks the ledgers about. */
export function vehicleKeyOf(form: DeskForm, homePlate: string): VehicleKey {
  return {
    plate: completePlate(textOf(form, 'plate'), homePlate),
    permit: textOf(form, 'permit').trim(),
    slip: textOf(form, 'slipNumber').trim(),
  };
}

export const nothingOnRecord: VehicleRecord = {
  permit: undefined,
  permitRow: undefined,
  earlier: [],
};

/** A vehicle is judged by its last passages; older ones concern other journeys. */
const mostPassages = 40;
/** Shorter is a plate that is still being typed. */
const shortestPlate = 6;

/** Asks for all at once that does not rest on another answer: each wait is one at the barrier. */
export async function readVehicle(store: StoreReading, key: VehicleKey): Promise<VehicleRecord> {
  const byPlate = key.plate.length < shortestPlate ? [] : passagesWith(store, 'plate', key.plate);
  const bySlip = key.slip === '' ? [] : passagesWith(store, 'slipNumber', key.slip);
  const permitRow =
    key.permit === ''
      ? await permitOfPlate(store, key.plate)
      : await permitWith(store, 'number', key.permit);
  const permit = known(permitRow);
  const passages = await Promise.all([
    byPlate,
    permit ? passagesWith(store, 'permit', permit.id) : [],
    bySlip,
  ]);
  const rows = new Map(passages.flat().map((row) => [row.id, row]));
  return {
    permit,
    permitRow,
    earlier: [...rows.values()].flatMap(({ values }) => {
      const number = values.permit === permit?.id ? permit?.permit.number : undefined;
      return readEarlier(values, number) ?? [];
    }),
  };
}

async function permitOfPlate(store: StoreReading, plate: string): Promise<Row | undefined> {
  if (plate.length < shortestPlate) return undefined;
  return permitWith(store, 'plate', plate, [
    { field: 'status', test: { type: 'equals', value: '有效' } },
  ]);
}

async function permitWith(
  store: StoreReading,
  field: string,
  value: string,
  also: readonly Filter[] = [],
): Promise<Row | undefined> {
  const filters: readonly Filter[] = [{ field, test: { type: 'equals', value } }, ...also];
  const [row] = await firstRows(store, permits.id, 'validUntil', 1, filters);
  return row;
}

function known(row: Row | undefined): VehicleRecord['permit'] {
  const permit = row && readPermit(row.values);
  return row && permit && { id: row.id, permit };
}

function passagesWith(store: StoreReading, field: string, value: string): Promise<readonly Row[]> {
  return firstRows(store, passesLedger, 'passedAt', mostPassages, [
    { field, test: { type: 'equals', value } },
  ]);
}

async function firstRows(
  store: StoreReading,
  ledger: string,
  newest: string,
  count: number,
  filters: readonly Filter[],
): Promise<readonly Row[]> {
  const sort = [{ field: newest, descending: true }];
  const view = await store.openView({ ledger, filters, sort }, count);
  store.closeView(view.id);
  return view.first;
}
