import type { IsoDate } from '../kernel/time';
import type { Vehicle } from './fleet';
import type { Checkpoint } from './places';
import type { Random } from './random';

/** Shares of the traffic by kind of road: lorries take the motorway, few strangers a village lane. */
const shares = { 高速口: 9, 国省干道: 5, 县乡道: 2, 村口: 1 } as const;

export interface Routes {
  /** The checkpoint a vehicle passes as a rule; a permit names it. */
  readonly usualOf: (vehicle: Vehicle) => Checkpoint;
  /** Where it passes on a day: nearly always its own, else any that is open. */
  readonly checkpointOf: (vehicle: Vehicle, on: IsoDate, isBound: boolean) => Checkpoint;
}

export function inventRoutes(
  random: Random,
  fleet: readonly Vehicle[],
  checkpoints: readonly Checkpoint[],
): Routes {
  const roads = checkpoints.flatMap((one) =>
    Array.from({ length: shares[one.values.kind] }, () => one),
  );
  const lasting = roads.filter(({ values }) => values.closedOn === undefined);
  const usual = new Map(fleet.map((vehicle) => [vehicle, random.pick(lasting)]));
  const usualOf = (vehicle: Vehicle) => usual.get(vehicle) ?? random.pick(lasting);
  return {
    usualOf,
    checkpointOf: (vehicle, on, isBound) => {
      if (isBound || random.chance(0.85)) return usualOf(vehicle);
      const chosen = random.pick(roads);
      const { closedOn } = chosen.values;
      return closedOn !== undefined && closedOn <= on ? usualOf(vehicle) : chosen;
    },
  };
}
