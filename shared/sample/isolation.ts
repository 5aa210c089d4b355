import type { RowId } from '../kernel/ids';
import { addDays, dateOf, startOfDay } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { isolationSites } from '../ledgers/isolationSites';
import type { isolationStays } from '../ledgers/isolationStays';
import { digits, inventName, inventPerson, inventPhone } from './people';
import { at, day, lastDay, townships } from './places';
import type { Random } from './random';

export interface Site {
  readonly id: RowId;
  readonly values: ValuesOf<typeof isolationSites>;
}

export interface Stay {
  readonly id: RowId;
  readonly values: ValuesOf<typeof isolationStays>;
}

/** As published for noon of the last day: 14 sites, 1,673 people in them, 1,885 outside the county. */
const sitesInside = 14;
const sitesOutside = 6;
const isolatedInside = 1_673;
const isolatedOutside = 1_885;
/** Left before noon, and came after it: in no figure of noon. */
const leftBefore = 260;
const cameAfter = 24;
const noon = at(lastDay, 12);
/** As the rules of the time have it; the others as close contacts. */
const centralDays = { 密接: 14, 次密接: 7, 入境: 14, 其他: 14 } as const;
/** One of those held is found positive on the last morning: the floor and the next ones begin anew. */
const foundPositive = 40;
const outsideCounties = ['410811', '410804', '410823'] as const;

export function inventSites(random: Random): readonly Site[] {
  const openedOn = day('2022-03-06');
  return Array.from({ length: sitesInside + sitesOutside }, (_, index) => {
    const isInside = index < sitesInside;
    return {
      id: random.rowId(startOfDay(openedOn) + index),
      values: {
        name: `样例${index + 1}号隔离点`,
        county: isInside ? '410821' : (outsideCounties[index % outsideCounties.length] ?? '410811'),
        whereabouts: isInside ? '县内' : '县外',
        address: isInside
          ? `修武县${random.pick(townships)}样例大道${index + 1}号`
          : `样例街${index}号`,
        rooms: isInside ? 130 + random.int(60) : 330 + random.int(60),
        openedOn,
        head: inventName(random),
        headPhone: inventPhone(random),
        medicalStaff: 6 + random.int(10),
        police: 2 + random.int(4),
        serviceStaff: 8 + random.int(12),
        cleaners: 4 + random.int(6),
      },
    };
  });
}

/** Stays that have ended, that are held at noon, and that begin after it. */
export function* inventStays(random: Random, sites: readonly Site[]): Generator<Stay> {
  const inside = sites.filter(({ values }) => values.whereabouts === '县内');
  const outside = sites.filter(({ values }) => values.whereabouts === '县外');
  for (let index = 0; index < leftBefore; index++) yield inventStay(random, inside, 'left');
  for (let index = 0; index < isolatedInside; index++) {
    const stay = inventStay(random, inside, 'held');
    yield index === foundPositive ? turnPositive(stay) : stay;
  }
  for (let index = 0; index < isolatedOutside; index++) yield inventStay(random, outside, 'held');
  for (let index = 0; index < cameAfter; index++) yield inventStay(random, inside, 'coming');
}

const categories = ['密接', '密接', '次密接', '次密接', '次密接', '入境', '其他'] as const;

function inventStay(
  random: Random,
  sites: readonly Site[],
  state: 'left' | 'held' | 'coming',
): Stay {
  const daysAgo =
    state === 'coming' ? 0 : state === 'left' ? 16 + random.int(4) : 1 + random.int(12);
  const hour = state === 'coming' ? 13 + random.int(7) : 6 + random.int(17);
  const minute = random.int(60);
  const lastContactHour = random.int(24);
  const floor = 1 + random.int(6);
  const releaseHour = 8 + random.int(3);
  const releaseMinute = random.int(60);
  const id = random.rowId(at(addDays(lastDay, -daysAgo), hour, minute));
  const site = random.pick(sites).id;
  const room = `${floor}${digits(1 + random.int(30), 2)}`;
  const person = inventPerson(random);
  const category = random.pick(categories);
  const admittedOn = addDays(lastDay, -(state === 'held' ? stillHeld(category, daysAgo) : daysAgo));
  const admittedAt = at(admittedOn, hour, minute);
  const lastContactAt = at(addDays(admittedOn, -1), lastContactHour);
  const countedFrom = category === '入境' ? admittedOn : dateOf(lastContactAt);
  const dueOn = addDays(countedFrom, centralDays[category]);
  const releasedAt = at(dueOn, releaseHour, releaseMinute);
  return {
    id,
    values: {
      site,
      floor,
      room,
      ...person,
      category,
      admittedAt,
      lastContactAt,
      dueOn,
      morningTemperature: (360 + random.int(11)) / 10,
      eveningTemperature: (360 + random.int(12)) / 10,
      samples: [{ sampledAt: at(addDays(admittedOn, 1), 8, random.int(60)), result: '阴性' }],
      state: random.chance(0.9) ? '稳定' : random.pick(['需关注', '已疏导'] as const),
      ...(state === 'left' && releasedAt <= noon
        ? {
            releasedAt,
            releasedTo: '居家健康监测',
            community: `${random.pick(townships)}样例社区`,
          }
        : {}),
    },
  };
}

/** Who is held for seven days only came in the last six; a few of them are released today. */
function stillHeld(category: (typeof categories)[number], daysAgo: number): number {
  if (category !== '次密接') return daysAgo;
  return daysAgo === 12 ? 6 : 1 + (daysAgo % 5);
}

function turnPositive({ id, values }: Stay): Stay {
  const positive = { sampledAt: at(lastDay, 7, 20), result: '阳性' };
  return {
    id,
    values: { ...values, state: '需关注', samples: [...(values.samples ?? []), positive] },
  };
}
