import { newRowId, type RandomBytes } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { dutyRoster } from '../../../../shared/ledgers/dutyRoster';
import type { StoreReading, Write } from '../../../store/contract';
import type { Duty } from '../passage/passageValues';
import { namesOf } from './roster';
import { shiftSpan } from './shiftSpan';

/** Who hands over and who takes over; both names stand in the roster. */
export interface Signatures {
  readonly handedOverBy: string;
  readonly takenOverBy: string;
}

interface Handover {
  readonly from: Duty;
  readonly to: Duty;
  readonly signatures: Signatures;
  /** What was done and what is open, in Chinese: it stands in the record. */
  readonly done: string;
  readonly open: string;
  /** The checkpoints, with their leaders. */
  readonly place: { readonly name: string; readonly leaders: RowValues };
  readonly at: Instant;
  readonly random: RandomBytes;
}

/** Only lanes or the plate prefix changed: nobody has handed anything over. */
export function isHandover(from: Duty, to: Duty): boolean {
  return from.shift !== to.shift || from.staff !== to.staff || from.checkpoint !== to.checkpoint;
}

/**
 * The lines of both shifts in the roster: made where the office has not planned them; whom it has
 * planned stays beside who came.
 */
export async function signOver(store: StoreReading, handover: Handover): Promise<readonly Write[]> {
  const { from, to, signatures, done, open, at } = handover;
  const ending = {
    until: at,
    present: from.staff,
    done,
    open,
    ...signatures,
    handedOverAt: at,
  };
  const beginning = { from: at, present: to.staff, signedIn: true };
  const ended = await lineOf(store, handover, from, ending);
  // Staff may change within a shift, at the same checkpoint: then there is only the one line.
  if (from.shift === to.shift && from.checkpoint === to.checkpoint) return [ended];
  return [ended, await lineOf(store, handover, to, beginning)];
}

async function lineOf(
  store: StoreReading,
  { at, place, random }: Handover,
  { shift, staff }: Duty,
  values: Readonly<Record<string, StoredValue>>,
): Promise<Write> {
  const span = shiftSpan(shift, at);
  const letter = shift.charAt(0);
  const key = [span.date, letter, '卡点', place.name];
  const [found] = await store.match(dutyRoster.id, ['date', 'shift', 'post', 'place'], [key]);
  const row = found?.[0];
  if (row !== undefined) return { type: 'update', ledger: dutyRoster.id, row, values };
  const planned = place.leaders[`leaderOfShift${letter}`];
  const leader = typeof planned === 'string' ? planned : firstOf(staff);
  return {
    type: 'insert',
    ledger: dutyRoster.id,
    row: newRowId(at, random),
    values: {
      date: span.date,
      shift: letter,
      from: span.from,
      post: '卡点',
      place: place.name,
      leader,
      staff,
      ...values,
    },
  };
}

/** `张例春、李样夏`: the first of those on duty stands for them. */
export function firstOf(staff: string): string {
  return namesOf(staff)[0] ?? staff;
}
