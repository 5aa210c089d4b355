import type { TFunction } from 'i18next';
import type { Dispatch } from 'react';
import { flushSync } from 'react-dom';
import { newRowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Session } from '../../app/session';
import type { KnownVehicle, Write } from '../../store/contract';
import { concernWords } from './concernWords';
import { deskFields, passesLedger, type DeskField } from './deskFields';
import { isEmpty, textOf, type DeskAction, type DeskForm, type DeskState } from './deskForm';
import {
  correctedPassage,
  newPassage,
  permitTexts,
  returningTexts,
  textsOf,
  type Duty,
} from './passageValues';
import { readForm, type FormReading } from './readForm';
import type { Scan } from './scanDetector';
import { completePlate, placeScan } from './scanPlace';
import type { Names } from './useNames';
import type { Today } from './useToday';

/** What stands on the desk at the moment an action runs. */
export interface DeskNow {
  readonly state: DeskState;
  readonly duty: Duty;
  readonly checkpoints: Names;
  readonly permits: Names;
  readonly today: Today;
  readonly focusField: (field: DeskField) => void;
}

interface DeskParts {
  readonly session: Pick<Session, 'store' | 'clock' | 'random'>;
  readonly dispatch: Dispatch<DeskAction>;
  readonly now: () => DeskNow;
  /** Records are written in Chinese, whatever language the screen is in. */
  readonly zh: TFunction;
  readonly screen: TFunction;
}

export interface DeskActions {
  save(outcome: string): Promise<void>;
  chooseVehicle(vehicle: KnownVehicle): void;
  /** The plate is typed: complete it, and fill in what is known of the vehicle. */
  settlePlate(): Promise<void>;
  /** Comes back when what the code stands for has been filled in. */
  takeScan(scan: Scan, before: DeskForm): Promise<void>;
  /** Parks what is on the desk, or brings back the last parked one to an empty desk. */
  park(): void;
  openCorrection(row: Row): void;
  voidPassage(row: Row, reason: string): Promise<boolean>;
}

/** Everything the desk does that needs the store. */
export function createDeskActions({ session, dispatch, now, zh, screen }: DeskParts): DeskActions {
  const { store, clock, random } = session;
  let lastTicket = 0;
  const nextTicket = () => (lastTicket = Math.max(lastTicket + 1, clock()));
  const resolve = (ledger: string, text: string) =>
    ledger === 'permits' ? now().permits.idOf(text) : undefined;
  const describe = (ledger: string, id: string) =>
    ledger === 'permits' ? now().permits.nameOf(id) : undefined;
  const quote = (field: DeskField, text: string) =>
    zh('desk.unreadRemark', { field: zh(`desk.fields.${field}`), text });
  const sourceOf = ({ duty, checkpoints }: DeskNow) =>
    ({
      type: 'desk',
      checkpoint: checkpoints.nameOf(duty.checkpoint) ?? duty.checkpoint,
      shift: duty.shift,
    }) as const;

  async function save(outcome: string): Promise<void> {
    const { state, duty, today, focusField } = now();
    if (isEmpty(state.form)) {
      dispatch({ type: 'noticed', notice: { tag: 'nothingToSave' } });
      return;
    }
    const passedAt = clock();
    const form = withWholePlate(state.form, duty.homePlate);
    const reading = readForm(form, passedAt, resolve);
    const { correcting } = form;
    const row = correcting?.row ?? newRowId(passedAt, random);
    const ticket = nextTicket();
    dispatch({
      type: 'saveStarted',
      ticket,
      passage: {
        row,
        plate: textOf(form, 'plate'),
        outcome,
        corrected: correcting !== undefined,
        notes: notesOf(form, reading),
      },
    });
    focusField('plate');
    let after: RowValues;
    let write: Write;
    if (correcting) {
      const before = (await store.row(passesLedger, row))?.values ?? {};
      const values = differing(before, correctedPassage({ form, reading, outcome }, quote));
      write = { type: 'update', ledger: passesLedger, row, values };
      after = applied(before, values);
    } else {
      const grounds = reading.concerns.map((concern) => concernWords(zh, concern)).join('；');
      after = newPassage({ form, reading, outcome, grounds, duty, passedAt }, quote);
      write = { type: 'insert', ledger: passesLedger, row, values: after };
    }
    const done = await store.commit([write], sourceOf(now()));
    if (!done.ok) {
      dispatch({ type: 'saveFailed', ticket, problem: done.problem.tag, atMs: clock() });
      return;
    }
    // Durable now: the row is on the screen in the same frame. Tests measure from this mark.
    performance.mark('passage-durable', { detail: row });
    flushSync(() => {
      dispatch({ type: 'saved', ticket });
      today.put({ id: row, values: after });
    });
  }

  const notesOf = (form: DeskForm, { concerns }: FormReading) => [
    [
      textOf(form, 'direction'),
      [textOf(form, 'origin'), textOf(form, 'destination')].filter(Boolean).join(' → '),
    ]
      .filter(Boolean)
      .join(' · '),
    ...concerns.map((concern) => concernWords(screen, concern)),
  ];

  function chooseVehicle(vehicle: KnownVehicle): void {
    const { passedAt } = vehicle.last.values;
    const lastAt = typeof passedAt === 'number' ? toInstant(passedAt) : undefined;
    dispatch({
      type: 'filled',
      texts: returningTexts(vehicle, describe),
      known: { passages: vehicle.passages, lastAt },
    });
  }

  async function settlePlate(): Promise<void> {
    const { state, duty } = now();
    const { form } = state;
    const typed = textOf(form, 'plate');
    const plate = completePlate(typed, duty.homePlate);
    if (plate === '' || form.correcting || form.known) return;
    if (plate !== typed) dispatch({ type: 'edited', field: 'plate', text: plate });
    const [vehicle] = await store.vehicles(plate, 1);
    // The clerk may be at the next vehicle by now.
    if (vehicle?.plate === plate && textOf(now().state.form, 'plate') === plate) {
      chooseVehicle(vehicle);
    }
  }

  async function fillFromPermit(number: string): Promise<void> {
    const id = now().permits.idOf(number);
    const permit = id && (await store.row('permits', id));
    const { form } = now().state;
    if (!permit || textOf(form, 'permit') !== number) return;
    const { plate } = permit.values;
    const here = completePlate(textOf(form, 'plate'), now().duty.homePlate);
    if (here !== '' && typeof plate === 'string' && plate !== here) {
      dispatch({ type: 'noticed', notice: { tag: 'permitOfOther', plate } });
    } else flushSync(() => dispatch({ type: 'filled', texts: permitTexts(permit.values) }));
  }

  async function takeScan(scan: Scan, before: DeskForm): Promise<void> {
    const place = placeScan(scan.text, now().duty.homePlate);
    if (scan.garbled || place.field === 'unknown') {
      const notice = scan.garbled
        ? ({ tag: 'scanGarbled' } as const)
        : ({ tag: 'scanUnknown', text: place.text } as const);
      dispatch({ type: 'scanRefused', before, notice });
      return;
    }
    const { field, text } = place;
    flushSync(() => dispatch({ type: 'scanned', before, field, text }));
    if (field === 'plate') await settlePlate();
    if (field === 'permit') await fillFromPermit(text);
  }

  function park(): void {
    const { state, focusField } = now();
    const last = state.parked.at(-1);
    if (isEmpty(state.form) && last) dispatch({ type: 'broughtBack', id: last.id });
    else dispatch({ type: 'parked', id: nextTicket(), atMs: clock() });
    focusField('plate');
  }

  function openCorrection(row: Row): void {
    const { state, focusField } = now();
    if (!isEmpty(state.form)) {
      dispatch({ type: 'noticed', notice: { tag: 'finishFirst' } });
      return;
    }
    const { passedAt } = row.values;
    dispatch({
      type: 'correctionOpened',
      texts: textsOf(row.values, deskFields, describe),
      correcting: {
        row: row.id,
        passedAt: toInstant(typeof passedAt === 'number' ? passedAt : clock()),
        outcome: typeof row.values.outcome === 'string' ? row.values.outcome : '放行',
      },
    });
    focusField('plate');
  }

  async function voidPassage({ id, values }: Row, reason: string): Promise<boolean> {
    const plate = typeof values.plate === 'string' ? values.plate : '';
    const done = await store.commit(
      [
        { type: 'update', ledger: passesLedger, row: id, values: { voidedReason: reason } },
        { type: 'delete', ledger: passesLedger, row: id, reason },
      ],
      sourceOf(now()),
    );
    if (!done.ok) {
      dispatch({ type: 'noticed', notice: { tag: 'failed', plate, problem: done.problem.tag } });
      return false;
    }
    now().today.put({
      id,
      values: { ...values, voidedReason: reason },
      deletedAt: done.value.at,
    });
    dispatch({ type: 'voided', row: id, plate });
    return true;
  }

  return { save, chooseVehicle, settlePlate, takeScan, park, openCorrection, voidPassage };
}

function withWholePlate(form: DeskForm, homePlate: string): DeskForm {
  const plate = form.entries.plate;
  if (!plate || plate.text.trim() === '') return form;
  const text = completePlate(plate.text, homePlate);
  return { ...form, entries: { ...form.entries, plate: { ...plate, text } } };
}

type Changes = Readonly<Record<string, StoredValue | null>>;

/** Only what a correction really changes goes into the journal. */
function differing(before: RowValues, values: Changes): Changes {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(value),
    ),
  );
}

function applied(before: RowValues, values: Changes): RowValues {
  const after: Record<string, StoredValue> = { ...before };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}
