import { toInstant, type Clock } from '../../../../shared/kernel/time';
import type { Store } from '../../../store/contract';
import { isEmpty, type DeskForm, type ParkedForm } from '../form/deskForm';
import { deskOf, keptOf, lanesReducer, type DeskState, type DeskStateAction } from './lanes';

/**
 * What stands on the desk of an unlocked event. It outlives the page, so that looking something up
 * elsewhere loses nothing; it goes with the store at locking, and is sealed in the event's settings.
 */
export interface DeskMemory {
  readonly state: () => DeskState;
  readonly dispatch: (action: DeskStateAction) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Seals what was begun: called when the desk is left, before the event is locked. */
  readonly keep: () => void;
}

const settingKey = 'desk.kept';
const memories = new WeakMap<Store, DeskMemory>();

export function deskMemory(store: Store, clock: Clock): DeskMemory {
  const known = memories.get(store);
  if (known) return known;
  const made = createMemory(store, clock);
  memories.set(store, made);
  return made;
}

function createMemory(store: Store, clock: Clock): DeskMemory {
  const listeners = new Set<() => void>();
  let state = deskOf({ begun: [], parked: [] }, 1, clock());
  let kept = JSON.stringify(keptOf(state));
  let loaded = false;

  const change = (next: DeskState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const keep = () => {
    if (!loaded) return;
    const text = JSON.stringify(keptOf(state));
    if (text === kept) return;
    kept = text;
    // In memory they are safe already; a full disk is said where passages are saved.
    void store.saveSetting(settingKey, text);
  };

  void store.setting(settingKey).then((text) => {
    loaded = true;
    const found = readKept(text);
    const begun = [...state.lanes.map(({ form }) => form), ...found.begun].filter(
      (form) => !isEmpty(form),
    );
    const parked = [...found.parked, ...state.parked];
    kept = JSON.stringify(found);
    if (begun.length + parked.length > 0) {
      change(deskOf({ begun, parked }, state.lanes.length, toInstant(clock())));
    }
  });

  return {
    state: () => state,
    dispatch: (action) => {
      const { parked } = state;
      change(lanesReducer(state, action));
      if (state.parked !== parked) keep();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep,
  };
}

interface Kept {
  readonly begun: readonly DeskForm[];
  readonly parked: readonly ParkedForm[];
}

function readKept(text: string | undefined): Kept {
  const none: Kept = { begun: [], parked: [] };
  if (text === undefined) return none;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return none;
    const { begun, parked }: { begun?: unknown; parked?: unknown } = found;
    return {
      begun: Array.isArray(begun) ? begun.filter(isForm) : [],
      parked: Array.isArray(parked) ? parked.filter(isParked) : [],
    };
  } catch {
    return none; // written by a version that kept them otherwise
  }
}

function isForm(value: unknown): value is DeskForm {
  if (typeof value !== 'object' || value === null || !('entries' in value)) return false;
  return typeof value.entries === 'object' && value.entries !== null;
}

function isParked(value: unknown): value is ParkedForm {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && 'parkedAt' in value && 'form' in value && isForm(value.form);
}
