import type { RowId } from '../kernel/ids';
import { addDays, dateOf } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { testRounds } from '../ledgers/testRounds';
import type { testSamples } from '../ledgers/testSamples';
import { at, firstDay, townships } from './places';
import type { Random } from './random';

interface Round {
  readonly id: RowId;
  readonly values: ValuesOf<typeof testRounds>;
}

interface Sample {
  readonly id: RowId;
  readonly values: ValuesOf<typeof testSamples>;
}

/** As published: 11 rounds of key groups, 7 of everybody else, 1,677,800 samples in all. */
const keyRounds = 11;
const otherRounds = 7;
const samplesInAll = 1_677_800;
const perKeyPoint = 1_150;

export function inventRounds(random: Random): readonly Round[] {
  const of = (
    group: '重点人群' | '全员',
    round: number,
    startedAt: ReturnType<typeof at>,
  ): Round => ({
    id: random.rowId(startedAt),
    values: {
      name: `${group}第${round}轮`,
      group,
      round,
      startedAt,
      endedAt: at(
        dateOf(startedAt),
        group === '全员' ? 20 : group === '重点人群' && round % 2 ? 11 : 19,
      ),
      area: '全县',
    },
  });
  return [
    ...Array.from({ length: keyRounds }, (_, n) =>
      of('重点人群', n + 1, at(addDays(firstDay, 2 + (n >> 1)), n % 2 ? 15 : 7)),
    ),
    ...Array.from({ length: otherRounds }, (_, n) =>
      of('全员', n + 1, at(addDays(firstDay, 2 + n), 6)),
    ),
  ];
}

/** One row per round and township; the last takes what is missing to the published total. */
export function inventSamples(random: Random, rounds: readonly Round[]): readonly Sample[] {
  const places = rounds.flatMap((round) => townships.map((township) => ({ round, township })));
  const everybody = places.filter(({ round }) => round.values.group === '全员').length;
  const keyTotal = (places.length - everybody) * perKeyPoint;
  const perPoint = Math.floor((samplesInAll - keyTotal) / everybody);
  let left = samplesInAll;
  return places.map(({ round, township }, index) => {
    const isKey = round.values.group === '重点人群';
    const isLast = index === places.length - 1;
    const sampled = isLast ? left : isKey ? perKeyPoint : perPoint;
    left -= sampled;
    const mix = isKey ? 1 : 10;
    const date = dateOf(round.values.startedAt);
    return {
      id: random.rowId(round.values.startedAt + 60_000 * (index % townships.length)),
      values: {
        round: round.id,
        point: `${township}样例采样点`,
        date,
        expected: sampled + random.int(200),
        sampled,
        tubes: Math.ceil(sampled / mix),
        mix: String(mix) as '1' | '10',
        sentAt: at(date, isKey ? 12 : 21, random.int(60)),
        laboratory: '焦作市样例检测所',
        positiveTubes: 0,
      },
    };
  });
}
