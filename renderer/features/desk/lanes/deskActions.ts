import { flushSync } from 'react-dom';
import type { RowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import type { KnownVehicle } from '../../../store/contract';
import { deskFields, heldFields, passesLedger } from '../form/deskFields';
import { isEmpty, textOf, type DeskForm } from '../form/deskForm';
import { sourceOf, type DeskParts } from './deskParts';
import { fillingOf } from '../known/knownFacts';
import type { OverrideWords } from '../verdict/OverrideDialog';
import { voidedHolds } from '../holds/holdWrites';
import { textsOf } from '../passage/passageValues';
import { saveVehicle } from '../passage/saveVehicle';
import type { Scan } from '../scan/scanDetector';
import { completePlate, placeScan } from '../scan/scanPlace';
import { knownOfPass, takePass } from '../scan/takePass';

export interface DeskActions {
  /** The judgement that it goes against, where somebody has to decide first: nothing is written then. */
  save(outcome: string, override?: OverrideWords): Promise<Judgement | undefined>;
  chooseVehicle(vehicle: KnownVehicle): void;
  /** The plate is typed: complete it, and fill in what is known of the vehicle. */
  settlePlate(): Promise<void>;
  /** Comes back when what the code stands for has been filled in. */
  takeScan(scan: Scan, before: DeskForm): Promise<void>;
  /** Parks what is on the desk, or brings back the last parked one to an empty desk. */
  park(): void;
  bringBack(id: number): void;
  bringBackOldest(): void;
  /** A held vehicle comes to the barrier again; `passage` began the hold, where it is at hand. */
  takeHeld(hold: Row, passage: Row | undefined): Promise<void>;
  openCorrection(row: Row): Promise<void>;
  voidPassage(row: Row, reason: string): Promise<void>;
}

/** Everything a lane of the desk does that needs the store. */
export function createDeskActions(parts: DeskParts): DeskActions {
  const { session, dispatch, now, lookups } = parts;
  const { store, clock } = session;
  let lastTicket = 0;
  const nextTicket = () => (lastTicket = Math.max(lastTicket + 1, clock()));

  function chooseVehicle(vehicle: KnownVehicle): void {
    dispatch({ type: 'filled', ...fillingOf(vehicle) });
  }

  async function settlePlate(): Promise<void> {
    const { lane, duty } = now();
    const typed = textOf(lane.form, 'plate');
    const plate = completePlate(typed, duty.homePlate);
    if (plate === '' || lane.form.correcting || lane.form.known) return;
    if (plate !== typed) dispatch({ type: 'edited', field: 'plate', text: plate });
    const asked = lookups.vehicle(plate);
    const vehicle = asked.state === 'known' ? asked.value : await asked.coming;
    // The clerk may be at the next vehicle by now.
    if (vehicle && textOf(now().lane.form, 'plate') === plate) chooseVehicle(vehicle);
  }

  async function fillFromPermit(number: string): Promise<void> {
    const { lane, duty } = now();
    const here = completePlate(textOf(lane.form, 'plate'), duty.homePlate);
    const slip = textOf(lane.form, 'slipNumber').trim();
    const found = await knownOfPass(parts, { plate: here, permit: number, slip }, here);
    // The clerk may be at the next vehicle by now.
    if (textOf(now().lane.form, 'permit') !== number) return;
    if (found.tag === 'other') {
      dispatch({ type: 'noticed', notice: { tag: 'permitOfOther', plate: found.plate } });
    }
    if (found.tag === 'filling') {
      flushSync(() => dispatch({ type: 'filled', ...found.filling }));
    }
  }

  async function takeScan(scan: Scan, before: DeskForm): Promise<void> {
    if (await takePass(parts, scan, before)) return;
    const place = scan.garbled
      ? ({ field: 'refused', why: 'scanGarbled' } as const)
      : placeScan(scan.text, now().duty.homePlate);
    if (place.field === 'refused') {
      const notice =
        place.why === 'scanUnknown'
          ? { tag: place.why, text: scan.text.slice(0, 60) }
          : { tag: place.why };
      dispatch({ type: 'scanRefused', before, notice });
      return;
    }
    const { field, text } = place;
    flushSync(() => dispatch({ type: 'scanned', before, field, text }));
    if (field === 'plate') await settlePlate();
    if (field === 'permit') await fillFromPermit(text);
  }

  function bringBack(id: number): void {
    const { lane, focusField, focusNext } = now();
    if (isEmpty(lane.form)) {
      dispatch({ type: 'broughtBack', id });
      focusNext();
      return;
    }
    dispatch({ type: 'noticed', notice: { tag: 'finishFirst' } });
    focusField('plate');
  }

  function park(): void {
    const { lane, parked, focusField } = now();
    const last = parked.at(-1);
    if (isEmpty(lane.form) && last) return bringBack(last.id);
    dispatch({ type: 'parked', id: nextTicket(), atMs: clock() });
    focusField('plate');
  }

  async function takeHeld({ values }: Row, passage: Row | undefined): Promise<void> {
    const { plate, name, documentNumber } = values;
    const id = values.passage;
    let began = passage;
    if (!began && typeof id === 'string') {
      began = await store.row(passesLedger, id as RowId); // stored by us as the id of a passage
    }
    if (!isEmpty(now().lane.form)) {
      dispatch({ type: 'noticed', notice: { tag: 'finishFirst' } });
      return;
    }
    const own = Object.entries({ plate, driverName: name, documentNumber }).flatMap(
      ([field, value]) => (value === undefined ? [] : [[field, value] as const]),
    );
    const texts = textsOf(began?.values ?? Object.fromEntries(own), heldFields, () => undefined);
    flushSync(() => dispatch({ type: 'filled', texts }));
    now().focusNext();
  }

  async function openCorrection(row: Row): Promise<void> {
    if (row.deletedAt !== undefined) {
      dispatch({ type: 'noticed', notice: { tag: 'alreadyVoided' } });
      return;
    }
    if (!isEmpty(now().lane.form)) {
      dispatch({ type: 'noticed', notice: { tag: 'finishFirst' } });
      return;
    }
    const { passedAt, permit } = row.values;
    const [number] =
      typeof permit === 'string' && !permit.startsWith('~')
        ? await store.names('permits', [permit as RowId]) // stored by us as the id of a permit
        : [];
    if (!isEmpty(now().lane.form)) return;
    dispatch({
      type: 'correctionOpened',
      texts: textsOf(row.values, deskFields, () => number),
      correcting: {
        row: row.id,
        passedAt: toInstant(typeof passedAt === 'number' ? passedAt : clock()),
        outcome: typeof row.values.outcome === 'string' ? row.values.outcome : '放行',
      },
    });
    now().focusField('plate');
  }

  async function voidPassage({ id, values }: Row, reason: string): Promise<void> {
    const plate = typeof values.plate === 'string' ? values.plate : '';
    const done = await store.commit(
      [
        { type: 'update', ledger: passesLedger, row: id, values: { voidedReason: reason } },
        { type: 'delete', ledger: passesLedger, row: id, reason },
        ...voidedHolds(id, reason, now().facts?.holds ?? []),
      ],
      sourceOf(now()),
    );
    if (!done.ok) {
      dispatch({ type: 'noticed', notice: { tag: 'failed', plate, problem: done.problem.tag } });
      return;
    }
    const { at, sequence } = done.value;
    now().put({ id, values: { ...values, voidedReason: reason }, deletedAt: at }, sequence);
    dispatch({ type: 'voided', row: id, plate });
  }

  return {
    save: (outcome, override) => saveVehicle(parts, outcome, nextTicket(), override),
    chooseVehicle,
    settlePlate,
    takeScan,
    park,
    bringBack,
    bringBackOldest: () => {
      const oldest = now().parked[0];
      if (oldest) bringBack(oldest.id);
    },
    takeHeld,
    openCorrection,
    voidPassage,
  };
}
