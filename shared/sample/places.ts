import { parseIsoDate, startOfDay, toInstant, type Instant, type IsoDate } from '../kernel/time';
import type { RowId } from '../kernel/ids';
import type { ValuesOf } from '../ledger/defineLedger';
import type { checkpoints } from '../ledgers/checkpoints';
import { inventName, inventPhone } from './people';
import type { Random } from './random';

/** The ten days of the sample. */
export const firstDay = day('2022-03-18');
/** Its evening is the last of which the sample county knows. */
export const lastDay = day('2022-03-27');
export const dayCount = 10;
export const dayMs = 86_400_000;

export const townships = [
  '城关镇',
  '郇封镇',
  '周庄镇',
  '五里源乡',
  '王屯乡',
  '云台山镇',
  '岸上乡',
  '西村乡',
];
const neighbours = ['山阳区', '马村区', '武陟县', '博爱县', '获嘉县', '辉县市', '陵川县', '泽州县'];
const kinds = ['高速口', '国省干道', '县乡道', '村口'] as const;

export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

/** Milliseconds of a time of day in China. */
export function at(date: IsoDate, hour: number, minute = 0, second = 0): Instant {
  return toInstant(startOfDay(date) + ((hour * 60 + minute) * 60 + second) * 1_000);
}

export interface Checkpoint {
  readonly id: RowId;
  readonly values: ValuesOf<typeof checkpoints>;
  /** Names on duty in shift A and shift B. */
  readonly staff: readonly [string, string];
}

/**
 * 32 checkpoints: 4 motorway exits, 8 on trunk roads, 12 on county roads, 8 villages. The last two
 * were closed on 27 March: 30 in force from then on, as published.
 */
export function inventCheckpoints(random: Random): readonly Checkpoint[] {
  const madeAt = startOfDay(day('2022-03-10'));
  return Array.from({ length: 32 }, (_, index) => {
    const kind = kinds[index < 4 ? 0 : index < 12 ? 1 : index < 24 ? 2 : 3] ?? '村口';
    const township = townships[index % townships.length] ?? '城关镇';
    const neighbour = neighbours[(index * 3) % neighbours.length] ?? '山阳区';
    const staff = [inventName(random), inventName(random)] as const;
    return {
      id: random.rowId(madeAt + index),
      staff,
      values: {
        name: nameOf(kind, township, neighbour, index),
        kind,
        road: roadOf(kind, index),
        neighbour,
        township,
        leaderOfShiftA: staff[0],
        leaderOfShiftB: staff[1],
        phone: inventPhone(random),
        openedOn: day(index < 12 ? '2022-03-12' : '2022-03-15'),
        ...(index >= 30 ? { closedOn: lastDay } : {}),
        longitude: Number((113.2 + random.next() * 0.35).toFixed(6)),
        latitude: Number((35.1 + random.next() * 0.4).toFixed(6)),
        unit: township,
      },
    };
  });
}

function nameOf(kind: string, township: string, neighbour: string, index: number): string {
  switch (kind) {
    case '高速口':
      return `样例高速修武${'东南西北'.charAt(index)}站卡点`;
    case '村口':
      return `${township}样例${index - 23}村卡点`;
    default:
      return `${roadOf(kind, index)}${township}${neighbour}界卡点`;
  }
}

function roadOf(kind: string, index: number): string {
  switch (kind) {
    case '高速口':
      return `样例高速K${20 + index * 7}`;
    case '国省干道':
      return `S9${10 + index}线`;
    case '县乡道':
      return `X9${index}线`;
    default:
      return `样例村道${index}`;
  }
}
