import { expect, it } from 'vitest';
import { importDataKey } from '../../../../renderer/store/keys/keyRing';
import {
  factsId,
  sealFacts,
  unsealFacts,
  type FactsRun,
} from '../../../../renderer/store/worker/stored/mergeFacts';
import { nextHybridTime } from '../../../../shared/kernel/hybridTime';
import { newDeviceId, newRowId } from '../../../../shared/kernel/ids';

const chance = (length: number) => new Uint8Array(length).fill(3);
const device = newDeviceId(1, chance);
const time = nextHybridTime(1_650_000_000_000, 0);
const run: FactsRun = {
  first: 3,
  last: 7,
  facts: [
    {
      sequence: 7,
      time,
      device,
      own: { permits: 'hash' },
      arrived: [{ ledger: 'permits', device, sequence: 2, hash: 'other' }],
      learnt: [],
      notes: [
        {
          ledger: 'permits',
          stamp: { time, device, sequence: 2 },
          isPlain: false,
          rows: [newRowId(1, chance)],
        },
      ],
      names: { [device]: '卡点一' },
    },
  ],
};

it('gives back what was sealed, and nothing of damaged bytes or of another event', async () => {
  const key = await importDataKey(chance(32));
  const sealed = await sealFacts(key, 'one', run);
  expect(await unsealFacts(key, 'one', sealed)).toEqual(run);
  expect(await unsealFacts(key, 'two', sealed)).toBeUndefined();
  for (const place of [7, 15, 30, sealed.length - 1]) {
    const damaged = sealed.slice();
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(await unsealFacts(key, 'one', damaged)).toBeUndefined();
  }
});

it('keeps the runs in their order under their ids', () => {
  expect([9, 10, 1_000_000, 99].map(factsId).sort()).toEqual([9, 10, 99, 1_000_000].map(factsId));
});
