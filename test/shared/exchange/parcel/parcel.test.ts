import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPayload } from '../../../../shared/exchange/parcel/sealParcel';
import {
  isQuarantined,
  recognise,
  type Acquaintance,
  type Recognised,
} from '../../../../shared/exchange/parcel/recognise';
import { findHumanEdits } from '../../../../shared/exchange/parcel/humanEdits';
import { keyFingerprint } from '../../../../shared/exchange/parcel/fingerprint';
import { writeLedgerWorkbook } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { definitionOf } from '../plan/memoryStore';
import { acquaintance, enrolled, onlyFile, permitsParcel, senderOf, sentAt, store } from './office';

const permits = definitionOf('permits');

async function known(): Promise<Acquaintance> {
  return acquaintance([await enrolled()]);
}

async function recognised(
  bytes: Uint8Array,
  passwords: readonly string[] = [],
  acquainted?: Acquaintance,
): Promise<Extract<Recognised, { type: 'exchange' }>> {
  const found = await recognise({
    bytes,
    fileName: '收到.xlsx',
    passwords,
    known: acquainted ?? (await known()),
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problem).slice(0, 300));
  if (found.value.type !== 'exchange') throw new Error(found.value.type);
  return found.value;
}

describe('An exchange workbook', () => {
  test('comes back whole: the same entries, the same rows, signed by a known device', async () => {
    const { files, entries, rows } = await permitsParcel();
    const file = onlyFile(files);
    expect(file.name).toBe('县指挥部-通行证-20220327-003.xlsx');
    const found = await recognised(file.bytes);
    expect(found.trust.state).toBe('enrolled');
    expect(found.manifest.devices).toEqual({ '01HDDDDDDD0000000000000009': '卡点九' });
    const payload = await openPayload(found.opened);
    if (!payload.ok) throw new Error(payload.problem.tag);
    expect(payload.value.entries).toEqual(entries);
    const [snapshot] = payload.value.shown;
    expect([...(snapshot?.rows.keys() ?? [])]).toEqual(rows.map(({ id }) => id));
    const edits =
      snapshot &&
      findHumanEdits(found.workbook, snapshot, permits, store.context, found.machineSheet);
    expect(edits).toMatchObject({
      cells: [],
      added: [],
      missing: [],
      rejected: [],
      notices: [],
      unchanged: 12,
    });
  });

  test('grown too large is several files; each opens by itself', async () => {
    const { files, entries } = await permitsParcel({ limits: { rows: 5, changes: 4 } });
    expect(files.map(({ name }) => name)).toEqual([
      '县指挥部-通行证-20220327-003-第1份共3份.xlsx',
      '县指挥部-通行证-20220327-003-第2份共3份.xlsx',
      '县指挥部-通行证-20220327-003-第3份共3份.xlsx',
    ]);
    const all = [];
    for (const { bytes } of [...files].reverse()) {
      const payload = await openPayload((await recognised(bytes)).opened);
      if (payload.ok) all.unshift(...payload.value.entries);
    }
    expect(all).toEqual(entries);
  });

  test('masked: no sensitive value anywhere in the file', async () => {
    const { files, rows } = await permitsParcel({ kind: 'masked' });
    const { bytes } = onlyFile(files);
    const found = await recognised(bytes);
    const payload = await openPayload(found.opened);
    if (!payload.ok) throw new Error(payload.problem.tag);
    const everything = [
      ...Object.values(unzipSync(bytes)).map((part) => strFromU8(part)),
      JSON.stringify(payload.value, (_, value: unknown) =>
        value instanceof Map ? [...value] : value,
      ),
    ].join('\n');
    const sensitive = Object.entries(permits.fields).filter(([, field]) => field.sensitive);
    expect(sensitive.length).toBeGreaterThan(3);
    for (const { values } of rows) {
      for (const [name] of sensitive) {
        const value = values[name];
        if (typeof value === 'string') expect(everything).not.toContain(value);
      }
    }
    expect(everything).toContain(rows[0]?.id);
  });
});

describe('A workbook that cannot be taken as it is', () => {
  test('of a device nobody has enrolled, or that was revoked, is quarantined', async () => {
    const { bytes } = onlyFile((await permitsParcel()).files);
    const unknown = await recognised(bytes, [], await acquaintance([]));
    expect(unknown.trust.state).toBe('unknownDevice');
    const revoked = { ...(await enrolled()), revokedAt: sentAt };
    const from = await recognised(bytes, [], await acquaintance([revoked]));
    expect(from.trust.state).toBe('revoked');
    expect([unknown, from].every(({ trust }) => isQuarantined(trust))).toBe(true);
  });

  test('without a signature is quarantined', async () => {
    const { bytes } = onlyFile((await permitsParcel({ unsigned: true })).files);
    const { trust } = await recognised(bytes);
    expect(trust.state).toBe('unsigned');
    expect(isQuarantined(trust)).toBe(true);
  });

  test('signed by one key and naming another is quarantined', async () => {
    const other = new Uint8Array(32).fill(7);
    const { bytes } = onlyFile((await permitsParcel({ seed: other })).files);
    expect((await recognised(bytes)).trust.state).toBe('brokenSignature');
  });

  test('received before, and older than what is here, say so', async () => {
    const { bytes } = onlyFile((await permitsParcel()).files);
    const { publicKey } = await senderOf();
    const acquainted: Acquaintance = {
      ...(await known()),
      received: new Set(['01HPPPPPPP0000000000000001/1']),
      newestFrom: new Map([[publicKey, sentAt + 1]]),
    };
    expect(await recognised(bytes, [], acquainted)).toMatchObject({
      alreadyReceived: true,
      olderThanKnown: true,
    });
  });

  test('of a newer ledger names it', async () => {
    const { bytes } = onlyFile(
      (await permitsParcel({ ledgers: [{ definition: { ...permits, version: 99 }, rows: [] }] }))
        .files,
    );
    const found = await recognise({ bytes, fileName: 'x', passwords: [], known: await known() });
    expect(found).toMatchObject({
      problem: { tag: 'newerLedger', ledger: 'permits', version: 99 },
    });
  });

  test.each([
    ['a changed letter', (text: string) => text.replace(/(COUNTYLINE 1\/\d+ .{2000})./, '$1~')],
    [
      'a digit for another',
      (text: string) =>
        text.replace(
          /(COUNTYLINE 1\/\d+ .{3000})(.)/,
          (_, start: string, letter: string) => `${start}${letter === 'A' ? 'B' : 'A'}`,
        ),
    ],
    ['a cell cut off', (text: string) => text.replace(/(COUNTYLINE 1\/\d+ .{500})[\w-]+/, '$1')],
  ])('with %s in its machine part is damaged, never half merged', async (_, change) => {
    const parts = unzipSync(onlyFile((await permitsParcel()).files).bytes);
    for (const [path, part] of Object.entries(parts)) {
      if (/sheet|sharedStrings/i.test(path)) parts[path] = strToU8(change(strFromU8(part)));
    }
    const found = await recognise({
      bytes: zipSync(parts),
      fileName: 'x',
      passwords: [],
      known: await known(),
    });
    const payload =
      found.ok && found.value.type === 'exchange' ? await openPayload(found.value.opened) : found;
    const quarantined =
      found.ok && found.value.type === 'exchange' && isQuarantined(found.value.trust);
    expect(payload.ok && !quarantined).toBe(false);
  });

  test('a plain export is foreign: its headers are matched', async () => {
    const written = await writeLedgerWorkbook({
      definition: permits,
      rows: [],
      language: 'zh',
      title: '通行证',
    });
    if (!written.ok) throw new Error('not written');
    const found = await recognise({
      bytes: written.value,
      fileName: 'x.xlsx',
      passwords: [],
      known: await known(),
    });
    expect(found).toMatchObject({ ok: true, value: { type: 'foreign' } });
  });
});

test('a key is read aloud as five groups, another key gives another code', async () => {
  const [one, other] = [await senderOf(), await senderOf(new Uint8Array(32).fill(9))];
  const code = await keyFingerprint(one.publicKey);
  expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){4}[2-9A-HJKMNP-TV-Z]{4}$/);
  expect(await keyFingerprint(other.publicKey)).not.toBe(code);
});
