import type { RowId } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { issuerKeys } from '../../../../shared/ledgers/issuerKeys';
import {
  noIssuerKeys,
  readIssuerKeys,
  trustKey,
  type IssuerKeys,
} from '../../../../shared/passes/issuerKeys';
import { allRows, trustSetting } from '../../../app/judging/judgingFacts';
import { readTrust } from '../../../app/judging/readTrust';
import type { Session } from '../../../app/session';
import type { CommitProblem, StoreReading, Write } from '../../../store/contract';
import { newRowId } from '../../../../shared/kernel/ids';

/** Where the office's secret keys are kept, sealed with the event. */
export const ringSetting = 'passes.keys';

export async function readRing(store: StoreReading): Promise<IssuerKeys> {
  const text = await store.setting(ringSetting);
  return (text === undefined ? undefined : readIssuerKeys(text)) ?? noIssuerKeys;
}

/** What makes the ledger of issuer keys say what the ring says; nothing where it does. */
export function announceWrites(
  { keys }: IssuerKeys,
  rows: readonly Row[],
  compromised: string | undefined,
  newId: () => RowId,
): readonly Write[] {
  const ledger = issuerKeys.id;
  return keys.flatMap(({ keyId, issuer, publicKey, createdAt, retiredAt }): readonly Write[] => {
    const known = rows.find(({ values }) => values.publicKey === publicKey);
    const retired = retiredAt === undefined ? {} : { retiredAt };
    const lost = keyId === compromised ? { compromised: true } : {};
    if (!known) {
      const values = { keyId, issuer, publicKey, createdAt, ...retired, ...lost };
      return [{ type: 'insert', ledger, row: newId(), values }];
    }
    const isAgreed = known.values.retiredAt === retiredAt && keyId !== compromised;
    if (isAgreed) return [];
    return [
      { type: 'update', ledger, row: known.id, values: { retiredAt: retiredAt ?? null, ...lost } },
    ];
  });
}

/**
 * Keeps the ring, trusts its keys here, and announces them in the ledger that travels in workbooks:
 * in this order, so that no key is announced that was not kept.
 */
export async function keepRing(
  { store, clock, random }: Pick<Session, 'store' | 'clock' | 'random'>,
  ring: IssuerKeys,
  compromised?: string,
): Promise<Result<void, CommitProblem>> {
  const kept = await store.saveSetting(ringSetting, JSON.stringify(ring));
  if (!kept.ok) return kept;
  let trust = await readTrust(store);
  for (const key of ring.keys) {
    const decision = { how: 'own', by: store.operator, at: clock() } as const;
    const known = trust.keys.some(({ publicKey }) => publicKey === key.publicKey);
    const trusted = known ? undefined : await trustKey(trust, key, decision);
    if (trusted?.ok) trust = trusted.value;
  }
  const saved = await store.saveSetting(trustSetting, JSON.stringify(trust));
  if (!saved.ok) return saved;
  const rows = await allRows(store, { ledger: issuerKeys.id });
  const newId = () => newRowId(clock(), random);
  const writes = announceWrites(ring, rows, compromised, newId);
  if (writes.length === 0) return ok();
  const done = await store.commit(writes, { type: 'typed' });
  return done.ok ? ok() : failed(done.problem);
}
