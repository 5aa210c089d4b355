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

/**
 * Where a vehicle that has a pass is going now, proposed as filled in: who came in goes out next. Only
 * after a passage that was let through; nothing is proposed to one turned back.
 */
export function nextDirection({ last }: KnownVehicle): { readonly direction?: string } {
  const { direction, outcome } = last.values;
  if (outcome !== '放行' || typeof direction !== 'string') return {};
  const next = { 进: '出', 出: '进' }[direction];
  return { direction: next ?? direction };
}

/** The permit of this number, if it is in the register. */
export async function permitIdOf(store: StoreReading, number: string): Promise<RowId | undefined> {
  if (number === '') return undefined;
  const [found] = await store.match('permits', ['number'], [[number]]);
  return found?.[0];
}
