import { expect } from 'vitest';
import type { JournalFiles } from '../../shared/desktop/contract';
import { newEventId, type EventId } from '../../shared/kernel/ids';
import type { Result } from '../../shared/kernel/result';

/** One shell's journal files, and the same files after the shell was started again. */
export interface JournalUnderTest {
  readonly files: JournalFiles;
  restart(): Promise<JournalFiles>;
}

interface JournalCase {
  readonly name: string;
  readonly check: (journal: JournalUnderTest, event: EventId, other: EventId) => Promise<void>;
}

const bytesOf = (...values: readonly number[]) => Uint8Array.from(values);
const long = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed) & 255);

/** The value of an answer that must be one; the problem else, in the message. */
async function valueOf<T>(answer: Promise<Result<T, unknown>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`answered with ${JSON.stringify(result.problem)}`);
  return result.value;
}

async function contentOf(files: JournalFiles, event: EventId): Promise<readonly number[]> {
  const size = await valueOf(files.size(event));
  return [...(await valueOf(files.read(event, 0, size)))];
}

export function twoEvents(): readonly [EventId, EventId] {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return [newEventId(1_648_300_000_000, random), newEventId(1_648_300_000_001, random)];
}

/** What the store relies on, the same in both shells. */
export const journalCases: readonly JournalCase[] = [
  {
    name: 'knows nothing of an event it never saw, and makes nothing by being asked',
    check: async ({ files }, event) => {
      expect(await valueOf(files.size(event))).toBe(0);
      expect([...(await valueOf(files.read(event, 0, 100)))]).toEqual([]);
      expect(await valueOf(files.readSentinel(event))).toBeUndefined();
      expect(await valueOf(files.list())).toEqual([]);
    },
  },
  {
    name: 'appends, and says the size afterwards',
    check: async ({ files }, event) => {
      expect(await valueOf(files.append(event, bytesOf(1, 2, 3)))).toBe(3);
      expect(await valueOf(files.append(event, bytesOf(4)))).toBe(4);
      expect(await valueOf(files.size(event))).toBe(4);
      expect(await contentOf(files, event)).toEqual([1, 2, 3, 4]);
      expect(await valueOf(files.list())).toEqual([event]);
    },
  },
  {
    name: 'lists an event of which only the sentinel is left',
    check: async ({ files }, event, other) => {
      await valueOf(files.writeSentinel(event, bytesOf(1)));
      await valueOf(files.append(other, bytesOf(1)));
      await valueOf(files.writeSentinel(other, bytesOf(1)));
      expect([...(await valueOf(files.list()))].sort()).toEqual([event, other].sort());
    },
  },
  {
    name: 'keeps every byte of a large append',
    check: async ({ files }, event) => {
      const large = long(3 << 20, 7);
      await valueOf(files.append(event, bytesOf(9)));
      expect(await valueOf(files.append(event, large))).toBe(large.length + 1);
      const part = await valueOf(files.read(event, 1, large.length));
      expect(part.length).toBe(large.length);
      expect(part.every((byte, index) => byte === large[index])).toBe(true);
    },
  },
  {
    name: 'reads a part, and less where the file ends',
    check: async ({ files }, event) => {
      await valueOf(files.append(event, bytesOf(1, 2, 3, 4, 5)));
      expect([...(await valueOf(files.read(event, 1, 2)))]).toEqual([2, 3]);
      expect([...(await valueOf(files.read(event, 3, 100)))]).toEqual([4, 5]);
      expect([...(await valueOf(files.read(event, 100, 4)))]).toEqual([]);
    },
  },
  {
    name: 'cuts a tail, never lengthens, and goes on after the cut',
    check: async ({ files }, event) => {
      await valueOf(files.append(event, bytesOf(1, 2, 3, 4, 5)));
      await valueOf(files.truncate(event, 2));
      await valueOf(files.truncate(event, 50));
      expect(await contentOf(files, event)).toEqual([1, 2]);
      expect(await valueOf(files.append(event, bytesOf(9)))).toBe(3);
      expect(await contentOf(files, event)).toEqual([1, 2, 9]);
    },
  },
  {
    name: 'does calls that were not awaited in the order in which they were made',
    check: async ({ files }, event) => {
      const calls = [
        files.append(event, bytesOf(1, 2)),
        files.truncate(event, 1),
        files.append(event, bytesOf(3)),
        files.truncate(event, 0),
        ...Array.from({ length: 50 }, (_, index) => files.append(event, bytesOf(index))),
      ];
      for (const call of calls) await valueOf<unknown>(call);
      expect(await contentOf(files, event)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    },
  },
  {
    name: 'replaces the sentinel whole, a shorter one too',
    check: async ({ files }, event) => {
      await valueOf(files.writeSentinel(event, long(5_000, 1)));
      await valueOf(files.writeSentinel(event, bytesOf(1, 2)));
      expect([...((await valueOf(files.readSentinel(event))) ?? [])]).toEqual([1, 2]);
      for (let turn = 0; turn < 5; turn++)
        await valueOf(files.writeSentinel(event, bytesOf(turn, turn)));
      expect([...((await valueOf(files.readSentinel(event))) ?? [])]).toEqual([4, 4]);
    },
  },
  {
    name: 'keeps events apart, and removes one without the other',
    check: async ({ files }, event, other) => {
      await valueOf(files.append(event, bytesOf(1)));
      await valueOf(files.append(other, bytesOf(2)));
      await valueOf(files.writeSentinel(event, bytesOf(3)));
      await valueOf(files.writeSentinel(other, bytesOf(4)));
      await valueOf(files.remove(event));
      expect(await valueOf(files.list())).toEqual([other]);
      expect(await valueOf(files.size(event))).toBe(0);
      expect(await valueOf(files.readSentinel(event))).toBeUndefined();
      expect(await contentOf(files, other)).toEqual([2]);
      expect([...((await valueOf(files.readSentinel(other))) ?? [])]).toEqual([4]);
      await valueOf(files.append(event, bytesOf(5)));
      expect(await contentOf(files, event)).toEqual([5]);
    },
  },
  {
    name: 'has everything after a restart',
    check: async (journal, event) => {
      await valueOf(journal.files.append(event, bytesOf(1, 2, 3)));
      await valueOf(journal.files.writeSentinel(event, bytesOf(7)));
      const files = await journal.restart();
      expect(await valueOf(files.list())).toEqual([event]);
      expect(await contentOf(files, event)).toEqual([1, 2, 3]);
      expect([...((await valueOf(files.readSentinel(event))) ?? [])]).toEqual([7]);
      expect(await valueOf(files.append(event, bytesOf(4)))).toBe(4);
    },
  },
  {
    name: 'refuses a name that is no event',
    check: async ({ files }) => {
      const shell = { ok: false, problem: { tag: 'shell', detail: 'not an event' } };
      for (const name of ['../../secrets', 'x', '', '01FZ2N8K9ZZZZZZZZZZZZZZZZZ/..']) {
        const event = name as EventId; // what a broken page could send
        expect(await files.append(event, bytesOf(1))).toEqual(shell);
        expect(await files.read(event, 0, 1)).toEqual(shell);
        expect(await files.remove(event)).toEqual(shell);
      }
    },
  },
];
