import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import { dateOf, toInstant, type IsoDate } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { policyValueAt } from '../../../shared/policy/policyValue';
import { useJudging } from '../../app/judging/JudgingProvider';
import { useSession } from '../../app/session';
import { useTodos } from '../../app/todos/TodosProvider';
import { dayFigures } from './today/dayFigures';
import { DeskOptions } from './form/DeskOptions';
import { DutyFacts } from './duty/DutyFacts';
import { filterPassages, noFilter } from './today/filterPassages';
import type { LineDrafts } from './marks/RecordLine';
import { HoldsDialog } from './holds/HoldsDialog';
import { useOpenHolds } from './holds/useOpenHolds';
import { waitingHolds } from './holds/waitingHolds';
import { Lane } from './lanes/Lane';
import { ageWords } from './verdict/panelLines';
import type { Duty } from './passage/passageValues';
import { nearestDay } from './today/readPassages';
import { TodayList } from './today/TodayList';
import { TodayStrip } from './today/TodayStrip';
import { useDay } from './today/useDay';
import { useDayKeys } from './today/useDayKeys';
import { useFocusHome } from './useFocusHome';
import { useKeptWork } from './lanes/useKeptWork';
import { useLanes } from './lanes/useLanes';
import { TransitsDialog } from './transits/TransitsDialog';
import { useOverdueTransits } from './transits/useOverdueTransits';
import type { Names } from './useNames';
import { useNow } from './useNow';
import { usePermitNumbers } from './known/usePermitNumbers';
import { VoidDialog } from './today/VoidDialog';
import styles from './desk.module.css';

const hourMs = 3_600_000;

interface DeskWorkProps {
  readonly duty: Duty;
  /** Why duty was not kept; it holds for this sitting all the same. */
  readonly dutyProblem: string | undefined;
  readonly checkpoints: Names;
  /** The verdict is said by a sound too. */
  readonly sound: boolean;
  readonly onChangeDuty: () => void;
}

/** The desk at work: lanes, the day's figures and the day's list. */
export function DeskWork(props: DeskWorkProps) {
  const { duty, dutyProblem, checkpoints, sound, onChangeDuty } = props;
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const now = useNow(clock);
  const todayOn = dateOf(now);
  const today = useDay(store, duty.checkpoint, todayOn);
  const [viewedOn, setViewedOn] = useState<IsoDate>();
  const viewed = useDay(store, duty.checkpoint, viewedOn);
  const day = viewedOn === undefined ? today : viewed;
  const [filter, setFilter] = useState(noFilter);
  const [selected, setSelected] = useState<RowId>();
  const [voiding, setVoiding] = useState<Row>();
  const [open, setOpen] = useState<'holds' | 'transits'>();
  const [inUse, setInUse] = useState(0);

  const put = useCallback(
    (row: Row, sequence: number) => {
      const at = row.values.passedAt;
      const isToday = typeof at === 'number' && dateOf(toInstant(at)) === todayOn;
      (isToday ? today.put : viewed.put)(row, sequence);
      if (isToday) setViewedOn(undefined);
      setFilter(noFilter);
    },
    [today.put, viewed.put, todayOn],
  );
  const { facts } = useJudging();
  const { state, controls } = useLanes(root, { duty, checkpoints, facts, put });
  useKeptWork(store, clock);
  const lane = Math.min(inUse, controls.length - 1);
  const control = controls[lane];
  const focusHome = useCallback(() => control?.focusField('plate'), [control]);
  useEffect(() => controls[0]?.focusNext(), [controls]);
  useFocusHome(focusHome);

  const holds = useOpenHolds(store, duty.checkpoint);
  const waiting = useMemo(() => waitingHolds(holds, now), [holds, now]);
  const holdDrafts = useRef<LineDrafts>(new Map());
  const longHours = policyValueAt(facts?.policy.values ?? [], '滞留提醒小时数', now);
  const overdue = useOverdueTransits(store, facts?.policy.passageRules, clock);
  const { open: todos } = useTodos();
  const lateArrivals = todos.filter(
    ({ rule, kind }) => rule === 'closedLoop' && kind === 'overdue',
  ).length;
  const figures = useMemo(() => dayFigures(day.rows), [day.rows]);
  const permitNumber = usePermitNumbers(store, day.rows);
  const shown = useMemo(
    () => filterPassages(day.rows, filter, permitNumber),
    [day.rows, filter, permitNumber],
  );
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });

  const withTarget = (act: (row: Row) => void) => {
    const row =
      shown.find(({ id }) => id === selected) ??
      shown.find(({ deletedAt }) => deletedAt === undefined);
    if (!row) control?.dispatch({ type: 'noticed', notice: { tag: 'noSelection' } });
    else act(row);
  };
  const askVoid = (row: Row) => {
    if (row.deletedAt === undefined) setVoiding(row);
    else control?.dispatch({ type: 'noticed', notice: { tag: 'alreadyVoided' } });
  };
  const correct = useCallback((row: Row) => void control?.actions.openCorrection(row), [control]);
  const goToDay = useCallback(
    async (step: 1 | -1) => {
      const found = await nearestDay(store, duty.checkpoint, viewedOn ?? todayOn, step);
      setSelected(undefined);
      if (found === undefined || found >= todayOn) setViewedOn(step < 0 ? viewedOn : undefined);
      else setViewedOn(found);
    },
    [store, duty.checkpoint, viewedOn, todayOn],
  );
  // The list is not drawn again while somebody types: it must be handed the same each time.
  const goEarlier = useCallback(() => void goToDay(-1), [goToDay]);
  useDayKeys(root, {
    onCorrect: () => withTarget(correct),
    onVoid: () => withTarget(askVoid),
    onMove: (step) => {
      const rows = latest.current;
      const at = rows.findIndex(({ id }) => id === selected);
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
      if (next) setSelected(next.id);
    },
    onHeld: () => setOpen('holds'),
    onTransits: () => setOpen('transits'),
    onFilter: () => root.current?.querySelector<HTMLElement>('[data-day-filter]')?.focus(),
    onDay: (step) => void goToDay(step),
    onChangeDuty,
    onOtherLane: () => controls[(lane + 1) % controls.length]?.focusNext(),
  });

  const longest = waiting[0];
  const closeOpen = () => {
    flushSync(() => setOpen(undefined));
    focusHome();
  };
  const closeVoiding = () => {
    // The rest of the page takes no focus as long as the dialog stands.
    flushSync(() => setVoiding(undefined));
    focusHome();
  };
  return (
    <div className={styles.desk} ref={root}>
      <DutyFacts
        duty={duty}
        problem={dutyProblem}
        checkpoints={checkpoints}
        now={now}
        onChange={onChangeDuty}
      />
      <DeskOptions />
      <div className={styles.inside}>
        <div className={styles.lanes} data-count={controls.length}>
          {controls.map((one, index) => {
            const laneState = state.lanes[index];
            return laneState ? (
              <Lane
                key={index}
                lane={index}
                desk={root}
                state={laneState}
                control={one}
                hasParked={state.parked.length > 0}
                isInUse={index === lane}
                isBusy={voiding !== undefined || open !== undefined}
                duty={duty}
                today={today.rows}
                now={now}
                sound={sound}
                onUse={() => setInUse(index)}
              />
            ) : null;
          })}
        </div>
        <TodayStrip
          figures={figures}
          viewedOn={viewedOn}
          held={waiting.length}
          longestHold={longest ? ageWords(longest.heldMs, t) : undefined}
          parked={state.parked}
          filter={filter}
          onFilter={setFilter}
          onLeaveFilter={focusHome}
          onDay={(step) => void goToDay(step)}
          onBringBack={(id) => control?.actions.bringBack(id)}
          overdue={overdue.length}
          lateArrivals={lateArrivals}
          onHeld={() => setOpen('holds')}
          onTransits={() => setOpen('transits')}
          onCorrect={() => withTarget(correct)}
          onVoid={() => withTarget(askVoid)}
        />
        <TodayList
          rows={shown}
          total={day.rows.length}
          ready={day.ready}
          date={viewedOn}
          permitNumber={permitNumber}
          fresh={state.lanes[lane]?.last?.row}
          selected={selected}
          onSelect={setSelected}
          onCorrect={correct}
          onEarlier={goEarlier}
        />
      </div>
      {open === 'holds' ? (
        <HoldsDialog
          waiting={waiting}
          longMs={longHours * hourMs}
          by={duty.staff.split('、')[0] ?? duty.staff}
          drafts={holdDrafts.current}
          source={{
            type: 'desk',
            checkpoint: checkpoints.nameOf(duty.checkpoint) ?? duty.checkpoint,
            shift: duty.shift,
          }}
          onClose={closeOpen}
          onChoose={(hold) => {
            closeOpen();
            const began = today.rows.find(({ id }) => id === hold.values.passage);
            void control?.actions.takeHeld(hold, began);
          }}
        />
      ) : null}
      {open === 'transits' ? (
        <TransitsDialog overdue={overdue} checkpoints={checkpoints} now={now} onClose={closeOpen} />
      ) : null}
      {voiding ? (
        <VoidDialog
          row={voiding}
          onClose={closeVoiding}
          onVoid={(reason) => {
            void control?.actions.voidPassage(voiding, reason);
            closeVoiding();
          }}
        />
      ) : null}
    </div>
  );
}
