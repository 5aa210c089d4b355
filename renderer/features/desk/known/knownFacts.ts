import type { RowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { KnownVehicle, StoreReading } from '../../../store/contract';
import type { Filling } from '../form/deskForm';
import { returningTexts } from '../passage/passageValues';

/** The vehicle with exactly this plate, if it was here before. */
export async function vehicleOf(
  store: StoreReading,
  plate: string,
): Promise<KnownVehicle | undefined> {
  const [vehicle] = await store.vehicles(plate, 1);
  return vehicle?.plate === plate ? vehicle : undefined;
}

/** What an earlier passage of a vehicle fills in. */
export function fillingOf(vehicle: KnownVehicle): Filling {
  const { passedAt } = vehicle.last.values;
  const lastAt = typeof passedAt === 'number' ? toInstant(passedAt) : undefined;
  return {
    texts: returningTexts(vehicle),
    known: { passages: vehicle.passages, lastAt },
  };
}

/** The permit of this number, if it is in the register. */
export async function permitIdOf(store: StoreReading, number: string): Promise<RowId | undefined> {
  if (number === '') return undefined;
  const [found] = await store.match('permits', ['number'], [[number]]);
  return found?.[0];
}
