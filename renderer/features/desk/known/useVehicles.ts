import { useEffect, useState } from 'react';
import type { KnownVehicle, StoreReading } from '../../../store/contract';

const shown = 8;
const none: readonly KnownVehicle[] = [];

/** Vehicles seen before whose plate begins with what is being typed; answers out of turn are dropped. */
export function useVehicles(store: StoreReading, typed: string): readonly KnownVehicle[] {
  const [found, setFound] = useState<{ typed: string; vehicles: readonly KnownVehicle[] }>({
    typed: '',
    vehicles: none,
  });
  useEffect(() => {
    if (typed.length < 2) return undefined;
    let gone = false;
    void store.vehicles(typed, shown).then((vehicles) => {
      if (!gone) setFound({ typed, vehicles });
    });
    return () => {
      gone = true;
    };
  }, [store, typed]);
  return typed.length >= 2 && found.typed === typed ? found.vehicles : none;
}
