import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JournalFiles } from '../../../../shared/desktop/contract';
import { newDeviceId, newEventId } from '../../../../shared/kernel/ids';
import { ok } from '../../../../shared/kernel/result';
import { toInstant } from '../../../../shared/kernel/time';
import { importDataKey } from '../../../../renderer/store/keys/keyRing';
import type { OpenedState } from '../../../../renderer/store/worker/openedState';
import {
  readSentinelFile,
  unsealSentinel,
} from '../../../../renderer/store/worker/stored/sentinel';
import { createUpkeep } from '../../../../renderer/store/worker/upkeep/createUpkeep';

const chance = (length: number) => new Uint8Array(length).fill(4);
const event = newEventId(1, chance);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** As much of an opened event as its sentinel says something about. */
async function openedEvent() {
  const written: Uint8Array<ArrayBuffer>[] = [];
  let onWritten: (() => void) | undefined;
  const journal: Pick<JournalFiles, 'writeSentinel'> = {
    writeSentinel: (_, bytes) => {
      written.push(new Uint8Array(bytes));
      onWritten?.();
      return Promise.resolve(ok());
    },
  };
  const at = toInstant(1_650_000_000_000);
  const listing = {
    id: event,
    name: '测试事件',
    unit: '测试指挥部',
    deviceName: '卡点一',
    createdAt: at,
    lastOpenedAt: at,
  };
  const wrapped = { salt: '', rounds: 1, sealed: '' };
  const ring = {
    version: 1,
    listing,
    device: newDeviceId(1, chance),
    byPassphrase: wrapped,
    byRecoveryCode: wrapped,
  } as const;
  const key = await importDataKey(chance(32));
  const state = {
    journal,
    key,
    listing,
    ring,
    sequence: 7,
    headHash: 'head',
    totals: { permits: 9 },
    accepted: [],
    secondCopy: { goodBytes: 100, sequence: 7, behind: false },
  } as unknown as OpenedState; // the rest is not looked at before the first round
  const next = () =>
    new Promise<void>((resolve) => {
      onWritten = resolve;
    });
  const last = async () => {
    const bytes = written.at(-1);
    return bytes && unsealSentinel(key, event, readSentinelFile(bytes).sealed);
  };
  return { state, written, next, last };
}

const inTurn = <T>(work: () => Promise<T>) => work();
const surroundings = { inTurn, unverified: false, onStatus: () => undefined };

it('names a commit in the sentinel within moments, long before the pages follow', async () => {
  const { state, next, last } = await openedEvent();
  const upkeep = createUpkeep({ state, isBusy: () => false, ...surroundings });
  const written = next();
  upkeep.touched();
  await vi.advanceTimersByTimeAsync(25);
  await written;
  expect(await last()).toMatchObject({ sequence: 7, totals: { permits: 9 }, cleanAt: false });
});

it('does not come between commits that follow each other', async () => {
  const { state, written } = await openedEvent();
  let isBusy = false;
  const upkeep = createUpkeep({ state, isBusy: () => isBusy, ...surroundings });
  for (let commit = 0; commit < 10; commit++) {
    upkeep.touched();
    await vi.advanceTimersByTimeAsync(5);
  }
  isBusy = true;
  await vi.advanceTimersByTimeAsync(100);
  expect(written).toEqual([]);
});
