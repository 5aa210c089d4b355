import { describe, expect, test } from 'vitest';
import {
  deskReducer,
  emptyLane,
  isEmpty,
  textOf,
  type DeskAction,
  type LaneAndParked,
} from '../../../../renderer/features/desk/form/deskForm';
import { newRowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';

const row = newRowId(1, (length) => new Uint8Array(length));
const passage = { row, plate: '豫HA3829', outcome: '放行', corrected: false, notes: [] };
const edited = (field: 'plate' | 'driverName' | 'temperature', text: string): DeskAction => ({
  type: 'edited',
  field,
  text,
});

const emptyDesk: LaneAndParked = { lane: emptyLane, parked: [] };

function after(...actions: readonly DeskAction[]): LaneAndParked {
  return actions.reduce(deskReducer, emptyDesk);
}

const laneAfter = (...actions: readonly DeskAction[]) => after(...actions).lane;

describe('the form at the desk', () => {
  test('a returning vehicle fills what nobody has typed, marked as filled', () => {
    const { form } = laneAfter(edited('driverName', '王某'), {
      type: 'filled',
      texts: { plate: '豫HA3829', driverName: '李某', phone: '13800138000' },
    });
    expect(form.entries.driverName).toEqual({ text: '王某', filled: false });
    expect(form.entries.phone).toEqual({ text: '13800138000', filled: true });
  });

  test('another plate takes away what the last vehicle had brought, not what was typed', () => {
    const { form } = laneAfter(
      { type: 'filled', texts: { plate: '豫HA3829', phone: '13800138000' } },
      edited('temperature', '36.5'),
      edited('plate', '豫HA382'),
    );
    expect(textOf(form, 'phone')).toBe('');
    expect(textOf(form, 'temperature')).toBe('36.5');
  });

  test('what is typed while the last one is being saved stays', () => {
    const state = laneAfter(
      edited('plate', '豫HA3829'),
      { type: 'saveStarted', ticket: 1 },
      edited('plate', '豫HB'),
      { type: 'saved', ticket: 1, passage },
    );
    expect(textOf(state.form, 'plate')).toBe('豫HB');
    expect(state.last).toEqual(passage);
    expect(state.saving).toEqual([]);
  });

  test('a failed save puts everything typed back on the desk', () => {
    const before = after(edited('plate', '豫HA3829'), edited('temperature', '36.'));
    const { lane } = [
      { type: 'saveStarted', ticket: 1 } as const,
      { type: 'saveFailed', ticket: 1, problem: 'diskFull', atMs: 5 } as const,
    ].reduce<LaneAndParked>(deskReducer, before);
    expect(lane.form).toEqual(before.lane.form);
    expect(lane.notice).toEqual({ tag: 'failed', plate: '豫HA3829', problem: 'diskFull' });
  });

  test('a failed save while the next is being typed is parked beside it, both whole', () => {
    const state = after(
      edited('plate', '豫HA3829'),
      { type: 'saveStarted', ticket: 1 },
      edited('plate', '豫HB'),
      { type: 'saveFailed', ticket: 1, problem: 'storage', atMs: 5 },
    );
    expect(textOf(state.lane.form, 'plate')).toBe('豫HB');
    expect(state.parked.map(({ form, problem }) => [textOf(form, 'plate'), problem])).toEqual([
      ['豫HA3829', 'storage'],
    ]);
  });

  test('park and bring back gives the same form; a begun one is never overwritten', () => {
    const typed = after(edited('plate', '豫HA3829'), edited('driverName', '王某'));
    const parked = deskReducer(typed, { type: 'parked', id: 7, atMs: 5 });
    expect(isEmpty(parked.lane.form)).toBe(true);
    const back = deskReducer(parked, { type: 'broughtBack', id: 7 });
    expect(back.lane.form).toEqual(typed.lane.form);
    const busy = deskReducer(parked, edited('plate', '豫HB'));
    expect(deskReducer(busy, { type: 'broughtBack', id: 7 })).toBe(busy);
  });

  test('a scan goes into its field and takes back what it typed elsewhere', () => {
    const before = laneAfter(edited('plate', '豫HA3829')).form;
    const state = laneAfter(
      edited('plate', '豫HA3829'),
      edited('temperature', '4108'),
      edited('temperature', '410821000123'),
      { type: 'scanned', before, field: 'permit', text: '410821000123' },
    );
    expect(textOf(state.form, 'temperature')).toBe('');
    expect(textOf(state.form, 'permit')).toBe('410821000123');
    expect(state.form.permitScanned).toBe(true);
  });

  test('what a record fills in while a scanner types is not taken back with it', () => {
    const before = laneAfter(edited('plate', '豫HA3829')).form;
    const state = laneAfter(
      edited('plate', '豫HA3829'),
      edited('temperature', '41'),
      { type: 'filled', texts: { plate: '豫HA3829', phone: '13800138000' } },
      { type: 'scanned', before, field: 'permit', text: '410821000123' },
    );
    expect(textOf(state.form, 'phone')).toBe('13800138000');
    expect(textOf(state.form, 'temperature')).toBe('');
  });

  test('a scanner that types into the plate does not drive away what was filled in', () => {
    const filled: DeskAction = {
      type: 'filled',
      texts: { plate: '豫HA3829', phone: '13800138000' },
    };
    const before = laneAfter(filled).form;
    const state = laneAfter(filled, edited('plate', '豫HA38294'), {
      type: 'scanned',
      before,
      field: 'permit',
      text: '410821000123',
    });
    expect(textOf(state.form, 'plate')).toBe('豫HA3829');
    expect(textOf(state.form, 'phone')).toBe('13800138000');
  });

  test('another identity card takes away the name and phone of the driver known from before', () => {
    const before = laneAfter({
      type: 'filled',
      texts: { plate: '豫HA3829', driverName: '王某', phone: '13800138000', documentNumber: 'A' },
    }).form;
    const action = { type: 'scanned', before, field: 'documentNumber', text: 'B' } as const;
    const lane = { ...emptyLane, form: before };
    const { form } = deskReducer({ lane, parked: [] }, action).lane;
    expect(textOf(form, 'driverName') + textOf(form, 'phone')).toBe('');
    expect(textOf(form, 'documentNumber')).toBe('B');
    expect(textOf(form, 'plate')).toBe('豫HA3829');
  });

  test('what was cleared comes back while nothing else is begun', () => {
    const typed = laneAfter(edited('plate', '豫HA3829')).form;
    const cleared = after(edited('plate', '豫HA3829'), { type: 'cleared' });
    expect(isEmpty(cleared.lane.form)).toBe(true);
    expect(deskReducer(cleared, { type: 'restored' }).lane.form).toEqual(typed);
    const busy = deskReducer(cleared, edited('plate', '豫HB'));
    expect(deskReducer(busy, { type: 'restored' })).toEqual(busy);
  });

  test('a correction opens the values and remembers its passage', () => {
    const correcting = { row, passedAt: toInstant(1), outcome: '滞留' };
    const { form } = laneAfter({
      type: 'correctionOpened',
      texts: { plate: '豫HA3829', temperature: '36.5' },
      correcting,
    });
    expect(form.correcting).toEqual(correcting);
    expect(isEmpty(form)).toBe(false);
    const cleared = deskReducer({ lane: { ...emptyLane, form }, parked: [] }, { type: 'cleared' });
    expect(isEmpty(cleared.lane.form)).toBe(true);
  });
});
