import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { createDeskActions, type DeskActions, type DeskNow } from './deskActions';
import { deskReducer, emptyDesk, type DeskAction, type DeskState } from './deskForm';
import { useParking } from './useParking';

export interface DeskControl {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskAction>;
  readonly actions: DeskActions;
}

/** The state of the desk and what can be done at it. */
export function useDesk(around: Omit<DeskNow, 'state'>): DeskControl {
  const { store, clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const [state, dispatch] = useReducer(deskReducer, emptyDesk);
  const now = useRef<DeskNow>({ ...around, state });
  useLayoutEffect(() => {
    now.current = { ...around, state };
  });
  useParking(store, state.parked, dispatch);
  useNoticeTimeout(state, dispatch);
  const actions = useMemo(
    () =>
      createDeskActions({
        session: { store, clock, random },
        dispatch,
        now: () => now.current,
        zh: i18n.getFixedT('zh'),
        screen: t,
      }),
    [store, clock, random, t, i18n],
  );
  return { state, dispatch, actions };
}

const noticeMs = 8_000;

/** Notices that need no answer go by themselves; a failed save stays. */
function useNoticeTimeout({ notice }: DeskState, dispatch: Dispatch<DeskAction>): void {
  useEffect(() => {
    if (!notice || notice.tag === 'failed') return undefined;
    const timer = setTimeout(() => dispatch({ type: 'noticed', notice: undefined }), noticeMs);
    return () => clearTimeout(timer);
  }, [notice, dispatch]);
}
