import { codecFor } from '../../../../shared/fields/codecFor';
import type { EditChoices, EditPlan } from '../../../../shared/exchange/parcel/planEdits';
import { editChanges, planEdits } from '../../../../shared/exchange/parcel/planEdits';
import { findHumanEdits } from '../../../../shared/exchange/parcel/humanEdits';
import type { ParcelFile } from '../../../../shared/exchange/parcel/writeParcel';
import { writeParcel } from '../../../../shared/exchange/parcel/writeParcel';
import type { Acquaintance, Recognised } from '../../../../shared/exchange/parcel/recognise';
import type { Payload } from '../../../../shared/exchange/parcel/payload';
import type { WriteProblem } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { newRowId } from '../../../../shared/kernel/ids';
import { ok, type Result } from '../../../../shared/kernel/result';
import type { LedgerDefinition, Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { Session } from '../../../app/session';
import type { CommitProblem, Write } from '../../../store/contract';
import { readReferences } from '../../../store/references';
import { readDevices, readIdentity, saveIdentity } from '../devices/exchangeIdentity';
import { openRows } from '../export/exportRows';
import { rememberImport } from '../import/importMemory';

export interface SendSettings {
  readonly definition: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly masked: boolean;
  /** Empty: the workbook opens for everybody. */
  readonly password: string;
}

/** A ledger as a signed workbook that can be corrected anywhere and taken back cell by cell. */
export async function writeCorrection(
  session: Session,
  { definition, language, masked, password }: SendSettings,
): Promise<Result<readonly ParcelFile[], WriteProblem>> {
  const { store, clock, random } = session;
  const identity = await readIdentity(session);
  const references = await readReferences(store, definition);
  const { rows: batches } = await openRows(store, { ledger: definition.id });
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  const number = identity.sent + 1;
  await saveIdentity(store, { ...identity, sent: number });
  return writeParcel({
    kind: masked ? 'masked' : 'exchange',
    head: {
      parcel: newRowId(clock(), random),
      number,
      event: { id: store.event.id, name: store.event.name },
      sender: {
        device: identity.device,
        publicKey: identity.publicKey,
        deviceName: store.event.deviceName,
        unit: store.event.unit,
        operator: store.operator,
      },
      sentAt: clock(),
      seen: {},
      receipts: [],
    },
    ledgers: [{ definition, rows }],
    entries: [],
    seed: identity.seed,
    language,
    describeReference: references.context.describeReference,
    referenceNames: references.names,
    ...(password === '' ? {} : { password }),
  });
}

export async function acquaintanceOf(session: Session): Promise<Acquaintance> {
  const { publicKey } = await readIdentity(session);
  return {
    enrolled: await readDevices(session.store),
    ownKey: publicKey,
    received: new Set(),
    newestFrom: new Map(),
    ledgerVersions: new Map(session.ledgers.map(({ id, version }) => [id, version])),
  };
}

export interface CorrectionPlan {
  /** The store's as it was made. */
  readonly sequence: number;
  readonly plans: readonly EditPlan[];
}

/** What people have changed in the sheets, against what the records hold now. */
export async function planCorrection(
  session: Session,
  found: Extract<Recognised, { type: 'exchange' }>,
  payload: Payload,
): Promise<CorrectionPlan> {
  const { store, ledgers, clock, random } = session;
  const { sequence } = store.status();
  const plans: EditPlan[] = [];
  for (const snapshot of payload.shown) {
    const definition = ledgers.find(({ id }) => id === snapshot.ledger);
    if (!definition) continue;
    const { context } = await readReferences(store, definition);
    const { workbook, machineSheet, manifest } = found;
    const edits = findHumanEdits(workbook, snapshot, definition, context, machineSheet);
    plans.push(
      await planEdits(edits, definition, manifest.parcel, {
        rowsAfter: (ledger, rows) => store.rows(ledger, rows),
        rowChanges: (ledger, row) => store.history(ledger, row),
        match: (ledger, keyFields, keys) => store.match(ledger, keyFields, keys),
        newId: () => newRowId(clock(), random),
      }),
    );
  }
  return { sequence, plans };
}

/** What every new record has, where the sheet leaves it blank. */
function recordedHere(
  { store, clock }: Session,
  definition: LedgerDefinition | undefined,
): RowValues {
  if (!definition) return {};
  return {
    unit: store.event.unit,
    recorder: store.operator,
    recordedAt: codecFor(definition.fields.recordedAt).normalise(clock()),
  };
}

export interface AppliedCorrection {
  readonly changed: number;
  readonly added: number;
  readonly deleted: number;
}

/** One commit with everything that was chosen; it can be undone like any import. */
export async function applyCorrection(
  session: Session,
  plan: CorrectionPlan,
  choices: ReadonlyMap<string, EditChoices>,
  origin: {
    readonly file: string;
    readonly parcel: string;
    readonly from: string;
    readonly accepted: boolean;
  },
): Promise<Result<AppliedCorrection, CommitProblem>> {
  const { store, clock } = session;
  const changes = plan.plans.flatMap((one) => {
    const own = choices.get(one.ledger);
    return own ? editChanges(one, own) : [];
  });
  const writes = changes.map((change): Write => {
    if (change.type === 'insert') {
      const definition = session.ledgers.find(({ id }) => id === change.ledger);
      return { ...change, values: { ...recordedHere(session, definition), ...change.values } };
    }
    if (change.type !== 'update') return change;
    const values = Object.entries(change.fields).map(([name, { after }]) => [name, after] as const);
    const { ledger, row } = change;
    return { type: 'update', ledger, row, values: Object.fromEntries(values) };
  });
  const count = (type: Write['type']) => writes.filter((write) => write.type === type).length;
  const applied = { changed: count('update'), added: count('insert'), deleted: count('delete') };
  if (writes.length === 0) return ok(applied);
  const { file, parcel, from, accepted } = origin;
  const committed = await store.commit(
    writes,
    { type: 'exchange', file, parcel, from, ...(accepted ? { accepted: true } : {}) },
    { expectSequence: plan.sequence },
  );
  if (!committed.ok) return committed;
  await rememberImport(store, {
    importId: `${parcel}:${committed.value.sequence}`,
    digest: '',
    file,
    ledger: plan.plans[0]?.ledger ?? '',
    atMs: clock(),
    sequence: committed.value.sequence,
    inserted: applied.added,
    updated: applied.changed,
    undone: false,
  });
  return ok(applied);
}
