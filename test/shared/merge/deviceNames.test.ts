import { expect, it } from 'vitest';
import { hashEntry, type Entry, type HashedEntry } from '../../../shared/journal/entry';
import { nextHybridTime } from '../../../shared/kernel/hybridTime';
import { newDeviceId, type DeviceId } from '../../../shared/kernel/ids';
import { namesOfMakers } from '../../../shared/merge/deviceNames';

const idOf = (number: number) => newDeviceId(number, (length) => new Uint8Array(length));
const [first, second, third] = [idOf(1), idOf(2), idOf(3)];

function entryOf(device: DeviceId): HashedEntry {
  const entry: Entry = {
    device,
    ledger: 'permits',
    sequence: 1,
    time: nextHybridTime(1_650_000_000_000, 0),
    author: '测试员',
    source: { type: 'typed' },
    changes: [],
  };
  return { entry, hash: hashEntry(entry) };
}

it('names the devices that made the entries, those with a name and no others', () => {
  const known = { [first]: '卡点一', [third]: '指挥部' };
  const entries = [entryOf(first), entryOf(second), entryOf(first)];
  expect(namesOfMakers(entries, known)).toEqual({ [first]: '卡点一' });
  expect(namesOfMakers([entryOf('constructor' as DeviceId)], known)).toEqual({});
});
