import type { RowId } from '../../../../shared/kernel/ids';
import type { KnownVehicle, StoreReading } from '../../../store/contract';
import { permitIdOf, vehicleOf } from './knownFacts';
import { readVehicle, type VehicleKey, type VehicleRecord } from './vehicleRecord';

/** The last answers about the vehicle on a lane: what was asked once is not asked again at saving. */
export interface Lookups {
  vehicle(plate: string): Answer<KnownVehicle | undefined>;
  permit(number: string): Answer<RowId | undefined>;
  /** What is on record of vehicle, pass and slip. */
  record(key: VehicleKey): Answer<VehicleRecord>;
  /** What has been answered already, without asking. */
  recordAtHand(key: VehicleKey): VehicleRecord | undefined;
  permitAtHand(number: string): RowId | undefined;
  /** The next vehicle: what holds for this one may have changed by then. */
  forget(): void;
}

export type Answer<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'asked'; readonly coming: Promise<T> };

export function createLookups(store: StoreReading): Lookups {
  const vehicles = remembered((plate: string) => vehicleOf(store, plate));
  const permits = remembered((number: string) => permitIdOf(store, number));
  const records = remembered(
    (text: string) => readVehicle(store, JSON.parse(text) as VehicleKey), // written below
  );
  return {
    vehicle: vehicles.ask,
    permit: permits.ask,
    record: (key) => records.ask(textOfKey(key)),
    recordAtHand: (key) => records.atHand(textOfKey(key)),
    permitAtHand: permits.atHand,
    forget: () => {
      vehicles.forget();
      permits.forget();
      records.forget();
    },
  };
}

const textOfKey = ({ plate, permit, slip }: VehicleKey) => JSON.stringify({ plate, permit, slip });

/** The answer, waited for where it is still to come. */
export async function answerTo<T>(asked: Answer<T>): Promise<T> {
  return asked.state === 'known' ? asked.value : asked.coming;
}

function remembered<T>(look: (text: string) => Promise<T>) {
  let last: { readonly text: string; answer: Answer<T> } | undefined;
  return {
    ask: (text: string): Answer<T> => {
      if (last?.text === text) return last.answer;
      const coming = look(text);
      const asked = { text, answer: { state: 'asked', coming } as Answer<T> };
      last = asked;
      void coming.then((value) => {
        asked.answer = { state: 'known', value };
      });
      return asked.answer;
    },
    atHand: (text: string): T | undefined =>
      last?.text === text && last.answer.state === 'known' ? last.answer.value : undefined,
    forget: () => {
      last = undefined;
    },
  };
}
