import { keyFingerprint } from '../../../../shared/exchange/parcel/fingerprint';
import {
  planReceive,
  receiveCommit,
  type ReceivePlan,
} from '../../../../shared/exchange/parcel/planReceive';
import { recognise, type Recognised } from '../../../../shared/exchange/parcel/recognise';
import { openPayload } from '../../../../shared/exchange/parcel/sealParcel';
import type { Payload } from '../../../../shared/exchange/parcel/payload';
import type { Change } from '../../../../shared/journal/change';
import { newRowId } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import { toInstant } from '../../../../shared/kernel/time';
import type { Language } from '../../../../shared/fields/codec';
import { readOwnLedger } from '../../../../shared/ledger/ownLedger';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';
import { namesOfMakers } from '../../../../shared/merge/deviceNames';
import type { MergeCommit } from '../../../../shared/merge/mergeStore';
import { arrivingKeys } from '../../../app/judging/arrivingKeys';
import type { MergeLine } from '../../../store/connectMergeLine';
import { readReferences } from '../../../store/references';
import type {
  AppliedParcel,
  ApplyOrder,
  ApplyProblem,
  OpenedParcel,
  ParcelCalls,
  ParcelProgress,
} from '../parcel/parcelCalls';
import { chosen } from './chosen';
import { readLineWords } from './lineWords';
import { planLines, type LineWords, type PlannedLine } from './planLines';
import { isPair, isUndecided, type LineFilter } from './receiveLine';
import { summariseLines, type PlanSummary } from './summariseLines';

type Parcel = Extract<Recognised, { type: 'exchange' }>;

interface Planned {
  readonly plan: ReceivePlan;
  readonly lines: readonly PlannedLine[];
  readonly words: LineWords;
  readonly summary: PlanSummary;
}

interface ReceivedFile {
  readonly found: Parcel;
  payload?: Payload;
  language: Language;
  planned?: Planned;
}

/** Thrown through a plan that a person has stopped. */
export class Stopped extends Error {}

interface Surroundings {
  readonly line: MergeLine;
  readonly ledgers: () => Promise<readonly LedgerDefinition[]>;
  readonly onProgress: (progress: ParcelProgress) => void;
  /** Lets messages in; throws `Stopped` once a person has cancelled. */
  readonly turn: () => Promise<void>;
}

type ReceiveCalls = Pick<ParcelCalls, 'open' | 'plan' | 'lines' | 'choosable' | 'apply' | 'forget'>;

const now = () => toInstant(Date.now());
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
/** A plan that the store keeps moving away from is shown again instead. */
const mostReplans = 3;

/** Workbooks on their way in: read, planned against the store, shown by parts, and merged. */
export function createReceiveDesk(surroundings: Surroundings): ReceiveCalls {
  const { line, onProgress } = surroundings;
  const files = new Map<number, ReceivedFile>();
  const fileOf = (id: number): ReceivedFile => {
    const file = files.get(id);
    if (!file) throw new Error(`No file ${id}`);
    return file;
  };

  async function planned(file: ReceivedFile): Promise<Planned> {
    const { found, language } = file;
    file.payload ??= await payloadOf(found);
    const ledgers = withArriving(await surroundings.ledgers(), file.payload);
    const store = await line.read((done, total) => onProgress({ stage: 'journal', done, total }));
    let batches = 0;
    const plan = await planReceive({
      workbook: found.workbook,
      machineSheet: found.machineSheet,
      manifest: found.manifest,
      payload: file.payload,
      store,
      ledgers: (id) => ledgers.find((one) => one.id === id),
      context: await resolving(line, ledgers, file.payload),
      newId: () => newRowId(now(), random),
      now: now(),
      turn: async () => {
        onProgress({ stage: 'planning', done: batches++, total: 0 });
        await surroundings.turn();
      },
    });
    const lines = planLines(plan);
    const words = await readLineWords(plan, line, ledgers, language);
    const keys = await arrivingKeys(plan.merge.rows, found.manifest.sender.device);
    return { plan, lines, words, summary: summariseLines(lines, plan, keys) };
  }

  async function apply(
    file: ReceivedFile,
    order: ApplyOrder,
  ): Promise<Result<AppliedParcel, ApplyProblem>> {
    for (let attempt = 0; attempt < mostReplans; attempt++) {
      let known = file.planned;
      const store = await line.read();
      if (!known || store.sequence !== known.plan.merge.basis) {
        known = await planned(file);
        file.planned = known;
        const open = known.summary.toDecide.filter((key) => !order.choices.has(key));
        if (open.length > 0) return failed({ tag: 'replanned', summary: known.summary });
      }
      const commit = commitOf(known.plan, order, store.heard);
      const applied = countsOf(known, commit);
      if (commit.entries.length === 0 && commit.changes.length === 0) return ok(applied);
      onProgress({ stage: 'applying', done: 0, total: 0 });
      const done = await line.commit(commit);
      if (done.ok) return ok({ ...applied, sequence: done.value.sequence });
      if (done.problem.tag !== 'moved') return done;
    }
    const again = await planned(file);
    file.planned = again;
    return failed({ tag: 'replanned', summary: again.summary });
  }

  return {
    open: async (id, name, bytes, passwords, known): Promise<OpenedParcel> => {
      const read = await recognise({ bytes, fileName: name, passwords, known });
      if (!read.ok) {
        const { problem } = read;
        if (problem.tag === 'passwordNeeded' || problem.tag === 'wrongPassword')
          return { tag: 'password', wrong: problem.tag === 'wrongPassword' };
        const rest = problem.tag === 'damagedMachinePart' ? { bytes: problem.bytes } : {};
        return { tag: 'refused', why: problem.tag, ...rest };
      }
      const found = read.value;
      if (found.type !== 'exchange') return { tag: 'foreign', bytes: found.bytes };
      files.set(id, { found, language: 'zh' });
      const { manifest, trust, alreadyReceived, olderThanKnown } = found;
      const fingerprint = await keyFingerprint(manifest.sender.publicKey);
      return { tag: 'parcel', manifest, trust, fingerprint, alreadyReceived, olderThanKnown };
    },
    plan: async (id, language) => {
      const file = fileOf(id);
      file.language = language;
      try {
        file.planned = await planned(file);
        return ok(file.planned.summary);
      } catch (problem) {
        if (problem instanceof Stopped) return failed({ tag: 'cancelled' });
        if (problem instanceof Damaged) return failed({ tag: 'damaged' });
        throw problem;
      }
    },
    lines: (id, filter, from, to) => {
      const { planned: known } = fileOf(id);
      if (!known) return Promise.resolve([]);
      const found = filtered(known.lines, filter).slice(from, to);
      return Promise.resolve(found.map(({ show, ...head }) => ({ ...head, ...show(known.words) })));
    },
    choosable: (id, filter) =>
      Promise.resolve(
        filtered(fileOf(id).planned?.lines ?? [], filter).flatMap((line) =>
          isUndecided(line) && isPair(line) === (filter.pairs ?? false) ? [line.key] : [],
        ),
      ),
    apply: (id, order) => apply(fileOf(id), order).catch(whereStopped),
    forget: (id) => {
      files.delete(id);
      return Promise.resolve();
    },
  };
}

function whereStopped(problem: unknown): Result<never, ApplyProblem> {
  if (problem instanceof Stopped) return failed({ tag: 'cancelled' });
  throw problem;
}

/** Its payload is not the one that was signed. */
class Damaged extends Error {}

/** With the ledgers that the workbook itself defines, where they are new or have gained columns. */
function withArriving(
  ledgers: readonly LedgerDefinition[],
  { shown }: Payload,
): readonly LedgerDefinition[] {
  const definer = ledgers.find(({ role }) => role === 'definitions')?.id;
  const all = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
  const columnsOf = (ledger: LedgerDefinition | undefined) =>
    Object.keys(ledger?.fields ?? {}).length;
  for (const { ledger, rows } of shown) {
    if (ledger !== definer) continue;
    for (const [id, values] of rows) {
      const arriving = readOwnLedger({ id, values });
      if (arriving && columnsOf(arriving) > columnsOf(all.get(arriving.id)))
        all.set(arriving.id, arriving);
    }
  }
  return [...all.values()];
}

async function payloadOf({ opened }: Parcel): Promise<Payload> {
  const payload = await openPayload(opened);
  if (!payload.ok) throw new Damaged(payload.problem.tag);
  return payload.value;
}

/** References by name, as they are here; names that were sent along are asked first anyway. */
async function resolving(
  line: MergeLine,
  ledgers: readonly LedgerDefinition[],
  { shown }: Payload,
) {
  const contexts = await Promise.all(
    shown.flatMap(({ ledger }) => {
      const definition = ledgers.find(({ id }) => id === ledger);
      return definition ? [readReferences(line, definition)] : [];
    }),
  );
  return {
    resolveReference: (ledger: string, text: string) => {
      for (const { context } of contexts) {
        const found = context.resolveReference(ledger, text);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    describeReference: (ledger: string, id: string) => {
      for (const { context } of contexts) {
        const found = context.describeReference(ledger, id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

function filtered(
  lines: readonly PlannedLine[],
  { ledger, kind, field }: LineFilter,
): readonly PlannedLine[] {
  return lines.filter(
    (line) =>
      (ledger === undefined || line.ledger === ledger) &&
      (kind === undefined || line.kind === kind) &&
      (field === undefined || line.field === field),
  );
}

function commitOf(plan: ReceivePlan, order: ApplyOrder, heard: MergeCommit['heard']): MergeCommit {
  const { file, accepted, recordedHere } = order;
  const { parcel, sender, devices } = plan.manifest;
  const named = { ...devices, [sender.device]: sender.deviceName };
  const commit = receiveCommit(
    plan,
    chosen(plan, order.choices),
    {
      type: 'exchange',
      file,
      parcel,
      from: sender.deviceName,
      devices: namesOfMakers(plan.merge.entries, named),
      ...(accepted ? { accepted: true } : {}),
    },
    heard,
  );
  return { ...commit, changes: commit.changes.map((change) => withOrigin(change, recordedHere)) };
}

/** A row that somebody added in a sheet is recorded here. */
function withOrigin(change: Change, recordedHere: RowValues): Change {
  if (change.type !== 'insert') return change;
  return { ...change, values: { ...recordedHere, ...change.values } };
}

function countsOf({ plan, summary }: Planned, commit: MergeCommit): AppliedParcel {
  const { counts } = summary;
  const own = (type: Change['type']) => commit.changes.filter((one) => one.type === type).length;
  const rowsChanged = new Set(
    plan.merge.rows.flatMap(({ was, becomes, fields, row }) =>
      was && becomes && Object.keys(fields).length > 0 ? [row] : [],
    ),
  );
  const inserted = (counts.new ?? 0) + own('insert');
  const deleted = (counts.removed ?? 0) + own('delete');
  return {
    inserted,
    updated: rowsChanged.size + own('update'),
    deleted,
    changes: commit.entries.reduce((sum, { entry }) => sum + entry.changes.length, 0),
    edits: own('update') + own('insert') + own('delete'),
    rejected: counts.rejected ?? 0,
  };
}
