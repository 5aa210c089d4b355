import { useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { useSession } from '../../app/session';
import { passagesOf } from './dayFigures';
import { deskFields, seldomFields, type DeskField } from './deskFields';
import { DeskFormCard } from './DeskFormCard';
import { isEmpty, textOf, type DeskForm, type LaneState } from './deskForm';
import { LaneContext } from './laneContext';
import { NoticeLine } from './NoticeLine';
import { OutcomeBar } from './OutcomeBar';
import type { Duty } from './passageValues';
import { besides, readForm, testTimes } from './readForm';
import { readTestTime, showTestTime } from './readTestTime';
import { completePlate } from './scanPlace';
import { StatePanel } from './StatePanel';
import { isElsewhere } from './useDeskKeys';
import { useLaneKeys } from './useLaneKeys';
import type { LaneControl } from './useLanes';
import { usePermit } from './usePermit';
import { useNoticeTimeout } from './useNoticeTimeout';
import { useScanner } from './useScanner';
import { useVehicles } from './useVehicles';
import styles from './lane.module.css';

interface LaneProps {
  readonly lane: number;
  readonly desk: RefObject<HTMLElement | null>;
  readonly state: LaneState;
  readonly control: LaneControl;
  readonly hasParked: boolean;
  /** Keys and codes go to the lane in use. */
  readonly isInUse: boolean;
  readonly isBusy: boolean;
  readonly duty: Duty;
  readonly today: readonly Row[];
  readonly now: Instant;
  readonly onUse: () => void;
}

/** One queue: the form for the vehicle at the barrier, and what is to be said of it. */
export function Lane(props: LaneProps) {
  const { lane, desk, state, control, hasParked, isInUse, isBusy, duty, today, now } = props;
  const { dispatch, actions, focusField, focusNext } = control;
  const { form } = state;
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const [seldomOpen, setSeldomOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [active, setActive] = useState<string>();

  const permit = usePermit(store, textOf(form, 'permit').trim());
  const vehicles = useVehicles(store, form.known ? '' : textOf(form, 'plate').toUpperCase());
  const at = form.correcting?.passedAt ?? now;
  const reading = useMemo(() => {
    const resolve = (ledger: string, text: string) =>
      ledger === 'permits' ? permit.idOf(text) : undefined;
    const read = besides(readForm(form, at, resolve), active);
    if (!permit.looking) return read;
    return { ...read, concerns: read.concerns.filter(({ tag }) => tag !== 'permitUnknown') };
  }, [form, at, permit, active]);
  const seldomShown = seldomOpen || holdsSeldom(form);
  const plate = completePlate(textOf(form, 'plate'), duty.homePlate);
  const usual = form.correcting?.outcome ?? '放行';
  const save = (outcome: string) => void actions.save(outcome);
  const clear = () => {
    dispatch({ type: 'cleared' });
    focusField('plate');
  };

  useNoticeTimeout(state.notice, dispatch);
  useScanner({
    listens: (target) => isInUse && !isBusy && !isElsewhere(desk.current, target),
    onBegin: () => form,
    onScan: (scan, before) => {
      setMenuOpen(false);
      void actions.takeScan(scan, before).then(() => focusNext());
    },
  });
  useLaneKeys(desk, isInUse && !isBusy, {
    onOutcome: (outcome) => save(outcome ?? usual),
    onPark: actions.park,
    onOldestParked: actions.bringBackOldest,
    onMenu: () => setMenuOpen(true),
    onSeldom: () => setSeldomOpen((open) => !open),
    onPassengers: () => {
      setSeldomOpen(true);
      requestAnimationFrame(() => focusField('passengers'));
    },
    onCancel: () => {
      if (form.correcting) clear();
      else focusField('plate');
    },
    onClear: clear,
    onRestore:
      state.cleared && isEmpty(form)
        ? () => {
            dispatch({ type: 'restored' });
            focusNext();
          }
        : undefined,
  });

  /** A test time that was understood is shown as it was understood. */
  const settle = (field: DeskField) => {
    const entry = form.entries[field];
    if (!testTimes.includes(field) || !entry || entry.filled) return;
    const read = readTestTime(entry.text, clock());
    if (read.state !== 'value') return;
    const text = showTestTime(toInstant(read.value), clock());
    if (text !== entry.text) dispatch({ type: 'edited', field, text });
  };

  return (
    <LaneContext.Provider value={lane}>
      <div
        className={styles.lane}
        data-lane={lane}
        data-in-use={isInUse}
        onFocus={({ target }) => {
          props.onUse();
          setActive(target.dataset.deskField);
        }}
        onBlur={({ target, relatedTarget }) => {
          const field = deskFields.find((name) => name === target.dataset.deskField);
          if (field) settle(field);
          if (!(relatedTarget instanceof HTMLElement)) setActive(undefined);
        }}
      >
        <div className={styles.inside}>
          <section className={styles.card} aria-label={t('desk.title')}>
            <DeskFormCard
              form={form}
              reading={reading}
              vehicles={vehicles}
              seldomOpen={seldomShown}
              earlierToday={passagesOf(today, plate, form.correcting?.row)}
              onEdit={(field, text) => dispatch({ type: 'edited', field, text })}
              onChoose={actions.chooseVehicle}
              onSettled={() => void actions.settlePlate()}
              onNext={focusNext}
            />
            <NoticeLine notice={state.notice} />
            <OutcomeBar
              usual={usual}
              correcting={form.correcting !== undefined}
              canPark={!isEmpty(form) || !hasParked}
              menuOpen={menuOpen}
              onMenu={setMenuOpen}
              onOutcome={save}
              onPark={actions.park}
              onCancel={clear}
            />
          </section>
          <StatePanel state={state} reading={reading} savedAt={store.status().savedAt} />
        </div>
      </div>
    </LaneContext.Provider>
  );
}

/** What was typed there has to be seen; in a correction also what the record holds. */
function holdsSeldom({ entries, correcting }: DeskForm): boolean {
  return seldomFields.some((field) => {
    const entry = entries[field];
    return entry !== undefined && entry.text !== '' && (correcting !== undefined || !entry.filled);
  });
}
