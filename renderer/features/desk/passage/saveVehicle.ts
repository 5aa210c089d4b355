import { flushSync } from 'react-dom';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { factWords } from '../../../components/verdict/factWords';
import type { Write } from '../../../store/contract';
import { ledgerField, passesLedger } from '../form/deskFields';
import {
  filledForm,
  isEmpty,
  textOf,
  type DeskForm,
  type SavedPassage,
  type SaveProblem,
} from '../form/deskForm';
import { sourceOf, type DeskNow, type DeskParts } from '../lanes/deskParts';
import { holdWrites } from '../holds/holdWrites';
import { judgeForm, needsOverride, verdictInRecord } from '../verdict/judgeForm';
import { fillingOf } from '../known/knownFacts';
import { wordOf } from '../form/OneKeyField';
import type { OverrideWords } from '../verdict/OverrideDialog';
import { correctedPassage, newPassage } from './passageValues';
import { readForm, type FormReading } from '../form/readForm';
import { completePlate } from '../scan/scanPlace';
import { vehicleKeyOf } from '../known/vehicleRecord';

/**
 * Writes what stands on the lane with this outcome. The commit is on its way before the page does
 * anything else. The form is free for the next vehicle when its first key comes, and the row appears
 * in the list in the frame in which it is durable: most often both are drawn at once. Gives the
 * judgement, and writes nothing, where the outcome goes against it and nobody has decided so yet.
 */
export async function saveVehicle(
  parts: DeskParts,
  outcome: string,
  ticket: number,
  override?: OverrideWords,
): Promise<Judgement | undefined> {
  const { session, dispatch, now, lookups, beforeInput } = parts;
  const started = now();
  if (isEmpty(started.lane.form)) {
    dispatch({ type: 'noticed', notice: { tag: 'nothingToSave' } });
    return undefined;
  }
  const saving = write(parts, started, { outcome, override }, session.clock());
  lookups.forget();
  const freeForm = () => dispatch({ type: 'saveStarted', ticket });
  const freeing = beforeInput(() => {
    flushSync(freeForm);
    started.focusField('plate');
  });

  const attempt = await saving;
  const isFormWaiting = freeing.take();
  const giveBack = (problem: SaveProblem) =>
    dispatch({ type: 'saveFailed', ticket, problem, atMs: session.clock() });
  if (attempt.against) {
    if (isFormWaiting) return attempt.against;
    // The next vehicle has begun: this one stands beside it until somebody decides.
    giveBack('overrideNeeded');
    return undefined;
  }
  const { done, decision, after } = attempt;
  if (!done.ok) {
    if (isFormWaiting) freeForm();
    giveBack(done.problem.tag);
    if (isFormWaiting) started.focusField('plate');
    return undefined;
  }
  // Durable now: the row is on the screen in the same frame.
  const { form, row } = decision;
  const passage: SavedPassage = {
    row,
    plate: textOf(form, 'plate'),
    outcome,
    corrected: form.correcting !== undefined,
    notes: notesOf(parts, form, decision.judgement),
  };
  flushSync(() => {
    if (isFormWaiting) freeForm();
    dispatch({ type: 'saved', ticket, passage });
    now().put({ id: row, values: after }, done.value.sequence);
  });
  if (isFormWaiting) started.focusField('plate');
  return undefined;
}

/** Awaits nothing that is known already, so that most commits leave with the key press itself. */
async function write(
  parts: DeskParts,
  started: DeskNow,
  { outcome, override }: Pick<Decision, 'outcome' | 'override'>,
  passedAt: Instant,
) {
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
  const judgement = await judgementOf(parts, started, { form, reading, at: passedAt });
  if (judgement && !override && !correcting && needsOverride(judgement, outcome)) {
    return { against: judgement };
  }
  const decision: Decision = { form, reading, outcome, override, row, judgement };
  const written = correcting
    ? await correction(parts, decision)
    : insertion(parts, { ...decision, duty, passedAt });
  const writes = [written.write, ...besidesPassage(parts, started, decision, passedAt)];
  const done = await store.commit(writes, sourceOf(started));
  return { done, decision, after: written.after };
}

function completed(form: DeskForm, homePlate: string): DeskForm {
  const entry = form.entries.plate;
  if (!entry || entry.text.trim() === '') return form;
  const plate = { ...entry, text: completePlate(entry.text, homePlate) };
  return { ...form, entries: { ...form.entries, plate } };
}

/** As the lane shows it; what the ledgers know has most often been asked for already. */
async function judgementOf(
  { session, lookups }: DeskParts,
  { duty, facts }: DeskNow,
  { form, reading, at }: Pick<Decision, 'form' | 'reading'> & { readonly at: Instant },
): Promise<Judgement | undefined> {
  if (!facts) return undefined;
  const asked = lookups.record(vehicleKeyOf(form, duty.homePlate));
  const record = asked.state === 'known' ? asked.value : await asked.coming;
  return judgeForm({
    form,
    reading,
    record,
    facts,
    checkpoint: duty.checkpoint,
    at: form.correcting?.passedAt ?? at,
    latestRecord: session.store.status().latestAt,
  });
}

/** An override is a change of its own; holds begin and end with the passage. */
function besidesPassage(
  parts: DeskParts,
  { duty, facts }: DeskNow,
  { form, reading, outcome, override, row, judgement }: Decision,
  at: Instant,
): readonly Write[] {
  const { correcting } = form;
  const writes: Write[] = [];
  if (override && !correcting) {
    const values = {
      overriddenBy: override.officer,
      overrideReason: override.reason,
      overriddenAt: at,
    };
    writes.push({ type: 'update', ledger: passesLedger, row, values });
  }
  const corrected = correcting?.outcome;
  const passedAt = correcting?.passedAt ?? at;
  const held = { reading, outcome, corrected, passedAt, at, judgement, passage: row };
  const reason = groundsOf(parts, judgement) || parts.zh('desk.held.noReason');
  const holds = facts?.holds ?? [];
  const here = { checkpoint: duty.checkpoint, reason, holds, random: parts.session.random };
  return [...writes, ...holdWrites({ ...held, ...here })];
}

interface Decision {
  readonly override: OverrideWords | undefined;
  readonly judgement: Judgement | undefined;
  readonly form: DeskForm;
  readonly reading: FormReading;
  readonly outcome: string;
  readonly row: RowId;
}

interface Written {
  readonly write: Write;
  readonly after: RowValues;
}

/** Why, as the record says it: what was seen against the vehicle, else what speaks for it. */
function groundsOf({ zh }: DeskParts, judgement: Judgement | undefined): string {
  if (!judgement) return '';
  const { seen, verdict } = judgement;
  const isAgainst = seen.outcome !== 'allow';
  const reasons = (isAgainst ? seen : verdict).reasons.filter(
    ({ effect }) => (effect !== '放行') === isAgainst,
  );
  if (!isAgainst && verdict.outcome !== 'allow') return '';
  return reasons.map(({ fact }) => factWords(zh, fact)).join('；');
}

const quoteIn =
  ({ zh }: DeskParts): Parameters<typeof newPassage>[1] =>
  (field, text) =>
    zh('desk.unreadRemark', { field: ledgerField(field).header.zh, text });

function insertion(
  parts: DeskParts,
  decision: Decision & Pick<Parameters<typeof newPassage>[0], 'duty' | 'passedAt'>,
): Written {
  const values = newPassage({ ...decision, ...judged(parts, decision) }, quoteIn(parts));
  return {
    write: { type: 'insert', ledger: passesLedger, row: decision.row, values },
    after: values,
  };
}

async function correction(parts: DeskParts, decision: Decision): Promise<Written> {
  const { row } = decision;
  const before = (await parts.session.store.row(passesLedger, row))?.values ?? {};
  const judgedSo = { ...decision, ...judged(parts, decision) };
  const changed = differing(before, correctedPassage(judgedSo, quoteIn(parts)));
  const values = judgedAnew(changed);
  const write: Write = { type: 'update', ledger: passesLedger, row, values };
  return { write, after: applied(before, values) };
}

function judged(parts: DeskParts, { judgement }: Decision) {
  const verdict = judgement && verdictInRecord(judgement);
  return { grounds: groundsOf(parts, judgement), verdict };
}

/** Where it went and why, in the language of the screen. */
function notesOf(
  { screen, language }: DeskParts,
  form: DeskForm,
  judgement: Judgement | undefined,
) {
  const route = [textOf(form, 'origin'), textOf(form, 'destination')].filter(Boolean).join(' → ');
  const direction = wordOf('direction', textOf(form, 'direction'), language);
  const way = [direction, route].filter(Boolean).join(' · ');
  const reasons = (judgement?.seen.reasons ?? []).filter(({ effect }) => effect !== '放行');
  return [way, ...reasons.map(({ fact }) => factWords(screen, fact))].filter(Boolean);
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
  return Object.fromEntries(
    Object.entries(changes).filter(([name]) => name !== 'grounds' && name !== 'verdict'),
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
