import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { toInstant, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { passagesOf } from '../today/dayFigures';
import { deskFields, seldomFields, type DeskField } from '../form/deskFields';
import { DeskFormCard } from '../form/DeskFormCard';
import { isEmpty, textOf, type DeskForm, type LaneState } from '../form/deskForm';
import { fieldsBlamed } from '../verdict/judgeForm';
import { LaneContext } from '../form/laneContext';
import { CameraDialog } from '../camera/CameraDialog';
import { NoticeLine } from './NoticeLine';
import { OutcomeBar } from '../verdict/OutcomeBar';
import { OverrideDialog, type OverrideWords } from '../verdict/OverrideDialog';
import type { Duty } from '../passage/passageValues';
import { besides, readForm, testTimes } from '../form/readForm';
import { readTestTime, showTestTime } from '../form/readTestTime';
import { begunPlate, completePlate } from '../scan/scanPlace';
import { showPlate } from '../marks/showPlate';
import { StatePanel } from '../verdict/StatePanel';
import { isElsewhere } from '../useDeskKeys';
import { useJudgement } from '../verdict/useJudgement';
import { useLaneKeys } from './useLaneKeys';
import type { LaneControl } from './useLanes';
import { usePermit } from '../known/usePermit';
import { useNoticeTimeout } from './useNoticeTimeout';
import type { Scan } from '../scan/scanDetector';
import { useScanner } from '../scan/useScanner';
import { useVehicles } from '../known/useVehicles';
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
  readonly sound: boolean;
  readonly onUse: () => void;
}

/** One queue: the form for the vehicle at the barrier, and what is to be said of it. */
export function Lane(props: LaneProps) {
  const { lane, desk, state, control, hasParked, isInUse, isBusy, duty, today, now } = props;
  const { dispatch, actions, lookups, focusField, focusNext } = control;
  const { form } = state;
  const { store, clock } = useSession();
  const { t, i18n } = useTranslation();
  const [seldomOpen, setSeldomOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [camera, setCamera] = useState(false);
  const [active, setActive] = useState<string>();
  const [overriding, setOverriding] = useState<Judgement>();
  const [officer, setOfficer] = useState('');
  /** Where the clerk was when asked who decides. */
  const back = useRef<Element | null>(null);

  const permit = usePermit(store, lookups, textOf(form, 'permit').trim());
  const vehicles = useVehicles(
    store,
    form.known ? '' : begunPlate(textOf(form, 'plate'), duty.homePlate),
  );
  const at = form.correcting?.passedAt ?? now;
  const reading = useMemo(() => {
    const resolve = (ledger: string, text: string) =>
      ledger === 'permits' ? permit.idOf(text) : undefined;
    return besides(readForm(form, at, resolve), active);
  }, [form, at, permit, active]);
  const judgement = useJudgement({ form, reading, duty, lookups, at, active });
  const seldomShown = seldomOpen || holdsSeldom(form);
  const plate = completePlate(textOf(form, 'plate'), duty.homePlate);
  const blamed = useMemo(() => fieldsBlamed(judgement), [judgement]);
  const usual = form.correcting?.outcome ?? '放行';
  const save = (outcome: string, words?: OverrideWords) => {
    const from = document.activeElement;
    void actions.save(outcome, words).then((against) => {
      if (!against) return;
      back.current = from;
      setOverriding(against);
    });
  };
  const edit = useCallback(
    (field: DeskField, text: string) => dispatch({ type: 'edited', field, text }),
    [dispatch],
  );
  const clear = () => {
    dispatch({ type: 'cleared' });
    focusField('plate');
  };

  const isFree = isInUse && !isBusy && !overriding && !camera;
  const takeScan = (scan: Scan, before: DeskForm) => {
    setMenuOpen(false);
    void actions.takeScan(scan, before).then(() => focusNext());
  };
  const closeCamera = () => flushSync(() => setCamera(false));
  useNoticeTimeout(state.notice, dispatch);
  useScanner({
    listens: (target) => isFree && !isElsewhere(desk.current, target),
    onBegin: () => form,
    onScan: takeScan,
  });
  useLaneKeys(desk, isFree, {
    onOutcome: (outcome) => save(outcome ?? usual),
    onPark: actions.park,
    onOldestParked: actions.bringBackOldest,
    onMenu: () => setMenuOpen(true),
    onSeldom: () => setSeldomOpen((open) => !open),
    onPassengers: () => {
      setSeldomOpen(true);
      requestAnimationFrame(() => focusField('passengers'));
    },
    onCamera: () => setCamera(true),
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
    const text = showTestTime(toInstant(read.value), clock(), i18n.language);
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
              blamed={blamed}
              vehicles={vehicles}
              seldomOpen={seldomShown}
              earlierToday={passagesOf(today, plate, form.correcting?.row)}
              onEdit={edit}
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
          <StatePanel
            state={state}
            reading={reading}
            judgement={judgement}
            savedAt={store.status().savedAt}
            sound={props.sound && isInUse}
            onCamera={() => setCamera(true)}
          />
        </div>
        {camera ? (
          <CameraDialog
            onCode={(text) => {
              closeCamera();
              takeScan({ text, composed: false, garbled: false }, form);
            }}
            onClose={closeCamera}
          />
        ) : null}
        {overriding ? (
          <OverrideDialog
            plate={showPlate(plate)}
            judgement={overriding}
            officer={officer}
            onOverride={(words) => {
              setOfficer(words.officer);
              // The rest of the page takes no focus as long as the dialog stands.
              flushSync(() => setOverriding(undefined));
              save('放行', words);
            }}
            onClose={() => {
              flushSync(() => setOverriding(undefined));
              if (back.current instanceof HTMLElement) back.current.focus();
            }}
          />
        ) : null}
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
