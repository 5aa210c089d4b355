import { expect, test } from 'vitest';
import { foldRow } from '../../../../shared/merge/foldRow';
import { conflictKey } from '../../../../shared/merge/conflict';
import { entriesLacking } from '../../../../shared/merge/sending';
import { seededRandom } from '../../../../shared/sample/random';
import { startMs, things } from '../../merge/devices';
import { handEdited, Laptop, type Post } from './county';

const offices = 5;
const checkpoints = 30;
const days = 14;
const dayMs = 86_400_000;
const restoredOne = 12;
const clockAhead = 17;

/**
 * Fourteen days of a county: workbooks are lost, doubled, late, out of order and edited by hand, one
 * laptop comes back from an old backup, one lives a year ahead.
 */
test(
  'Thirty checkpoints and five offices hold the same rows in the end',
  { timeout: 240_000 },
  async () => {
    const chance = seededRandom(20_220_327);
    const laptops = Array.from(
      { length: offices + checkpoints },
      (_, number) => new Laptop(number, number === clockAhead ? 365 * dayMs : 0),
    );
    const shown = new Set<string>();
    const applied = new Map<string, { device: string; sequence: number; hash: string }>();
    const tally = {
      sent: 0,
      lost: 0,
      doubled: 0,
      edited: 0,
      handEdits: 0,
      conflicts: 0,
      restored: 0,
      ahead: 0,
    };
    let post: Post[] = [];

    const at = (number: number): Laptop => {
      const laptop = laptops[number];
      if (!laptop) throw new Error(`no laptop ${number}`);
      return laptop;
    };
    async function send(from: number, to: number, day: number): Promise<void> {
      const visible = chance.chance(0.06);
      const sent = await at(from).send(at(to), visible);
      tally.sent++;
      if (chance.chance(0.15)) {
        tally.lost++;
        return;
      }
      const workbook = visible
        ? handEdited(sent.workbook, '地点', `手改${day}-${from}`)
        : sent.workbook;
      if (visible) tally.edited++;
      const late = () => (chance.chance(0.3) ? chance.int(4) : 0);
      post.push({ to, arrivesOn: day + late(), bytes: sent.bytes, workbook });
      if (chance.chance(0.1)) {
        tally.doubled++;
        post.push({ to, arrivesOn: day + late(), bytes: sent.bytes, workbook });
      }
    }
    async function receive(to: number, one: Pick<Post, 'bytes' | 'workbook'>): Promise<void> {
      const laptop = at(to);
      const device = laptop.journal.device;
      const { plan, entries } = await laptop.receive(one, chance);
      for (const { row, conflicts } of plan.merge.rows) {
        for (const conflict of conflicts)
          shown.add(`${row} ${conflict.type} ${conflictKey(conflict)}`);
        tally.conflicts += conflicts.length;
      }
      tally.handEdits += plan.edits.reduce((sum, { edits }) => sum + edits.length, 0);
      if (laptop.journal.device !== device) tally.restored++;
      if (plan.merge.clocksAhead.length > 0) tally.ahead++;
      for (const { entry, hash } of entries) {
        const { device: author, sequence } = entry;
        applied.set(`${author} ${sequence} ${hash}`, { device: author, sequence, hash });
      }
    }
    async function deliver(day: number): Promise<void> {
      const due = post.filter(({ arrivesOn }) => arrivesOn <= day);
      post = post.filter(({ arrivesOn }) => arrivesOn > day);
      due.sort(() => chance.next() - 0.5);
      for (const one of due) await receive(one.to, one);
    }

    let backup = at(restoredOne).journal.copy();
    for (let day = 0; day < days; day++) {
      for (const laptop of laptops) laptop.journal.nowMs = startMs + day * dayMs + laptop.skewMs;
      if (day === 3) backup = at(restoredOne).journal.copy();
      if (day === 9) {
        at(restoredOne).journal = backup;
        backup.nowMs = startMs + day * dayMs;
      }
      for (const laptop of laptops) await laptop.work(chance, laptop.number < offices ? 1 : 2, 2);
      for (let number = offices; number < laptops.length; number++) {
        await send(number, number % offices, day);
        await send(number % offices, number, day);
      }
      for (let from = 0; from < offices; from++) {
        for (let to = 0; to < offices; to++) if (from !== to) await send(from, to, day);
      }
      await deliver(day);
    }

    // The roads are open again: everything that is still lacking goes round.
    for (let round = 0; round < 2; round++) {
      await deliver(days + 10);
      for (let number = 1; number < laptops.length; number++) {
        await receive(0, await at(number).send(at(0), false));
      }
      for (let number = 1; number < laptops.length; number++) {
        await receive(number, await at(0).send(at(number), false));
      }
    }

    const rows = at(0).journal.all(things.id);
    expect(rows.length).toBeGreaterThan(800);
    for (const { journal, number } of laptops) {
      expect([number, journal.all(things.id)]).toEqual([number, rows]);
      expect(await entriesLacking(at(0).journal, {}, new Set([things.id]))).toHaveLength(
        (await entriesLacking(journal, {}, new Set([things.id]))).length,
      );
    }

    const held = new Set(
      at(0)
        .journal.allEntries()
        .map(({ entry, hash }) => `${entry.device} ${entry.sequence} ${hash}`),
    );
    expect([...applied.keys()].filter((key) => !held.has(key))).toEqual([]);

    const unseen: string[] = [];
    for (const { id } of rows) {
      const changes = await at(0).journal.rowChanges(things.id, id);
      const undecided = foldRow(changes.filter(({ change }) => change.type !== 'decide'));
      for (const conflict of undecided.conflicts) {
        const key = `${id} ${conflict.type} ${conflictKey(conflict)}`;
        if (!shown.has(key)) unseen.push(key);
      }
    }
    expect(unseen).toEqual([]);

    // The county was as bad as it is meant to be.
    expect(tally.lost).toBeGreaterThan(50);
    expect(tally.doubled).toBeGreaterThan(30);
    expect(tally.edited).toBeGreaterThan(20);
    expect(tally.handEdits).toBeGreaterThan(10);
    expect(tally.conflicts).toBeGreaterThan(100);
    expect(tally.restored).toBe(1);
    expect(tally.ahead).toBeGreaterThan(10);
    expect(at(0).sendings.some(({ applied: parts }) => parts.length > 0)).toBe(true);
  },
);
