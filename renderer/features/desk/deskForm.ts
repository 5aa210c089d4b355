import type { RowId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/time';
import type { CommitProblem } from '../../store/contract';
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
}

export interface ParkedForm {
  readonly id: number;
  readonly form: DeskForm;
  readonly parkedAt: number;
  /** It could not be saved while the next one was being typed. */
  readonly problem?: CommitProblem['tag'];
}

export interface SavedPassage {
  readonly row: RowId;
  readonly plate: string;
  readonly outcome: string;
  readonly corrected: boolean;
  /** Where it went and why, for the panel. */
  readonly notes: readonly string[];
}

interface Saving {
  readonly ticket: number;
  readonly form: DeskForm;
  readonly passage: SavedPassage;
}

export type Notice =
  | { readonly tag: 'scanUnknown'; readonly text: string }
  | { readonly tag: 'scanGarbled' }
  | { readonly tag: 'scanned'; readonly field: DeskField; readonly text: string }
  | { readonly tag: 'failed'; readonly plate: string; readonly problem: CommitProblem['tag'] }
  | { readonly tag: 'permitOfOther'; readonly plate: string }
  | { readonly tag: 'nothingToPark' }
  | { readonly tag: 'finishFirst' }
  | { readonly tag: 'noSelection' }
  | { readonly tag: 'alreadyVoided' }
  | { readonly tag: 'nothingToSave' }
  | { readonly tag: 'voided'; readonly plate: string };

export interface DeskState {
  readonly form: DeskForm;
  readonly saving: readonly Saving[];
  readonly parked: readonly ParkedForm[];
  readonly last: SavedPassage | undefined;
  readonly notice: Notice | undefined;
}

export type DeskAction =
  | { readonly type: 'edited'; readonly field: DeskField; readonly text: string }
  /** Values of an earlier passage or a permit; what was typed by hand stays. */
  | {
      readonly type: 'filled';
      readonly texts: Readonly<Partial<Record<DeskField, string>>>;
      readonly known?: DeskForm['known'];
    }
  /** `before`: the form as it was when the scanner began to type into it. */
  | {
      readonly type: 'scanned';
      readonly before: DeskForm;
      readonly field: DeskField;
      readonly text: string;
    }
  | { readonly type: 'scanRefused'; readonly before: DeskForm; readonly notice: Notice }
  | { readonly type: 'saveStarted'; readonly ticket: number; readonly passage: SavedPassage }
  | { readonly type: 'saved'; readonly ticket: number }
  | {
      readonly type: 'saveFailed';
      readonly ticket: number;
      readonly problem: CommitProblem['tag'];
      readonly atMs: number;
    }
  | { readonly type: 'parked'; readonly id: number; readonly atMs: number }
  | { readonly type: 'broughtBack'; readonly id: number }
  | { readonly type: 'parkedRead'; readonly parked: readonly ParkedForm[] }
  | {
      readonly type: 'correctionOpened';
      readonly texts: Readonly<Partial<Record<DeskField, string>>>;
      readonly correcting: NonNullable<DeskForm['correcting']>;
    }
  /** A passage taken back is not the last outcome any more. */
  | { readonly type: 'voided'; readonly row: RowId; readonly plate: string }
  | { readonly type: 'cleared' }
  | { readonly type: 'noticed'; readonly notice: Notice | undefined };

export const emptyForm: DeskForm = { entries: {} };
export const emptyDesk: DeskState = {
  form: emptyForm,
  saving: [],
  parked: [],
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
export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'edited':
      return {
        ...state,
        notice: undefined,
        form: withEntry(state.form, action.field, { text: action.text, filled: false }),
      };
    case 'filled':
      return { ...state, notice: undefined, form: fill(state.form, action.texts, action.known) };
    case 'scanned': {
      const { before, field, text } = action;
      const held = before.entries.documentNumber;
      const other = field === 'documentNumber' && held?.filled === true && held.text !== text;
      const base = other ? withoutDriver(before) : before;
      const form = withEntry(base, field, { text, filled: true });
      return {
        ...state,
        form: field === 'permit' ? { ...form, permitScanned: true } : form,
        notice: { tag: 'scanned', field, text },
      };
    }
    case 'scanRefused':
      return { ...state, form: action.before, notice: action.notice };
    case 'saveStarted': {
      const saving: Saving = { ticket: action.ticket, form: state.form, passage: action.passage };
      return { ...state, form: emptyForm, notice: undefined, saving: [...state.saving, saving] };
    }
    case 'saved': {
      const done = state.saving.find(({ ticket }) => ticket === action.ticket);
      return { ...state, saving: without(state.saving, action.ticket), last: done?.passage };
    }
    case 'saveFailed':
      return takeBack(state, action);
    case 'parked':
      return isEmpty(state.form)
        ? { ...state, notice: { tag: 'nothingToPark' } }
        : {
            ...state,
            form: emptyForm,
            notice: undefined,
            parked: [...state.parked, { id: action.id, form: state.form, parkedAt: action.atMs }],
          };
    case 'broughtBack': {
      const found = state.parked.find(({ id }) => id === action.id);
      if (!found || !isEmpty(state.form)) return state;
      const parked = state.parked.filter(({ id }) => id !== action.id);
      return { ...state, form: found.form, parked, notice: undefined };
    }
    case 'parkedRead':
      return { ...state, parked: action.parked };
    case 'correctionOpened': {
      const form = fill(emptyForm, action.texts, undefined);
      return { ...state, notice: undefined, form: { ...form, correcting: action.correcting } };
    }
    case 'voided': {
      const last = state.last?.row === action.row ? undefined : state.last;
      return { ...state, last, notice: { tag: 'voided', plate: action.plate } };
    }
    case 'cleared':
      return { ...state, form: emptyForm, notice: undefined };
    case 'noticed':
      return { ...state, notice: action.notice };
  }
}

/**
 * | the next form | what could not be saved                     |
 * | empty         | back on the desk, as typed                  |
 * | begun         | beside it, marked; nothing typed is lost    |
 */
function takeBack(
  state: DeskState,
  action: Extract<DeskAction, { type: 'saveFailed' }>,
): DeskState {
  const lost = state.saving.find(({ ticket }) => ticket === action.ticket);
  if (!lost) return state;
  const { problem } = action;
  const saving = without(state.saving, action.ticket);
  const notice: Notice = { tag: 'failed', plate: textOf(lost.form, 'plate'), problem };
  if (isEmpty(state.form)) return { ...state, saving, form: lost.form, notice };
  const parked = { id: action.ticket, form: lost.form, parkedAt: action.atMs, problem };
  return { ...state, saving, notice, parked: [...state.parked, parked] };
}

function without(saving: readonly Saving[], ticket: number): readonly Saving[] {
  return saving.filter((one) => one.ticket !== ticket);
}

function withEntry(form: DeskForm, field: DeskField, entry: Entry): DeskForm {
  const entries = { ...form.entries, [field]: entry };
  if (field !== 'plate') return { ...form, entries };
  // Another plate, another vehicle: what the last one brought with it goes.
  const typed = Object.fromEntries(
    Object.entries(entries).filter(([name, { filled }]) => name === 'plate' || !filled),
  );
  const { correcting } = form;
  return { entries: typed, ...(correcting ? { correcting } : {}) };
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

function fill(
  form: DeskForm,
  texts: Readonly<Partial<Record<DeskField, string>>>,
  known: DeskForm['known'],
): DeskForm {
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
