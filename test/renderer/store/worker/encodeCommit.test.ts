import { deflateSync } from 'fflate';
import { expect, it } from 'vitest';
import {
  changesOf,
  type CommitRecord,
} from '../../../../renderer/store/worker/stored/commitRecord';
import {
  decodeCommit,
  encodeCommit,
  readCommitHead,
} from '../../../../renderer/store/worker/stored/encodeCommit';
import { encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import type { LedgerStep } from '../../../../renderer/store/versions/ledgerSteps';
import { nextHybridTime } from '../../../../shared/kernel/hybridTime';
import { newDeviceId, newRowId } from '../../../../shared/kernel/ids';

const random = (length: number) => new Uint8Array(length).fill(7);
const row = newRowId(1, random);
const head = {
  device: newDeviceId(1, random),
  sequence: 3,
  time: nextHybridTime(1_650_000_000_000, 0),
  author: '测试员',
  source: { type: 'typed' },
  totals: { permits: 9 },
  previousHash: 'ab',
} as const;
const update = {
  type: 'update',
  ledger: 'permits',
  row,
  fields: { weight: { before: null, after: 5 } },
  previous: 2,
} as const;

/** As version 1 of the database wrote it. Frozen: files of that version hold exactly this. */
function writeVersion1(packed: boolean): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify({ version: 1, ...head, changes: [update] }));
  const body = packed ? deflateSync(json, { level: 1 }) : json;
  return new Uint8Array([packed ? 1 : 0, ...body]);
}

it.each([false, true])('reads a commit of version 1 (packed: %s)', async (packed) => {
  const record = await decodeCommit(writeVersion1(packed));
  expect(record).toMatchObject({ ...head, versions: {} });
  expect(changesOf(record, [])).toEqual([update]);
});

it('gives back single changes and blocks in their order, and counts them without the blocks', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => ({
    id: newRowId(n + 2, random),
    values: { name: `企业${n}` },
    sequence: 0,
  }));
  const first = rows[0]?.id ?? row;
  const record: CommitRecord = {
    ...head,
    versions: {},
    parts: [
      { type: 'changes', changes: [update] },
      { type: 'inserts', ledger: 'enterprises', first, rows: 40, block: encodeRows(rows) },
    ],
  };
  const encoded = await encodeCommit(record);
  expect(Object.fromEntries((await readCommitHead(encoded)).counts)).toEqual({
    permits: 1,
    enterprises: 40,
  });
  const changes = changesOf(await decodeCommit(encoded), []);
  expect(changes[0]).toEqual(update);
  expect(changes.slice(1)).toEqual(
    rows.map(({ id, values }) => ({
      type: 'insert',
      ledger: 'enterprises',
      row: id,
      values,
      previous: 0,
    })),
  );
});

it('shows changes of an older version of a ledger as the app knows them now', async () => {
  const toKilograms: LedgerStep = {
    ledger: 'permits',
    to: 2,
    reason: 'weights are kept in kilograms',
    field: (name, value) =>
      name === 'weight'
        ? [['weightKg', typeof value === 'number' ? value * 1_000 : value]]
        : [[name, value]],
  };
  const record = await decodeCommit(writeVersion1(false));
  expect(changesOf(record, [toKilograms])).toEqual([
    { ...update, fields: { weightKg: { before: null, after: 5_000 } } },
  ]);
});

it('refuses a form that a later version of the app has written', async () => {
  await expect(readCommitHead(Uint8Array.of(9, 0, 0))).rejects.toThrow('unknown form 9');
});

it('gives back what a merge brought, and counts it without unpacking it', async () => {
  const entry = {
    device: newDeviceId(2, random),
    ledger: 'enterprises',
    sequence: 9,
    time: head.time,
    author: '卡点值班员',
    source: { type: 'typed' },
    changes: [{ type: 'insert', ledger: 'enterprises', row, values: { name: '企业' } }],
  } as const;
  const merge = {
    type: 'merge',
    entries: [{ entry, hash: 'h' }],
    effects: [],
    learnt: [],
    previous: { enterprises: { [row]: 2 } },
  } as const;
  const clock = { heard: head.time, latest: head.time };
  const record: CommitRecord = {
    ...head,
    versions: {},
    clock,
    parts: [merge, { type: 'changes', changes: [update] }],
  };
  const encoded = await encodeCommit(record);
  // A form of its own: an app that knows no merges must refuse it.
  expect(encoded[0]).toBe(4);
  const read = await readCommitHead(encoded);
  expect(Object.fromEntries(read.counts)).toEqual({ enterprises: 1, permits: 1 });
  expect(await read.unpack()).toMatchObject({ clock, parts: record.parts });
});
