import {
  deskReducer,
  emptyLane,
  isEmpty,
  type DeskAction,
  type DeskForm,
  type LaneState,
  type ParkedForm,
} from '../form/deskForm';

/** One clerk may log two queues side by side; vehicles parked at the side belong to neither. */
export interface DeskState {
  readonly lanes: readonly LaneState[];
  readonly parked: readonly ParkedForm[];
}

export type DeskStateAction =
  | { readonly type: 'lane'; readonly lane: number; readonly action: DeskAction }
  /** A lane that is closed leaves what was begun there at the side. */
  | { readonly type: 'lanesChosen'; readonly count: number; readonly atMs: number };

/** What is kept while nobody is at the desk: another page is open, or the screen is locked. */
export interface KeptWork {
  readonly begun: readonly DeskForm[];
  readonly parked: readonly ParkedForm[];
}

export function lanesReducer(state: DeskState, action: DeskStateAction): DeskState {
  switch (action.type) {
    case 'lane': {
      const here = state.lanes[action.lane];
      if (!here) return state;
      const { lane, parked } = deskReducer({ lane: here, parked: state.parked }, action.action);
      const lanes = state.lanes.map((one, index) => (index === action.lane ? lane : one));
      return { lanes, parked };
    }
    case 'lanesChosen': {
      const { count, atMs } = action;
      const closed = state.lanes.slice(count).filter(({ form }) => !isEmpty(form));
      return {
        lanes: Array.from({ length: count }, (_, index) => state.lanes[index] ?? emptyLane),
        parked: [
          ...state.parked,
          ...closed.map(({ form }, index) => ({ id: atMs + index, form, parkedAt: atMs })),
        ],
      };
    }
  }
}

export function deskOf(kept: KeptWork, count: number, atMs: number): DeskState {
  const lanes = kept.begun.map((form) => ({ ...emptyLane, form }));
  const whole: DeskState = { lanes, parked: kept.parked };
  return lanesReducer(whole, { type: 'lanesChosen', count, atMs });
}

export function keptOf(state: DeskState): KeptWork {
  return { begun: state.lanes.map(({ form }) => form), parked: state.parked };
}
