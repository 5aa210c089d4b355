import type { RowId } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { PassCheck } from '../../../../shared/passes/checkPass';
import type { CommitProblem } from '../../../store/contract';
import { deskFields, type DeskField } from './deskFields';

/** A field as it stands on the desk: what was typed, and whether a record filled it in. */
export interface Entry {
  readonly text: string;
  readonly filled: boolean;
}

export interface DeskForm {
  readonly entries: Readonly<Partial<Record<DeskField, Entry>>>;
  /** The passage being corrected; absent for a new one. */
  readonly correcting?: {
    readonly row: RowId;
    readonly passedAt: Instant;
    readonly outcome: string;
  };
  /** What is known of a vehicle that was here before. */
  readonly known?: { readonly passages: number; readonly lastAt: Instant | undefined };
  readonly permitScanned?: boolean;
  /** The code on the pass that was scanned, as it was verified. */
  readonly pass?: PassCheck;
}

export interface ParkedForm {
  readonly id: number;
  readonly form: DeskForm;
  readonly parkedAt: number;
  /** It could not be saved while the next one was being typed. */
  readonly problem?: SaveProblem;
}

export interface SavedPassage {
  readonly row: RowId;
  readonly plate: string;
  readonly outcome: string;
  readonly corrected: boolean;
  /** Where it went and why, for the panel. */
  readonly notes: readonly string[];
}

export type SaveProblem =
  | CommitProblem['tag']
  /** Letting it through goes against the rules, which was not known yet when the clerk went on. */
  | 'overrideNeeded';

interface Saving {
  readonly ticket: number;
  readonly form: DeskForm;
}

export type Notice =
  | { readonly tag: 'scanUnknown'; readonly text: string }
  | { readonly tag: 'scanGarbled' | 'scanMisread' | 'scanIncomplete' }
  | { readonly tag: 'passGarbled' | 'passNewer' | 'passUnreadable' }
  | { readonly tag: 'scanned'; readonly field: DeskField; readonly text: string }
  | { readonly tag: 'failed'; readonly plate: string; readonly problem: SaveProblem }
  | { readonly tag: 'permitOfOther'; readonly plate: string }
  | { readonly tag: 'cleared' }
  | { readonly tag: 'nothingToPark' }
  | { readonly tag: 'finishFirst' }
  | { readonly tag: 'noSelection' }
  | { readonly tag: 'alreadyVoided' }
  | { readonly tag: 'nothingToSave' }
  | { readonly tag: 'voided'; readonly plate: string };

export interface LaneState {
  readonly form: DeskForm;
  readonly saving: readonly Saving[];
  readonly last: SavedPassage | undefined;
  readonly notice: Notice | undefined;
  /** What was cleared last, to be brought back while nothing else is begun. */
  readonly cleared?: DeskForm;
}

/** A lane and the vehicles at the side, which every lane sees. */
export interface LaneAndParked {
  readonly lane: LaneState;
  readonly parked: readonly ParkedForm[];
}

/** What a record knows of the vehicle on the desk. */
export interface Filling {
  readonly texts: Readonly<Partial<Record<DeskField, string>>>;
  readonly known?: DeskForm['known'];
}

export type DeskAction =
  | { readonly type: 'edited'; readonly field: DeskField; readonly text: string }
  | ({ readonly type: 'filled' } & Filling)
  /** `before`: the form as it was when the scanner began to type into it; that is taken back. */
  | {
      readonly type: 'scanned';
      readonly before: DeskForm;
      readonly field: DeskField;
      readonly text: string;
      readonly pass?: PassCheck;
    }
  | { readonly type: 'scanRefused'; readonly before: DeskForm; readonly notice: Notice }
  /** The form is free for the next vehicle from here on. */
  | { readonly type: 'saveStarted'; readonly ticket: number }
  | { readonly type: 'saved'; readonly ticket: number; readonly passage: SavedPassage }
  | {
      readonly type: 'saveFailed';
      readonly ticket: number;
      readonly problem: SaveProblem;
      readonly atMs: number;
    }
  | { readonly type: 'parked'; readonly id: number; readonly atMs: number }
  | { readonly type: 'broughtBack'; readonly id: number }
  | {
      readonly type: 'correctionOpened';
      readonly texts: Readonly<Partial<Record<DeskField, string>>>;
      readonly correcting: NonNullable<DeskForm['correcting']>;
    }
  /** A passage taken back is not the last outcome any more. */
  | { readonly type: 'voided'; readonly row: RowId; readonly plate: string }
  | { readonly type: 'cleared' }
  | { readonly type: 'restored' }
  | { readonly type: 'noticed'; readonly notice: Notice | undefined };

export const emptyForm: DeskForm = { entries: {} };
export const emptyLane: LaneState = {
  form: emptyForm,
  saving: [],
  last: undefined,
  notice: undefined,
};

export function textOf(form: DeskForm, field: DeskField): string {
  return form.entries[field]?.text ?? '';
}

export function isEmpty(form: DeskForm): boolean {
  return !form.correcting && deskFields.every((field) => textOf(form, field).trim() === '');
}

/** The desk after something happened. Pure: what has to be stored or asked is done by the caller. */
export function deskReducer(desk: LaneAndParked, action: DeskAction): LaneAndParked {
  const { lane, parked } = desk;
  switch (action.type) {
    case 'saveFailed':
      return takeBack(desk, action);
    case 'parked':
      return isEmpty(lane.form)
        ? { lane: { ...lane, notice: { tag: 'nothingToPark' } }, parked }
        : {
            lane: { ...lane, form: emptyForm, notice: undefined },
            parked: [...parked, { id: action.id, form: lane.form, parkedAt: action.atMs }],
          };
    case 'broughtBack': {
      const found = parked.find(({ id }) => id === action.id);
      if (!found || !isEmpty(lane.form)) return desk;
      const rest = parked.filter(({ id }) => id !== action.id);
      return { lane: { ...lane, form: found.form, notice: undefined }, parked: rest };
    }
    default:
      return { lane: laneAfter(lane, action), parked };
  }
}

type LaneAction = Exclude<DeskAction, { type: 'saveFailed' | 'parked' | 'broughtBack' }>;

function laneAfter(lane: LaneState, action: LaneAction): LaneState {
  switch (action.type) {
    case 'edited': {
      const entry = { text: action.text, filled: false };
      return { ...lane, notice: undefined, form: withEntry(lane.form, action.field, entry) };
    }
    case 'filled':
      return { ...lane, notice: undefined, form: filledForm(lane.form, action) };
    case 'scanned':
      return afterScan(lane, action);
    case 'scanRefused': {
      const form = withoutTyping(lane.form, action.before);
      return { ...lane, form, notice: action.notice };
    }
    case 'saveStarted': {
      const saving: Saving = { ticket: action.ticket, form: lane.form };
      return { ...lane, form: emptyForm, notice: undefined, saving: [...lane.saving, saving] };
    }
    case 'saved': {
      const saving = without(lane.saving, action.ticket);
      return { ...lane, saving, last: action.passage };
    }
    case 'correctionOpened': {
      const form = filledForm(emptyForm, { texts: action.texts });
      return { ...lane, notice: undefined, form: { ...form, correcting: action.correcting } };
    }
    case 'voided': {
      const last = lane.last?.row === action.row ? undefined : lane.last;
      return { ...lane, last, notice: { tag: 'voided', plate: action.plate } };
    }
    case 'cleared':
      return isEmpty(lane.form) || lane.form.correcting
        ? { ...lane, form: emptyForm, notice: undefined }
        : { ...lane, form: emptyForm, cleared: lane.form, notice: { tag: 'cleared' } };
    case 'restored': {
      const { cleared, ...rest } = lane;
      return cleared && isEmpty(lane.form) ? { ...rest, form: cleared, notice: undefined } : lane;
    }
    case 'noticed':
      return { ...lane, notice: action.notice };
  }
}

function afterScan(lane: LaneState, scan: Extract<DeskAction, { type: 'scanned' }>): LaneState {
  const { field, text } = scan;
  const before = withoutTyping(lane.form, scan.before);
  const held = before.entries.documentNumber;
  const other = field === 'documentNumber' && held?.filled === true && held.text !== text;
  const base = other ? withoutDriver(before) : before;
  const form = withEntry(base, field, { text, filled: true });
  return {
    ...lane,
    form: {
      ...form,
      ...(field === 'permit' ? { permitScanned: true } : {}),
      ...(scan.pass ? { pass: scan.pass } : {}),
    },
    notice: { tag: 'scanned', field, text },
  };
}

/**
 * | the next form | what could not be saved                     |
 * | empty         | back on the desk, as typed                  |
 * | begun         | beside it, marked; nothing typed is lost    |
 */
function takeBack(
  { lane, parked }: LaneAndParked,
  action: Extract<DeskAction, { type: 'saveFailed' }>,
): LaneAndParked {
  const lost = lane.saving.find(({ ticket }) => ticket === action.ticket);
  if (!lost) return { lane, parked };
  const { problem } = action;
  const saving = without(lane.saving, action.ticket);
  const notice: Notice = { tag: 'failed', plate: textOf(lost.form, 'plate'), problem };
  if (isEmpty(lane.form)) return { lane: { ...lane, saving, form: lost.form, notice }, parked };
  const aside = { id: action.ticket, form: lost.form, parkedAt: action.atMs, problem };
  return { lane: { ...lane, saving, notice }, parked: [...parked, aside] };
}

function without(saving: readonly Saving[], ticket: number): readonly Saving[] {
  return saving.filter((one) => one.ticket !== ticket);
}

function withEntry(form: DeskForm, field: DeskField, entry: Entry): DeskForm {
  const entries = { ...form.entries, [field]: entry };
  if (field === 'permit') {
    // Another number, another pass than the one that was scanned.
    const { pass, ...rest } = form;
    return pass?.content.number === entry.text ? { ...form, entries } : { ...rest, entries };
  }
  if (field !== 'plate') return { ...form, entries };
  // Another plate, another vehicle: what the last one brought with it goes.
  const typed = Object.fromEntries(
    Object.entries(entries).filter(([name, { filled }]) => name === 'plate' || !filled),
  );
  const { correcting } = form;
  return { entries: typed, ...(correcting ? { correcting } : {}) };
}

/** What was typed since `before` goes; what a record has filled in meanwhile stays. */
function withoutTyping(form: DeskForm, before: DeskForm): DeskForm {
  const entries: Partial<Record<DeskField, Entry>> = { ...before.entries };
  for (const field of deskFields) {
    const entry = form.entries[field];
    if (entry?.filled === true) entries[field] = entry;
  }
  return { ...before, ...(form.known ? { known: form.known } : {}), entries };
}

/** Somebody else is at the wheel: name and phone of the one known from before do not hold. */
function withoutDriver(form: DeskForm): DeskForm {
  const entries = Object.fromEntries(
    Object.entries(form.entries).filter(
      ([name, { filled }]) => !(filled && (name === 'driverName' || name === 'phone')),
    ),
  );
  return { ...form, entries };
}

/** Values of an earlier passage or a permit; what was typed by hand stays. */
export function filledForm(form: DeskForm, { texts, known }: Filling): DeskForm {
  const entries = { ...form.entries };
  for (const field of deskFields) {
    const text = texts[field];
    if (text === undefined || text === '') continue;
    const held = entries[field];
    const isTyped = held !== undefined && !held.filled && held.text.trim() !== '';
    if (field === 'plate' || !isTyped) entries[field] = { text, filled: true };
  }
  return { ...form, entries, ...(known ? { known } : {}) };
}
