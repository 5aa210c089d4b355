import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HashedEntry } from '../../../shared/journal/entry';
import { foldRow } from '../../../shared/merge/foldRow';
import { rowChangesOf, type RowChange } from '../../../shared/merge/rowChange';
import type { MemoryJournal } from './memoryJournal';
import {
  folded,
  insert,
  lacking,
  newDevice,
  remove,
  rowId,
  startMs,
  take,
  things,
  update,
} from './devices';

const deviceCount = 4;
const rowCount = 3;
const dayMs = 86_400_000;

/** One step of a history; `value` makes every edit's value its own, so that none agree by chance. */
type Step =
  | { readonly type: 'edit'; readonly at: number; readonly row: number; readonly field: string }
  | { readonly type: 'remove' | 'restore'; readonly at: number; readonly row: number }
  | { readonly type: 'send'; readonly at: number; readonly to: number };

const device = fc.nat({ max: deviceCount - 1 });
const row = fc.nat({ max: rowCount - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      at: device,
      row,
      field: fc.constantFrom('name', 'place'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('remove' as const, 'restore' as const),
      at: device,
      row,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('send' as const), at: device, to: device }),
  },
);
/** Clocks that are wrong by up to a year. */
const skews = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: -365, max: 365 }).map((days) => days * dayMs),
  ),
  { minLength: deviceCount, maxLength: deviceCount },
);

interface Played {
  readonly journals: readonly MemoryJournal[];
  /** What the author of each edit had in front of it: row changes by stamp. */
  readonly knownTo: ReadonlyMap<string, ReadonlySet<string>>;
}

const nameOf = ({ stamp }: RowChange) => `${stamp.device} ${stamp.sequence}`;

/** Plays the steps on real journals; every device makes its changes by its own clock. */
async function play(steps: readonly Step[], skew: readonly number[]): Promise<Played> {
  const journals = Array.from({ length: deviceCount }, (_, number) => newDevice(number));
  const knownTo = new Map<string, ReadonlySet<string>>();
  for (const [index, one] of steps.entries()) {
    const journal = journals[one.at];
    if (!journal) continue;
    for (const [number, each] of journals.entries()) {
      each.nowMs = startMs + index * 60_000 + (skew[number] ?? 0);
    }
    if (one.type === 'send') {
      const to = journals[one.to];
      if (to && to !== journal) await take(to, await lacking(journal, to));
      continue;
    }
    const id = rowId(one.row);
    const known = await journal.rowChanges(things.id, id);
    knownTo.set(`${journal.device} ${journal.sequence + 1}`, new Set(known.map(nameOf)));
    await act(journal, one, `${index}`);
  }
  return { journals, knownTo };
}

async function act(
  journal: MemoryJournal,
  one: Exclude<Step, { type: 'send' }>,
  value: string,
): Promise<void> {
  const id = rowId(one.row);
  const held = journal.row(things.id, id);
  const deleted = held?.deletedAt !== undefined;
  if (one.type === 'edit') {
    if (!held) await insert(journal, id, { [one.field]: value });
    else if (!deleted) await update(journal, id, one.field, value);
  } else if (one.type === 'remove' && held && !deleted) await remove(journal, id);
  else if (one.type === 'restore' && deleted) {
    await journal.commit([{ type: 'restore', ledger: things.id, row: id }]);
  }
}

async function settle(journals: readonly MemoryJournal[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const from of journals) {
      for (const to of journals) if (from !== to) await take(to, await lacking(from, to));
    }
  }
}

const history = fc.array(step, { minLength: 5, maxLength: 40 });

describe('Merging', () => {
  test('gives every device the same rows once all have heard of everything, whatever the clocks say', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, async (steps, skew) => {
        const { journals } = await play(steps, skew);
        await settle(journals);
        const [first, ...others] = journals;
        for (const other of others) {
          expect(other.all(things.id)).toEqual(first?.all(things.id));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('one by one gives what folding the whole history gives, at every device', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, async (steps, skew) => {
        const { journals } = await play(steps, skew);
        for (const journal of journals) {
          for (let number = 0; number < rowCount; number++) {
            const id = rowId(number);
            const whole = await folded(journal, id);
            const held = journal.row(things.id, id);
            expect(held !== undefined).toBe(whole.born);
            expect(held?.values ?? {}).toEqual(whole.born ? whole.values : {});
            expect(held?.deletedAt).toBe(whole.born ? whole.deletedAt : undefined);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('does not care about order or repetition', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, fc.array(fc.nat()), async (steps, skew, picks) => {
        const { journals } = await play(steps, skew);
        const all = journals.flatMap((journal) => journal.allEntries());
        const shuffled = shuffle([...all, ...all], picks);
        const cut = shuffled.length > 0 ? (picks[0] ?? 0) % shuffled.length : 0;
        const [one, other] = [newDevice(8), newDevice(9)];
        await take(one, all);
        await take(other, shuffled.slice(0, cut));
        await take(other, shuffled.slice(cut));
        await take(other, shuffled);
        expect(other.all(things.id)).toEqual(one.all(things.id));
        expect(other.knowledge).toEqual(one.knowledge);
      }),
      { numRuns: 1_500 },
    );
  });

  test('folds in any grouping: merging is associative', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, fc.array(fc.nat()), async (steps, skew, picks) => {
        const { journals } = await play(steps, skew);
        const changes = journals
          .flatMap((journal) => journal.allEntries())
          .flatMap(({ entry }) => rowChangesOf(entry))
          .filter(({ change }) => change.row === rowId(0));
        expect(foldRow(shuffle([...changes, ...changes], picks))).toEqual(foldRow(changes));
      }),
      { numRuns: 1_500 },
    );
  });

  test('lets whoever knew a change win over it, also against a clock that is a year ahead', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, async (steps, skew) => {
        const { journals, knownTo } = await play(steps, skew);
        await settle(journals);
        const changes = (journals[0]?.allEntries() ?? []).flatMap(({ entry }) =>
          rowChangesOf(entry),
        );
        for (const later of changes) {
          for (const earlier of changes) {
            if (earlier.change.row !== later.change.row) continue;
            if (!knownTo.get(nameOf(later))?.has(nameOf(earlier))) continue;
            expect(later.stamp.time).toBeGreaterThan(earlier.stamp.time);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('shows every value that was lost without anyone having seen it', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, async (steps, skew) => {
        const { journals, knownTo } = await play(steps, skew);
        await settle(journals);
        const [journal] = journals;
        for (let number = 0; journal && number < rowCount; number++) {
          const id = rowId(number);
          const { born, conflicts, values } = await folded(journal, id);
          if (!born) continue;
          const shown = new Set(
            conflicts.flatMap((one) =>
              one.type === 'field' ? [`${one.field} ${nameOf(one.earlier)}`] : [],
            ),
          );
          const changes = await journal.rowChanges(things.id, id);
          for (const lost of changes) {
            for (const [name, value] of Object.entries(valuesSet(lost))) {
              if (values[name] === value) continue;
              const seenByAnother = changes.some(
                (other) =>
                  name in valuesSet(other) && knownTo.get(nameOf(other))?.has(nameOf(lost)),
              );
              if (!seenByAnother) expect(shown).toContain(`${name} ${nameOf(lost)}`);
            }
          }
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('shows every edit that a deletion did not know', async () => {
    await fc.assert(
      fc.asyncProperty(history, skews, async (steps, skew) => {
        const { journals, knownTo } = await play(steps, skew);
        await settle(journals);
        const [journal] = journals;
        for (let number = 0; journal && number < rowCount; number++) {
          const id = rowId(number);
          const { born, conflicts, deletedAt } = await folded(journal, id);
          if (!born || deletedAt === undefined) continue;
          const deletion = [...(await journal.rowChanges(things.id, id))]
            .filter(({ change }) => ['insert', 'delete', 'restore'].includes(change.type))
            .sort((left, right) => left.stamp.time - right.stamp.time)
            .at(-1);
          const known = deletion && knownTo.get(nameOf(deletion));
          const unknown = (await journal.rowChanges(things.id, id)).filter(
            (one) => one.change.type === 'update' && !known?.has(nameOf(one)),
          );
          const lostAnyway = conflicts.some(({ type }) => type === 'field');
          const shown = conflicts.some(({ type }) => type === 'deletion');
          if (unknown.length > 0) expect(shown || lostAnyway).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

function valuesSet({ change }: RowChange): Readonly<Record<string, unknown>> {
  if (change.type === 'insert') return change.values;
  if (change.type !== 'update') return {};
  return Object.fromEntries(
    Object.entries(change.fields).map(([name, { after }]) => [name, after]),
  );
}

function shuffle<T extends HashedEntry | RowChange>(
  items: readonly T[],
  picks: readonly number[],
): readonly T[] {
  const left = [...items];
  const out: T[] = [];
  for (let turn = 0; left.length > 0; turn++) {
    const pick = (picks[turn % Math.max(1, picks.length)] ?? 0) % left.length;
    out.push(...left.splice(pick, 1));
  }
  return out;
}
