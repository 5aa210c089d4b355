import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  grantSerials,
  nextPassNumber,
  overlap,
  readPassNumber,
  wholeDivision,
  type SerialRange,
} from '../../../shared/passes/numbering';

const division = '410821';
const none = new Set<number>();
const range = (first: number, last: number, holder = 'office'): SerialRange => ({
  division,
  first,
  last,
  holder,
});

describe('the next number', () => {
  it.each<[string, readonly SerialRange[], readonly number[], number, string]>([
    ['the first', [wholeDivision(division, 'office')], [], 1, '410821000001'],
    ['after the highest used', [range(1, 100)], [1, 2, 40], 1, '410821000041'],
    ['after a restore', [range(1, 100)], [1, 2], 60, '410821000060'],
    [
      'in the second range when the first is full',
      [range(201, 300), range(1, 2)],
      [2],
      1,
      '410821000201',
    ],
    [
      'unmoved by what others used',
      [range(1, 100), range(101, 200, 'town')],
      [150],
      1,
      '410821000001',
    ],
    ['none left', [range(1, 2)], [2], 1, 'exhausted'],
    ['none given', [range(1, 2, 'town')], [], 1, 'noRange'],
    ['none while another holds the same', [range(1, 9), range(9, 20, 'town')], [], 1, 'overlap'],
  ])('is %s', (_what, ranges, used, atLeast, expected) => {
    const next = nextPassNumber(ranges, division, 'office', new Set(used), atLeast);
    expect(next.ok ? next.value : next.problem.tag).toBe(expected);
  });

  it('is of the division asked for', () => {
    const next = nextPassNumber([range(1, 9)], '410804', 'office', none);
    expect(next).toEqual({ ok: false, problem: { tag: 'noRange' } });
  });
});

describe('a part for another office', () => {
  it('is cut off the end of what is unused', () => {
    const grant = grantSerials([range(1, 1_000)], division, 'office', 'town', 100, new Set([5]));
    expect(grant.ok && [grant.value.kept, grant.value.given]).toEqual([
      range(1, 900),
      range(901, 1_000, 'town'),
    ]);
  });
  it.each([
    ['tooFew', range(1, 10), 6, [5]],
    ['noRange', range(1, 10, 'town'), 1, []],
    ['size', range(1, 10), 0, []],
    ['size', range(1, 10), 1.5, []],
  ])('%s', (tag, one, size, used) => {
    const grant = grantSerials([one], division, 'office', 'other', size, new Set(used));
    expect(grant.ok ? 'granted' : grant.problem.tag).toBe(tag);
  });
});

type Act =
  | { readonly type: 'issue'; readonly device: number }
  | { readonly type: 'grant'; readonly device: number; readonly to: number; readonly size: number }
  | { readonly type: 'deliver'; readonly device: number; readonly to: number };

/**
 * What each device knows: its own ranges exactly, those of others as old as the last workbook that
 * reached it. Workbooks are late, lost, and arrive in any order.
 */
it('is never given out twice by offices that issue without a network', () => {
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('issue' as const), device: fc.nat(4) }) },
    fc.record({
      type: fc.constant('grant' as const),
      device: fc.nat(4),
      to: fc.nat(4),
      size: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({ type: fc.constant('deliver' as const), device: fc.nat(4), to: fc.nat(4) }),
  );
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 200 }), (acts) => {
      const known: SerialRange[][] = Array.from({ length: 5 }, () => []);
      known[0]?.push(range(1, 60, '0'));
      const used: Set<number>[] = Array.from({ length: 5 }, () => new Set());
      const issued: string[] = [];
      for (const one of acts) {
        const mine = known[one.device] ?? [];
        const seen = used[one.device] ?? new Set();
        const self = String(one.device);
        if (one.type === 'issue') {
          const next = nextPassNumber(mine, division, self, seen);
          if (!next.ok) continue;
          issued.push(next.value);
          seen.add(readPassNumber(next.value)?.serial ?? 0);
        } else if (one.type === 'grant') {
          const grant = grantSerials(mine, division, self, String(one.to), one.size, seen);
          if (!grant.ok) continue;
          const { from, kept, given } = grant.value;
          known[one.device] = [
            ...mine.filter((held) => held !== from),
            ...(kept ? [kept] : []),
            given,
          ];
        } else {
          const theirs = known[one.to] ?? [];
          const forThem = mine.filter(
            (held) => held.holder === String(one.to) && !theirs.some((has) => overlap(has, held)),
          );
          known[one.to] = [
            ...theirs.filter((has) => !forThem.some((held) => overlap(held, has))),
            ...forThem,
          ];
          for (const serial of seen) used[one.to]?.add(serial);
        }
      }
      expect(new Set(issued).size).toBe(issued.length);
    }),
    { numRuns: 500 },
  );
});
