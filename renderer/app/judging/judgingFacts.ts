import type { RowId } from '../../../shared/kernel/ids';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { checkpointHolds } from '../../../shared/ledgers/checkpointHolds';
import { checkpoints } from '../../../shared/ledgers/checkpoints';
import { isolationRules } from '../../../shared/ledgers/isolationRules';
import { issuerKeys } from '../../../shared/ledgers/issuerKeys';
import { passageRules } from '../../../shared/ledgers/passageRules';
import { permits } from '../../../shared/ledgers/permits';
import { policyValues } from '../../../shared/ledgers/policyValues';
import {
  noTrust,
  readTrustList,
  trustedKeys,
  type AnnouncedKey,
  type TrustList,
} from '../../../shared/passes/issuerKeys';
import { readHold, readPosition } from '../../../shared/passes/readRecords';
import type { TrustedKey } from '../../../shared/passes/signedPass';
import type {
  OpenHold,
  Position,
  Revocation,
  RevocationList,
} from '../../../shared/passes/situation';
import { readPolicy, type Policy } from '../../../shared/policy/policy';
import type { Query, StoreReading } from '../../store/contract';

/** An open hold with its record. */
export interface HeldVehicle extends OpenHold {
  readonly id: RowId;
  readonly checkpoint: string;
  /** The passage that began it, where it began at a desk. */
  readonly passage?: string | undefined;
}

/** What the judging needs that does not depend on the vehicle. */
export interface JudgingFacts {
  readonly policy: Policy;
  readonly trust: TrustList;
  readonly trusted: readonly TrustedKey[];
  readonly revocations: RevocationList;
  readonly positions: ReadonlyMap<string, Position>;
  readonly holds: readonly HeldVehicle[];
}

/** Where the list of trusted keys is kept with the event. */
export const trustSetting = 'passes.trust';

const chunkRows = 500;

/** Every row that a query finds. Only for ledgers that an office reads whole. */
export async function allRows(store: StoreReading, query: Query): Promise<readonly Row[]> {
  const view = await store.openView(query, chunkRows);
  const rows = [...view.first];
  while (rows.length < view.count) {
    const more = await store.viewRows(view.id, rows.length, rows.length + chunkRows);
    if (more.length === 0) break; // the view has moved on: it will be read again
    rows.push(...more);
  }
  store.closeView(view.id);
  return rows;
}

export async function readJudgingFacts(store: StoreReading): Promise<JudgingFacts> {
  const whole = ({ id }: { readonly id: string }) => allRows(store, { ledger: id });
  const [rules, isolation, values, places, held, keys, trustText, revocations] = await Promise.all([
    whole(passageRules),
    whole(isolationRules),
    whole(policyValues),
    whole(checkpoints),
    allRows(store, {
      ledger: checkpointHolds.id,
      filters: [{ field: 'releasedAt', test: { type: 'blank' } }],
    }),
    whole(issuerKeys),
    store.setting(trustSetting),
    readRevocations(store),
  ]);
  const trust = (trustText === undefined ? undefined : readTrustList(trustText)) ?? noTrust;
  return {
    policy: readPolicy({ passageRules: rules, isolationRules: isolation, values }),
    trust,
    trusted: trustedKeys(trust, keys.map(announcedKey)),
    revocations,
    positions: new Map(
      places.flatMap(({ id, values: place }) => {
        const position = readPosition(place);
        return position ? [[id, position] as const] : [];
      }),
    ),
    holds: held.flatMap(({ id, values }) => {
      const { checkpoint, passage } = values;
      const read = readHold(values);
      if (!read || typeof checkpoint !== 'string') return [];
      const began = typeof passage === 'string' ? passage : undefined;
      return [{ ...read, id, checkpoint, passage: began }];
    }),
  };
}

/** Voided and lost passes. As fresh as the newest thing that is known here of any pass. */
async function readRevocations(store: StoreReading): Promise<RevocationList> {
  const newest = (field: string) =>
    store.openView({ ledger: permits.id, sort: [{ field, descending: true }] }, 1);
  const [gone, issued, voided] = await Promise.all([
    allRows(store, {
      ledger: permits.id,
      filters: [{ field: 'status', test: { type: 'oneOf', values: ['注销', '遗失'] } }],
    }),
    newest('issuedAt'),
    newest('voidedAt'),
  ]);
  store.closeView(issued.id);
  store.closeView(voided.id);
  const times = [issued.first[0]?.values.issuedAt, voided.first[0]?.values.voidedAt].filter(
    (time) => typeof time === 'number',
  );
  const byNumber = new Map<string, Revocation>();
  for (const { values } of gone) {
    const { number, status, voidedAt } = values;
    if (typeof number !== 'string') continue;
    const at = typeof voidedAt === 'number' ? toInstant(voidedAt) : undefined;
    byNumber.set(number, { status: status === '遗失' ? '遗失' : '注销', at });
  }
  const asOf: Instant | undefined = times.length > 0 ? toInstant(Math.max(...times)) : undefined;
  return { byNumber, asOf };
}

export function announcedKey({ values }: Row): AnnouncedKey {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const { retiredAt, compromised } = values;
  return {
    keyId: text('keyId'),
    publicKey: text('publicKey'),
    issuer: text('issuer'),
    ...(typeof retiredAt === 'number' ? { retiredAt: toInstant(retiredAt) } : {}),
    compromised: compromised === true,
  };
}

/** The ledgers whose changes make these facts old. */
export const judgingLedgers: readonly string[] = [
  passageRules.id,
  isolationRules.id,
  policyValues.id,
  checkpoints.id,
  checkpointHolds.id,
  issuerKeys.id,
  permits.id,
];
