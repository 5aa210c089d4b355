import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { useSession } from '../../app/session';
import { seldomFields } from './deskFields';
import { DeskFormCard } from './DeskFormCard';
import { emptyForm, isEmpty, textOf, type DeskForm } from './deskForm';
import { longestHoldMs } from './longestHold';
import { NoticeLine } from './NoticeLine';
import { OutcomeBar } from './OutcomeBar';
import { ageWords } from './panelLines';
import type { Duty } from './passageValues';
import { readForm } from './readForm';
import { completePlate } from './scanPlace';
import { StatePanel } from './StatePanel';
import { TodayList } from './TodayList';
import { TodayStrip } from './TodayStrip';
import { useDesk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';
import { useFocusOrder } from './useFocusOrder';
import { useNames, type Names } from './useNames';
import { useScanner } from './useScanner';
import { passagesToday, useToday } from './useToday';
import { useVehicles } from './useVehicles';
import { VoidDialog } from './VoidDialog';
import styles from './desk.module.css';

interface DeskWorkProps {
  readonly duty: Duty;
  readonly checkpoints: Names;
  readonly onChangeDuty: () => void;
}

const clockStepMs = 20_000;

/** The desk at work: form, state, figures and list. */
export function DeskWork({ duty, checkpoints, onChangeDuty }: DeskWorkProps) {
  const { store, clock } = useSession();
  const { t, i18n } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const permits = useNames(store, 'permits');
  const today = useToday(store, duty.checkpoint, clock);
  const [now, setNow] = useState<Instant>(() => clock());
  const [seldomOpen, setSeldomOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [active, setActive] = useState<string>();
  const [selected, setSelected] = useState<RowId>();
  const [voiding, setVoiding] = useState<Row>();

  const formNow = useRef<DeskForm>(emptyForm);
  const { focusField, focusNext } = useFocusOrder(root, () => formNow.current);
  const { state, dispatch, actions } = useDesk({ duty, checkpoints, permits, today, focusField });
  const { form } = state;
  useLayoutEffect(() => {
    formNow.current = form;
  });
  const vehicles = useVehicles(store, form.known ? '' : textOf(form, 'plate').toUpperCase());
  const reading = useMemo(
    () =>
      readForm(form, now, (ledger, name) =>
        ledger === 'permits' ? permits.idOf(name) : undefined,
      ),
    [form, now, permits],
  );
  const seldomShown =
    seldomOpen || seldomFields.some((field) => form.entries[field]?.filled === false);

  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), clockStepMs);
    return () => clearInterval(timer);
  }, [clock]);
  useEffect(() => focusField('plate'), [focusField]);

  const find = (id: RowId | undefined) => today.rows.find((row) => row.id === id);
  const target = () =>
    find(selected) ?? today.rows.find(({ deletedAt }) => deletedAt === undefined);
  const withTarget = (act: (row: Row) => void) => {
    const row = target();
    if (!row) dispatch({ type: 'noticed', notice: { tag: 'noSelection' } });
    else if (row.deletedAt !== undefined) {
      dispatch({ type: 'noticed', notice: { tag: 'alreadyVoided' } });
    } else act(row);
  };
  const correct = () => withTarget(actions.openCorrection);
  const askVoid = () => withTarget(setVoiding);
  const usual = form.correcting?.outcome ?? '放行';
  const cancel = () => {
    dispatch({ type: 'cleared' });
    focusField('plate');
  };

  useScanner({
    enabled: voiding === undefined,
    onBegin: () => form,
    onScan: (scan, before) => {
      setMenuOpen(false);
      void actions.takeScan(scan, before).then(() => focusNext());
    },
  });
  useDeskKeys({
    enabled: voiding === undefined,
    onOutcome: (outcome) => void actions.save(outcome ?? usual),
    onPark: actions.park,
    onMenu: () => setMenuOpen(true),
    onSeldom: () => setSeldomOpen((open) => !open),
    onPassengers: () => {
      setSeldomOpen(true);
      requestAnimationFrame(() => focusField('passengers'));
    },
    onCorrect: correct,
    onVoid: askVoid,
    onCancel: () => {
      if (form.correcting) cancel();
      else setSelected(undefined);
    },
    onClear: cancel,
    onMove: (step) => {
      const at = today.rows.findIndex(({ id }) => id === selected);
      const next = today.rows[Math.max(0, Math.min(today.rows.length - 1, at + step))];
      if (next) setSelected(next.id);
    },
  });

  const plate = completePlate(textOf(form, 'plate'), duty.homePlate);
  const status = store.status();
  const held = longestHoldMs(today.rows, now);
  return (
    <div
      className={styles.desk}
      ref={root}
      onFocus={({ target: field }) => setActive(field.dataset.deskField)}
    >
      <section className={styles.card} aria-label={t('desk.title')}>
        <DeskFormCard
          form={form}
          reading={reading}
          vehicles={vehicles}
          seldomOpen={seldomShown}
          active={active}
          earlierToday={passagesToday(today.rows, plate, form.correcting?.row)}
          onEdit={(field, text) => dispatch({ type: 'edited', field, text })}
          onChoose={actions.chooseVehicle}
          onSettled={() => void actions.settlePlate()}
          onNext={focusNext}
        />
        <NoticeLine notice={state.notice} />
        <OutcomeBar
          usual={usual}
          correcting={form.correcting !== undefined}
          canPark={!isEmpty(form) || state.parked.length === 0}
          menuOpen={menuOpen}
          onMenu={setMenuOpen}
          onOutcome={(outcome) => void actions.save(outcome)}
          onPark={actions.park}
          onCancel={cancel}
        />
      </section>
      <StatePanel
        state={state}
        reading={reading}
        active={active}
        savedAt={status.savedAt === undefined ? undefined : toInstant(status.savedAt)}
        duty={t('desk.panel.duty', {
          checkpoint: checkpoints.nameOf(duty.checkpoint) ?? '',
          shift: shiftWord(duty.shift, i18n.language),
          staff: duty.staff,
        })}
        onChangeDuty={onChangeDuty}
      />
      <TodayStrip
        counts={today.counts}
        longestHold={held === undefined ? undefined : ageWords(held, t)}
        parked={state.parked}
        onBringBack={(id) => {
          dispatch({ type: 'broughtBack', id });
          focusField('plate');
        }}
        onCorrect={correct}
        onVoid={askVoid}
      />
      <TodayList
        rows={today.rows}
        permits={permits}
        fresh={state.last?.row}
        selected={selected}
        onSelect={setSelected}
        onCorrect={actions.openCorrection}
      />
      {voiding ? (
        <VoidDialog
          row={voiding}
          onClose={() => {
            setVoiding(undefined);
            focusField('plate');
          }}
          onVoid={(reason) => {
            setVoiding(undefined);
            void actions.voidPassage(voiding, reason);
            focusField('plate');
          }}
        />
      ) : null}
    </div>
  );
}

function shiftWord(shift: string, language: string): string {
  return language.startsWith('en') ? shift.replace(/^(.)班$/, 'Shift $1') : shift;
}
