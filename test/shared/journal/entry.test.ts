import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/journal/change';
import { hashEntry, hashEntryInTurns, type Entry } from '../../../shared/journal/entry';
import { nextHybridTime } from '../../../shared/kernel/hybridTime';
import { newDeviceId, newRowId } from '../../../shared/kernel/ids';

const chance = (length: number) => new Uint8Array(length).fill(5);

function entryOf(count: number): Entry {
  return {
    device: newDeviceId(1, chance),
    ledger: 'permits',
    sequence: 9,
    previous: { sequence: 4, hash: 'abc' },
    time: nextHybridTime(1_650_000_000_000, 0),
    author: '测试员 ]]"',
    source: { type: 'typed', reason: '[]]' },
    changes: Array.from({ length: count }, (_, place): Change => ({
      type: 'insert',
      ledger: 'permits',
      row: newRowId(place, chance),
      values: { plate: `豫A${place}`, passengers: [{ name: '张]]三' }], weight: place / 3 },
    })),
  };
}

describe('the hash of an entry', () => {
  it.each([0, 1, 199, 200, 201, 650])('is the same in turns, with %i changes', async (count) => {
    let turns = 0;
    const turn = () => {
      turns++;
      return Promise.resolve();
    };
    const entry = entryOf(count);
    expect(await hashEntryInTurns(entry, turn)).toBe(hashEntry(entry));
    expect(turns).toBe(Math.max(0, Math.ceil(count / 200) - 1));
  });

  it('is another one when anything in it is', async () => {
    const entry = entryOf(3);
    const none = () => Promise.resolve();
    const others: readonly Entry[] = [
      { ...entry, author: '别人' },
      { ...entry, changes: entry.changes.slice(1) },
      { ...entry, previous: { sequence: 4, hash: 'abd' } },
    ];
    for (const other of others)
      expect(await hashEntryInTurns(other, none)).not.toBe(hashEntry(entry));
  });
});
