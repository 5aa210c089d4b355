import { useEffect, useMemo, useRef, useSyncExternalStore, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { createDeskActions, type DeskActions } from './deskActions';
import type { DeskAction } from '../form/deskForm';
import { deskMemory } from './deskMemory';
import type { DeskNow } from './deskParts';
import { createFocusOrder, type FocusOrder } from '../form/focusOrder';
import type { DeskState } from './lanes';
import { useBeforeInput } from './useBeforeInput';
import { createLookups, type Lookups } from '../known/lookups';

/** What can be done on one lane. */
export interface LaneControl extends FocusOrder {
  readonly dispatch: (action: DeskAction) => void;
  readonly actions: DeskActions;
  readonly lookups: Lookups;
}

export interface Lanes {
  readonly state: DeskState;
  readonly controls: readonly LaneControl[];
}

type Around = Pick<DeskNow, 'duty' | 'checkpoints' | 'facts' | 'put'>;

/** The state of the desk and what can be done at it, lane by lane. */
export function useLanes(root: RefObject<HTMLElement | null>, around: Around): Lanes {
  const { store, clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const memory = deskMemory(store, clock);
  const state = useSyncExternalStore(memory.subscribe, memory.state);
  const beforeInput = useBeforeInput();
  const latest = useRef(around);
  useEffect(() => {
    latest.current = around;
  });
  const count = around.duty.lanes;
  const controls = useMemo(
    () =>
      Array.from({ length: count }, (_, lane): LaneControl => {
        const dispatch = (action: DeskAction) => memory.dispatch({ type: 'lane', lane, action });
        const here = () => {
          const { lanes, parked } = memory.state();
          const found = lanes[lane];
          if (!found) throw new Error(`No lane ${lane}`);
          return { lane: found, parked };
        };
        const focus = createFocusOrder(
          () => root.current?.querySelector(`[data-lane="${lane}"]`) ?? undefined,
          () => here().lane.form,
        );
        const lookups = createLookups(store);
        const actions = createDeskActions({
          session: { store, clock, random },
          dispatch,
          lookups,
          beforeInput,
          now: () => ({ ...here(), ...latest.current, ...focus }),
          zh: i18n.getFixedT('zh'),
          screen: t,
          language: i18n.language,
        });
        return { dispatch, actions, lookups, ...focus };
      }),
    [memory, count, root, store, clock, random, beforeInput, i18n, t],
  );
  useEffect(() => {
    if (memory.state().lanes.length !== count) {
      memory.dispatch({ type: 'lanesChosen', count, atMs: clock() });
    }
  }, [memory, count, clock]);
  return { state, controls };
}
