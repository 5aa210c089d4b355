import type { RowId } from '../kernel/ids';
import { addDays, dateOf, startOfDay } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { isolationSites } from '../ledgers/isolationSites';
import type { isolationStays } from '../ledgers/isolationStays';
import { digits, inventName, inventPerson, inventPhone } from './people';
import { at, day, townships } from './places';
import type { Random } from './random';

export interface Site {
  readonly id: RowId;
  readonly values: ValuesOf<typeof isolationSites>;
}

export interface Stay {
  readonly id: RowId;
  readonly values: ValuesOf<typeof isolationStays>;
}

const siteCount = 14;
const stayCount = 1_673;
const firstAdmission = day('2022-03-08');
const lastDay = day('2022-03-27');
const centralDays = 14;

export function inventSites(random: Random): readonly Site[] {
  const openedOn = day('2022-03-06');
  return Array.from({ length: siteCount }, (_, index) => {
    const isInside = index < 11;
    return {
      id: random.rowId(startOfDay(openedOn) + index),
      values: {
        name: `样例${index + 1}号隔离点`,
        county: isInside ? '410821' : (['410811', '410804', '410823'][index - 11] ?? '410811'),
        whereabouts: isInside ? '县内' : '县外',
        address: isInside
          ? `修武县${random.pick(townships)}样例大道${index + 1}号`
          : `样例街${index}号`,
        rooms: 130 + random.int(60),
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

/** 1,673 stays; who has been there for fourteen days by the last day of the sample has left. */
export function* inventStays(random: Random, sites: readonly Site[]): Generator<Stay> {
  for (let index = 0; index < stayCount; index++) {
    const site = random.pick(sites);
    const person = inventPerson(random);
    const admittedOn = addDays(firstAdmission, random.int(20));
    const admittedAt = at(admittedOn, 6 + random.int(17), random.int(60));
    const lastContactAt = at(addDays(admittedOn, -1 - random.int(2)), random.int(24));
    const dueOn = addDays(dateOf(lastContactAt), centralDays);
    const floor = 1 + random.int(6);
    const isReleased = dueOn <= lastDay;
    yield {
      id: random.rowId(admittedAt),
      values: {
        site: site.id,
        floor,
        room: `${floor}${digits(1 + random.int(30), 2)}`,
        ...person,
        category: random.pick([
          '密接',
          '密接',
          '次密接',
          '次密接',
          '次密接',
          '入境',
          '其他',
        ] as const),
        admittedAt,
        lastContactAt,
        dueOn,
        morningTemperature: (360 + random.int(11)) / 10,
        eveningTemperature: (360 + random.int(12)) / 10,
        samples: [{ sampledAt: at(addDays(admittedOn, 1), 8, random.int(60)), result: '阴性' }],
        state: random.chance(0.9) ? '稳定' : random.pick(['需关注', '已疏导'] as const),
        ...(isReleased
          ? {
              releasedAt: at(dueOn, 10 + random.int(6)),
              releasedTo: '居家健康监测',
              community: `${random.pick(townships)}样例社区`,
            }
          : {}),
      },
    };
  }
}
