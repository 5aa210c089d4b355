import { flushSync } from 'react-dom';
import { newRowId, type RowId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/time';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Write } from '../../store/contract';
import { concernWords } from './concernWords';
import { ledgerField, passesLedger } from './deskFields';
import { filledForm, isEmpty, textOf, type DeskForm, type SavedPassage } from './deskForm';
import { sourceOf, type DeskNow, type DeskParts } from './deskParts';
import { fillingOf } from './knownFacts';
import { wordOf } from './OneKeyField';
import { correctedPassage, newPassage } from './passageValues';
import { readForm, type FormReading } from './readForm';
import { completePlate } from './scanPlace';

/**
 * Writes what stands on the lane with this outcome. The commit is on its way before the page does
 * anything else; then the form is free for the next vehicle, and the row appears in the list in the
 * frame in which it is durable.
 */
export async function saveVehicle(
  parts: DeskParts,
  outcome: string,
  ticket: number,
): Promise<void> {
  const { session, dispatch, now, lookups } = parts;
  const started = now();
  if (isEmpty(started.lane.form)) {
    dispatch({ type: 'noticed', notice: { tag: 'nothingToSave' } });
    return;
  }
  const saving = write(parts, started, outcome, session.clock());
  lookups.forget();
  dispatch({ type: 'saveStarted', ticket });
  started.focusField('plate');

  const { done, decision, after } = await saving;
  if (!done.ok) {
    const problem = done.problem.tag;
    dispatch({ type: 'saveFailed', ticket, problem, atMs: session.clock() });
    return;
  }
  // Durable now: the row is on the screen in the same frame.
  const { form, reading, row } = decision;
  const passage: SavedPassage = {
    row,
    plate: textOf(form, 'plate'),
    outcome,
    corrected: form.correcting !== undefined,
    notes: notesOf(parts, form, reading),
  };
  flushSync(() => {
    dispatch({ type: 'saved', ticket, passage });
    now().put({ id: row, values: after }, done.value.sequence);
  });
}

/** Awaits nothing that is known already, so that most commits leave with the key press itself. */
async function write(parts: DeskParts, started: DeskNow, outcome: string, passedAt: Instant) {
  const { session, lookups } = parts;
  const { store, random } = session;
  const { duty, lane } = started;
  let form = completed(lane.form, duty.homePlate);
  const plate = textOf(form, 'plate');
  if (plate !== '' && !form.correcting && !form.known) {
    // The clerk may have been quicker than the look-up.
    const asked = lookups.vehicle(plate);
    const vehicle = asked.state === 'known' ? asked.value : await asked.coming;
    if (vehicle) form = filledForm(form, fillingOf(vehicle));
  }
  const permit = textOf(form, 'permit').trim();
  let permitId: RowId | undefined;
  if (permit !== '') {
    const asked = lookups.permit(permit);
    permitId = asked.state === 'known' ? asked.value : await asked.coming;
  }
  const { correcting } = form;
  const reading = readForm(form, correcting?.passedAt ?? passedAt, (ledger, text) =>
    ledger === 'permits' && text === permit ? permitId : undefined,
  );
  const row = correcting?.row ?? newRowId(passedAt, random);
  const decision: Decision = { form, reading, outcome, row };
  const written = correcting
    ? await correction(parts, decision)
    : insertion(parts, { ...decision, duty, passedAt });
  const done = await store.commit([written.write], sourceOf(started));
  return { done, decision, after: written.after };
}

function completed(form: DeskForm, homePlate: string): DeskForm {
  const entry = form.entries.plate;
  if (!entry || entry.text.trim() === '') return form;
  const plate = { ...entry, text: completePlate(entry.text, homePlate) };
  return { ...form, entries: { ...form.entries, plate } };
}

interface Decision {
  readonly form: DeskForm;
  readonly reading: FormReading;
  readonly outcome: string;
  readonly row: RowId;
}

interface Written {
  readonly write: Write;
  readonly after: RowValues;
}

const groundsOf = ({ zh }: DeskParts, { concerns }: FormReading) =>
  concerns.map((concern) => concernWords(zh, concern)).join('；');

const quoteIn =
  ({ zh }: DeskParts): Parameters<typeof newPassage>[1] =>
  (field, text) =>
    zh('desk.unreadRemark', { field: ledgerField(field).header.zh, text });

function insertion(
  parts: DeskParts,
  decision: Decision & Pick<Parameters<typeof newPassage>[0], 'duty' | 'passedAt'>,
): Written {
  const grounds = groundsOf(parts, decision.reading);
  const values = newPassage({ ...decision, grounds }, quoteIn(parts));
  return {
    write: { type: 'insert', ledger: passesLedger, row: decision.row, values },
    after: values,
  };
}

async function correction(parts: DeskParts, decision: Decision): Promise<Written> {
  const { row } = decision;
  const before = (await parts.session.store.row(passesLedger, row))?.values ?? {};
  const grounds = groundsOf(parts, decision.reading);
  const changed = differing(before, correctedPassage({ ...decision, grounds }, quoteIn(parts)));
  const values = judgedAnew(changed);
  const write: Write = { type: 'update', ledger: passesLedger, row, values };
  return { write, after: applied(before, values) };
}

/** Where it went and why, in the language of the screen. */
function notesOf({ screen, language }: DeskParts, form: DeskForm, { concerns }: FormReading) {
  const route = [textOf(form, 'origin'), textOf(form, 'destination')].filter(Boolean).join(' → ');
  const direction = wordOf('direction', textOf(form, 'direction'), language);
  const way = [direction, route].filter(Boolean).join(' · ');
  return [way, ...concerns.map((concern) => concernWords(screen, concern))].filter(Boolean);
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

const judgedBy: readonly string[] = [
  'outcome',
  'temperature',
  'healthCode',
  'tripCode',
  'testSampledAt',
  'testResult',
  'permit',
];

/** The grounds of a passage hold as long as nothing changes that they rest on. */
function judgedAnew(changes: Changes): Changes {
  if (Object.keys(changes).some((name) => judgedBy.includes(name))) return changes;
  return Object.fromEntries(Object.entries(changes).filter(([name]) => name !== 'grounds'));
}

function applied(before: RowValues, values: Changes): RowValues {
  const after: Record<string, StoredValue> = { ...before };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}
