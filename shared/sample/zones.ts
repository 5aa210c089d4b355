import type { RowId } from '../kernel/ids';
import type { ValuesOf } from '../ledger/defineLedger';
import type { doorSensors } from '../ledgers/doorSensors';
import type { zones } from '../ledgers/zones';
import { digits, inventName, inventPhone } from './people';
import { at, day, townships } from './places';
import type { Random } from './random';

export interface Zone {
  readonly id: RowId;
  readonly values: ValuesOf<typeof zones>;
}

/** As published: 16 lockdown zones, 13 of them medium-risk areas, and 1 control zone. */
const lockdownZones = 16;
const mediumRisk = 13;
/** The second of the two control zones that were released lives on as a precaution zone. */
const changedZone = lockdownZones + 3;
const changedName = '云台山镇样例小区';
const releasedAt = at(day('2022-03-25'), 18);
const sensorCount = 120;

export function inventZones(random: Random): readonly Zone[] {
  const zone = (index: number, kind: '封控区' | '管控区' | '防范区', ended: boolean): Zone => {
    const township = townships[index % townships.length] ?? '城关镇';
    const isChanged = index === changedZone;
    const declaredAt = isChanged
      ? releasedAt
      : at(day(index < 6 ? '2022-03-19' : '2022-03-23'), 9 + (index % 8));
    return {
      id: random.rowId(declaredAt + index),
      values: {
        name:
          isChanged || index === changedZone - 1
            ? changedName
            : `${township}样例${kind}${index + 1}`,
        kind,
        risk: kind === '封控区' && index < mediumRisk ? '中' : '低',
        east: '样例东路',
        west: '样例西路',
        south: '样例南街',
        north: '样例北街',
        households: 90 + random.int(400),
        people: 300 + random.int(1_200),
        declaredAt,
        ...(ended ? { endedAt: releasedAt } : {}),
        head: inventName(random),
        phone: inventPhone(random),
        supplier: '修武样例保供超市',
        measures:
          kind === '封控区'
            ? '足不出户、上门服务'
            : kind === '管控区'
              ? '人不出区、严禁聚集'
              : '强化社会面管控',
      },
    };
  };
  return [
    ...Array.from({ length: lockdownZones }, (_, index) => zone(index, '封控区', false)),
    zone(lockdownZones, '管控区', false),
    // two control zones of the first days, since released: history, in no figure of today
    zone(lockdownZones + 1, '管控区', true),
    zone(lockdownZones + 2, '管控区', true),
    ...Array.from({ length: 4 }, (_, index) => zone(lockdownZones + 3 + index, '防范区', false)),
  ];
}

export function* inventSensors(random: Random) {
  for (let index = 0; index < sensorCount; index++) {
    const installedAt = at(day('2022-03-20'), 8 + (index % 10), random.int(60));
    const openedAt = at(day('2022-03-26'), 7 + random.int(12), random.int(59));
    const values: ValuesOf<typeof doorSensors> = {
      number: `MC${digits(index + 1, 5)}`,
      resident: inventName(random),
      address: `${random.pick(townships)}样例小区${1 + random.int(20)}号楼`,
      installedAt,
      gridWorker: inventName(random),
      agreed: '08:00-08:30',
      events: [
        { at: openedAt, motion: '开' },
        { at: openedAt + 60_000, motion: '关' },
      ],
    };
    yield { id: random.rowId(installedAt + index), values };
  }
}
