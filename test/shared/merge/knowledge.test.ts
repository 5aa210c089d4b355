import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenOf } from '../../../shared/merge/knowledge';
import { insert, lacking, newDevice, rowId, take, things, update } from './devices';
import type { MemoryJournal } from './memoryJournal';

async function busyDevice(): Promise<MemoryJournal> {
  const journal = newDevice(1);
  for (let number = 0; number < 6; number++) {
    journal.nowMs += 60_000;
    await insert(journal, rowId(number), { name: `物${number}` });
    await update(journal, rowId(number), 'place', `地${number}`);
  }
  return journal;
}

describe('What a device has seen', () => {
  test('counts only what has no gap before it, though everything that came is applied', async () => {
    const from = await busyDevice();
    const to = newDevice(2);
    const entries = from.allEntries();
    await take(to, entries.slice(8));
    expect(to.live(things.id).map(({ id }) => id)).toEqual([rowId(4), rowId(5)]);
    expect(seenOf(to.knowledge)).toEqual({ things: {} });
    await take(to, entries.slice(0, 8));
    expect(seenOf(to.knowledge)).toEqual(seenOf(from.knowledge));
    expect(to.live(things.id)).toEqual(from.live(things.id));
  });

  test('is the same however the parts of a journal arrive', async () => {
    const from = await busyDevice();
    const entries = from.allEntries();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
        async (order, again) => {
          const to = newDevice(2);
          for (const part of [...order, ...again]) {
            await take(to, entries.slice(part * 3, part * 3 + 3));
          }
          expect(to.knowledge).toEqual({
            things: {
              [from.device]: [
                { head: seenOf(from.knowledge)['things']?.[from.device]?.[0], rooted: true },
              ],
            },
          });
          expect(to.live(things.id)).toEqual(from.live(things.id));
        },
      ),
    );
  });

  test('an edit that comes before its record waits for it', async () => {
    const from = await busyDevice();
    const to = newDevice(2);
    const entries = from.allEntries();
    await take(to, entries.slice(1, 2));
    expect(to.all(things.id)).toEqual([]);
    await take(to, entries.slice(0, 1));
    expect(to.row(things.id, rowId(0))?.values).toEqual({ name: '物0', place: '地0' });
  });

  test('tells what to send: only what the other lacks, and nothing once it has it', async () => {
    const from = await busyDevice();
    const to = newDevice(2);
    await take(to, await lacking(from, to));
    await update(from, rowId(0), 'count', 3);
    const entries = await lacking(from, to);
    expect(entries.map(({ entry }) => entry.sequence)).toEqual([13]);
    await take(to, entries);
    expect(await lacking(from, to)).toEqual([]);
  });
});

describe('A laptop restored from an old backup', () => {
  async function restored() {
    const original = await busyDevice();
    const backup = original.copy();
    await update(original, rowId(0), 'name', '备份之后');
    const office = newDevice(2);
    await take(office, await lacking(original, office));
    // The laptop is lost; its backup works on under the same name and the same numbers.
    backup.nowMs += 3_600_000;
    await update(backup, rowId(1), 'name', '恢复之后');
    return { office, backup };
  }

  test('keeps both of its histories: what it had sent before and what it writes now', async () => {
    const { office, backup } = await restored();
    const plan = await take(office, await lacking(backup, office));
    expect(plan.forked).toEqual([backup.device]);
    await take(backup, await lacking(office, backup));
    expect(backup.row(things.id, rowId(0))?.values['name']).toBe('备份之后');
    expect(office.row(things.id, rowId(1))?.values['name']).toBe('恢复之后');
    expect(office.all(things.id)).toEqual(backup.all(things.id));
  });

  test('third parties who heard different halves agree in the end', async () => {
    const { office, backup } = await restored();
    const other = newDevice(3);
    await take(other, await lacking(backup, other));
    await take(other, await lacking(office, other));
    await take(office, await lacking(other, office));
    expect(other.all(things.id)).toEqual(office.all(things.id));
    expect(await lacking(other, office)).toEqual([]);
    expect(await lacking(office, other)).toEqual([]);
  });
});
