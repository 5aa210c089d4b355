import { describe, expect, test } from 'vitest';
import {
  deskReducer,
  emptyDesk,
  isEmpty,
  textOf,
  type DeskAction,
  type DeskState,
} from '../../../renderer/features/desk/deskForm';
import { newRowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';

const row = newRowId(1, (length) => new Uint8Array(length));
const passage = { row, plate: '豫HA3829', outcome: '放行', corrected: false, notes: [] };
const edited = (field: 'plate' | 'driverName' | 'temperature', text: string): DeskAction => ({
  type: 'edited',
  field,
  text,
});

function after(...actions: readonly DeskAction[]): DeskState {
  return actions.reduce(deskReducer, emptyDesk);
}

describe('the form at the desk', () => {
  test('a returning vehicle fills what nobody has typed, marked as filled', () => {
    const { form } = after(edited('driverName', '王某'), {
      type: 'filled',
      texts: { plate: '豫HA3829', driverName: '李某', phone: '13800138000' },
    });
    expect(form.entries.driverName).toEqual({ text: '王某', filled: false });
    expect(form.entries.phone).toEqual({ text: '13800138000', filled: true });
  });

  test('another plate takes away what the last vehicle had brought, not what was typed', () => {
    const { form } = after(
      { type: 'filled', texts: { plate: '豫HA3829', phone: '13800138000' } },
      edited('temperature', '36.5'),
      edited('plate', '豫HA382'),
    );
    expect(textOf(form, 'phone')).toBe('');
    expect(textOf(form, 'temperature')).toBe('36.5');
  });

  test('what is typed while the last one is being saved stays', () => {
    const state = after(
      edited('plate', '豫HA3829'),
      { type: 'saveStarted', ticket: 1, passage },
      edited('plate', '豫HB'),
      { type: 'saved', ticket: 1 },
    );
    expect(textOf(state.form, 'plate')).toBe('豫HB');
    expect(state.last).toEqual(passage);
    expect(state.saving).toEqual([]);
  });

  test('a failed save puts everything typed back on the desk', () => {
    const before = after(edited('plate', '豫HA3829'), edited('temperature', '36.'));
    const state = [
      { type: 'saveStarted', ticket: 1, passage } as const,
      { type: 'saveFailed', ticket: 1, problem: 'diskFull', atMs: 5 } as const,
    ].reduce<DeskState>(deskReducer, before);
    expect(state.form).toEqual(before.form);
    expect(state.notice).toEqual({ tag: 'failed', plate: '豫HA3829', problem: 'diskFull' });
  });

  test('a failed save while the next is being typed is parked beside it, both whole', () => {
    const state = after(
      edited('plate', '豫HA3829'),
      { type: 'saveStarted', ticket: 1, passage },
      edited('plate', '豫HB'),
      { type: 'saveFailed', ticket: 1, problem: 'storage', atMs: 5 },
    );
    expect(textOf(state.form, 'plate')).toBe('豫HB');
    expect(state.parked.map(({ form, problem }) => [textOf(form, 'plate'), problem])).toEqual([
      ['豫HA3829', 'storage'],
    ]);
  });

  test('park and bring back gives the same form; a begun one is never overwritten', () => {
    const typed = after(edited('plate', '豫HA3829'), edited('driverName', '王某'));
    const parked = deskReducer(typed, { type: 'parked', id: 7, atMs: 5 });
    expect(isEmpty(parked.form)).toBe(true);
    expect(deskReducer(parked, { type: 'broughtBack', id: 7 }).form).toEqual(typed.form);
    const busy = deskReducer(parked, edited('plate', '豫HB'));
    expect(deskReducer(busy, { type: 'broughtBack', id: 7 })).toBe(busy);
  });

  test('a scan goes into its field and takes back what it typed elsewhere', () => {
    const before = after(edited('plate', '豫HA3829')).form;
    const state = after(
      edited('plate', '豫HA3829'),
      edited('temperature', '4108'),
      edited('temperature', '410821000123'),
      { type: 'scanned', before, field: 'permit', text: '410821000123' },
    );
    expect(textOf(state.form, 'temperature')).toBe('');
    expect(textOf(state.form, 'permit')).toBe('410821000123');
    expect(state.form.permitScanned).toBe(true);
  });

  test('another identity card takes away the name and phone of the driver known from before', () => {
    const before = after({
      type: 'filled',
      texts: { plate: '豫HA3829', driverName: '王某', phone: '13800138000', documentNumber: 'A' },
    }).form;
    const action = { type: 'scanned', before, field: 'documentNumber', text: 'B' } as const;
    const { form } = deskReducer({ ...emptyDesk, form: before }, action);
    expect(textOf(form, 'driverName') + textOf(form, 'phone')).toBe('');
    expect(textOf(form, 'documentNumber')).toBe('B');
    expect(textOf(form, 'plate')).toBe('豫HA3829');
  });

  test('a correction opens the values and remembers its passage', () => {
    const correcting = { row, passedAt: toInstant(1), outcome: '滞留' };
    const { form } = after({
      type: 'correctionOpened',
      texts: { plate: '豫HA3829', temperature: '36.5' },
      correcting,
    });
    expect(form.correcting).toEqual(correcting);
    expect(isEmpty(form)).toBe(false);
    expect(isEmpty(deskReducer({ ...emptyDesk, form }, { type: 'cleared' }).form)).toBe(true);
  });
});
