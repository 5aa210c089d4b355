import type { Page } from 'playwright-core';
import { addDays, startOfDay, toInstant, type IsoDate } from '../../../shared/kernel/time';
import { toHex } from '../../../shared/kernel/hex';
import { publicKeyOf } from '../../../shared/kernel/signing';
import { newRowId } from '../../../shared/kernel/ids';
import type { SampleRow } from '../../../shared/sample/sampleCounty';
import { inventedIdentityNumber } from '../../support/deskPage';
import { keyIdOf, writePass } from '../../../shared/passes/signedPass';

/** A pass as it is scanned, with what the desk shows once it has judged it. */
export interface ScannedPass {
  readonly code: string;
  readonly number: string;
  readonly plate: string;
}

const office = '修武县样例保障组';
const seed = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
const perCommit = 5_000;

/**
 * A million passages in the store page's event, and passes of vehicles that are among them: signed by
 * a key that the event trusts, and on record as permits.
 */
export async function fillDesk(
  page: Page,
  passages: number,
  passes: number,
  today: IsoDate,
): Promise<readonly ScannedPass[]> {
  const publicKey = await publicKeyOf(seed);
  const keyId = await keyIdOf(publicKey);
  const trust = {
    version: 1,
    keys: [
      {
        keyId,
        publicKey: toHex(publicKey),
        issuer: office,
        trustedAt: 0,
        trustedBy: '测试员',
        how: 'fingerprint',
      },
    ],
  };
  const plates = await page.evaluate(
    async ({ passages: count, perCommit: size, wanted, trusted }) => {
      await window.storePage.make();
      await window.storePage.addPassages(count, 7, size);
      const store = window.storePage.store();
      await store.saveSetting('passes.trust', trusted);
      const view = await store.openView({ ledger: 'checkpoint-passes' }, wanted * 20);
      store.closeView(view.id);
      const seen = view.first.map(({ values }) => String(values.plate));
      // those typed by hand have none: a pass of somebody else's would ask for an officer
      const scanned = seen.filter((plate) => !plate.startsWith('豫HA'));
      return [...new Set(scanned)].slice(0, wanted);
    },
    { passages, perCommit, wanted: passes, trusted: JSON.stringify(trust) },
  );
  const signed: ScannedPass[] = [];
  const rows: SampleRow[] = [];
  for (const [index, plate] of plates.entries()) {
    const number = `4108219${String(index).padStart(5, '0')}`;
    const valid = { validFrom: addDays(today, -1), validUntil: addDays(today, 8) };
    const issuedAt = toInstant(startOfDay(valid.validFrom));
    const ends = { origin: '城关镇样例仓库', destination: '周庄镇样例超市', goods: '面粉' };
    const content = {
      ...{ number, plate, issuedAt, ...valid, ...ends },
      transport: '县域内' as const,
      driverTail: inventedIdentityNumber(1).slice(-4),
      checkpointMarks: [],
    };
    const written = await writePass(content, seed, keyId);
    if (!written.ok) throw new Error(written.problem.tag);
    signed.push({ code: written.value, number, plate });
    rows.push({
      id: newRowId(issuedAt, (length) => crypto.getRandomValues(new Uint8Array(length))),
      values: {
        ...{ number, plate, transport: content.transport, issuedAt, ...valid, ...ends },
        ...{ driverName: '王例', driverDocumentNumber: inventedIdentityNumber(1) },
        ...{ approvedBy: office, approver: '例审批', status: '有效' },
      },
    });
  }
  await page.evaluate(async (permits) => {
    const store = window.storePage.store();
    const done = await store.commit(
      permits.map(({ id, values }) => ({ type: 'insert', ledger: 'permits', row: id, values })),
      { type: 'typed' },
    );
    if (!done.ok) throw new Error(done.problem.tag);
    await store.lock();
  }, rows);
  return signed;
}
