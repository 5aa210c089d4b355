import { beforeAll, expect, it } from 'vitest';
import { importDataKey } from '../../../../renderer/store/keys/keyRing';
import { sha256 } from '../../../../renderer/store/keys/sealing';
import {
  emptySource,
  sourceOfUnits,
} from '../../../../renderer/store/worker/opening/journalSource';
import { walkJournal } from '../../../../renderer/store/worker/opening/walkJournal';
import type { CommitRecord } from '../../../../renderer/store/worker/stored/commitRecord';
import { encodeCommit } from '../../../../renderer/store/worker/stored/encodeCommit';
import {
  commitUnit,
  segmentUnit,
  type JournalUnit,
} from '../../../../renderer/store/worker/stored/journalUnit';
import { sealCommit } from '../../../../renderer/store/worker/stored/sealedCommit';
import { sealSegment } from '../../../../renderer/store/worker/stored/segment';
import { nextHybridTime } from '../../../../shared/kernel/hybridTime';
import { newDeviceId, newRowId } from '../../../../shared/kernel/ids';

const event = 'E';
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const device = newDeviceId(0, random);
let key: CryptoKey;
let units: readonly JournalUnit[];
let encoded: readonly Uint8Array<ArrayBuffer>[];

function recordOf(sequence: number, previousHash: string, reason = 'as it was'): CommitRecord {
  const change = { type: 'delete', ledger: 'permits', row: newRowId(0, random), reason } as const;
  return {
    device,
    sequence,
    time: nextHybridTime(sequence, 0),
    author: 'A',
    source: { type: 'typed' },
    parts: [{ type: 'changes', changes: [{ ...change, previous: 0 }] }],
    totals: { permits: sequence },
    versions: {},
    previousHash,
  };
}

/** A journal of so many commits, one of them with a record of its own. */
async function makeJournal(count: number, own?: CommitRecord) {
  const sealed: JournalUnit[] = [];
  const plain: Uint8Array<ArrayBuffer>[] = [];
  let hash = '';
  for (let sequence = 1; sequence <= count; sequence++) {
    const made = recordOf(sequence, hash);
    const record = own?.sequence === sequence ? own : made;
    sealed.push(commitUnit((await sealCommit(key, event, record)).sealed));
    plain.push(await encodeCommit(record));
    hash = await sha256(await encodeCommit(made));
  }
  return { sealed, plain, hash };
}

beforeAll(async () => {
  key = await importDataKey(random(32));
  const made = await makeJournal(10);
  units = made.sealed;
  encoded = made.plain;
});

async function walk(
  database: readonly JournalUnit[],
  secondCopy: readonly JournalUnit[],
  last = 0,
) {
  const applied: number[] = [];
  const walked = await walkJournal({
    event,
    key,
    database: database.length > 0 ? sourceOfUnits(database) : emptySource,
    secondCopy: sourceOfUnits(secondCopy),
    expected: last > 0 ? [{ sequence: last, headHash: '', totals: { permits: last } }] : [],
    apply: ({ sequence }) => applied.push(sequence),
    applyFrom: 1,
    everyLink: true,
    onProgress: () => undefined,
  });
  return { ...walked, applied };
}

const without = (...missing: number[]) => units.filter(({ first }) => !missing.includes(first));
const damaged = (unit: JournalUnit): JournalUnit => {
  const sealed = unit.sealed.slice();
  sealed[40] = (sealed[40] ?? 0) ^ 1;
  return { ...unit, sealed };
};

it('gives every commit in order and finds nothing to mend where both copies are whole', async () => {
  const found = await walk(units, units);
  expect(found.applied).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(found.losses).toEqual([]);
  expect(found.toDatabase).toEqual([]);
  expect(found.toSecondCopy).toEqual([]);
  expect(found.chainBrokenAt).toBeUndefined();
});

it('takes what one copy lacks or holds damaged from the other', async () => {
  const database = without(4, 5).map((unit) => (unit.first === 8 ? damaged(unit) : unit));
  const found = await walk(database, without(2));
  expect(found.applied).toHaveLength(10);
  expect(found.toDatabase.map(({ first }) => first)).toEqual([4, 5, 8]);
  expect(found.damagedInDatabase.map(({ first }) => first)).toEqual([8]);
  expect(found.toSecondCopy.map(({ first }) => first)).toEqual([2]);
});

it('names exactly what neither copy has', async () => {
  const found = await walk(without(4, 5, 9), without(4, 5, 10));
  expect(found.losses).toEqual([{ ledger: 'permits', rows: 2, firstSequence: 4, lastSequence: 5 }]);
  expect(found.applied).toEqual([1, 2, 3, 6, 7, 8, 9, 10]);
  const end = await walk(without(9, 10), without(9, 10), 10);
  expect(end.losses).toEqual([{ ledger: 'permits', rows: 2, firstSequence: 9, lastSequence: 10 }]);
  expect(end.sawDamage).toBe(false);
});

it('reads commits folded into a segment, and from it those that are missing', async () => {
  const { sealed } = await sealSegment(key, event, 3, encoded.slice(2, 8));
  const folded = [...units.slice(0, 2), segmentUnit(sealed), ...units.slice(8)];
  expect((await walk(folded, units)).applied).toHaveLength(10);
  expect((await walk(without(6), folded)).commitsFrom).toEqual({ database: 7, secondCopy: 3 });
});

it('notices a commit that was rewritten by someone with the key', async () => {
  const second = units[1];
  const own = recordOf(3, await sha256(encoded[1] ?? new Uint8Array()), 'rewritten');
  const forged = commitUnit((await sealCommit(key, event, own)).sealed);
  const copy = units.map((unit) => (unit.first === 3 ? forged : unit));
  expect(second?.first).toBe(2);
  expect((await walk(copy, copy)).chainBrokenAt).toBe(4);
});
