import type { RowId } from '../kernel/ids';
import { dateOf, toInstant, type Instant } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { checkpointPasses } from '../ledgers/checkpointPasses';
import type { Vehicle } from './fleet';
import { inventPerson } from './people';
import { dayMs } from './places';
import type { Random } from './random';
import type { Routes } from './routes';

type PassageValues = ValuesOf<typeof checkpointPasses>;

export interface Passage {
  readonly id: RowId;
  readonly values: PassageValues;
}

/** Passages in each hour of a day, in parts of the day's total: two peaks, a quiet night. */
const hours = [2, 1, 1, 1, 2, 4, 8, 12, 13, 11, 9, 8, 7, 8, 9, 9, 10, 12, 11, 8, 6, 5, 4, 3];
const hourOfPart = hours.flatMap((parts, hour) => Array.from({ length: parts }, () => hour));
const hourMs = 3_600_000;

interface Traffic {
  readonly random: Random;
  readonly fleet: readonly Vehicle[];
  readonly routes: Routes;
  readonly from: Instant;
  readonly perDay: number;
  readonly permitOf: (vehicle: Vehicle) => RowId | undefined;
}

/** Within these hours a sealed vehicle has left the county again. */
const transitHours = 3;

/**
 * `count` passages in the order of time. Some vehicles come often, most seldom; a sealed one that was
 * let in is the next one let out, with its seal, at another checkpoint.
 */
export function* inventPassages(traffic: Traffic, count: number): Generator<Passage> {
  let inside: Passage | undefined;
  for (const one of passagesOf(traffic, count)) {
    const { direction, passedAt, checkpoint, outcome } = one.values;
    if (direction !== '过境' || outcome !== '放行') {
      yield one;
      continue;
    }
    const isLeaving =
      inside !== undefined &&
      inside.values.checkpoint !== checkpoint &&
      passedAt - inside.values.passedAt <= transitHours * hourMs;
    yield inside && isLeaving ? leaving(one, inside) : one;
    inside = isLeaving ? undefined : one;
  }
}

const ofVehicle: ReadonlySet<string> = new Set([
  ...['plate', 'plateColour', 'vehicleType', 'permit', 'driverName', 'documentNumber', 'phone'],
  ...['origin', 'destination', 'sealNumber'],
]);

/** The same vehicle and the same seal, seen again at the other end of its way; its pass names one end. */
function leaving(seen: Passage, entered: Passage): Passage {
  const here = Object.entries(seen.values).filter(([name]) => !ofVehicle.has(name));
  const vehicle = Object.entries(entered.values).filter(
    ([name]) => ofVehicle.has(name) && name !== 'permit',
  );
  // fields of passages, each from one of the two
  return { id: seen.id, values: Object.fromEntries([...here, ...vehicle]) as PassageValues };
}

function* passagesOf(traffic: Traffic, count: number): Generator<Passage> {
  const { random, fleet, from, perDay } = traffic;
  for (let done = 0, day = 0; done < count; day++) {
    const today = Math.min(perDay, count - done);
    const times = Float64Array.from(
      { length: today },
      () => random.pick(hourOfPart) * hourMs + random.int(3_600) * 1_000,
    ).sort();
    for (const time of times) {
      const vehicle = fleet[Math.floor(random.next() ** 2 * fleet.length)];
      if (vehicle) yield passage(traffic, vehicle, toInstant(from + day * dayMs + time));
    }
    done += today;
  }
}

function passage(traffic: Traffic, vehicle: Vehicle, passedAt: Instant): Passage {
  const { random, routes } = traffic;
  const permit = traffic.permitOf(vehicle);
  const checkpoint = routes.checkpointOf(vehicle, dateOf(passedAt), permit !== undefined);
  const id = random.rowId(passedAt);
  const hourUtc = Math.floor((passedAt / hourMs) % 24);
  const isShiftA = hourUtc < 12; // 8:00 to 20:00 in China
  const seen = examine(random);
  const staff = checkpoint.staff[isShiftA ? 0 : 1];
  const passengerCount = vehicle.vehicleType === '小型客车' ? random.int(4) : random.int(2);
  const { direction, origin, destination } = way(random, vehicle, permit !== undefined);
  return {
    id,
    values: {
      checkpoint: checkpoint.id,
      direction,
      passedAt,
      plate: vehicle.plate,
      plateColour: vehicle.plateColour,
      vehicleType: vehicle.vehicleType,
      driverName: vehicle.driver.name,
      documentType: '居民身份证',
      documentNumber: vehicle.driver.documentNumber,
      phone: vehicle.driver.phone,
      passengerCount,
      ...(passengerCount > 0 && random.chance(0.1)
        ? { passengers: [passenger(random, seen.healthCode)] }
        : {}),
      origin,
      destination,
      purpose: vehicle.purpose,
      temperature: seen.temperature,
      healthCode: seen.healthCode,
      tripCode: seen.tripCode,
      ...(seen.testAgeHours === undefined
        ? { testResult: '无' }
        : {
            testSampledAt: toInstant(passedAt - Math.round(seen.testAgeHours * 60) * 60_000),
            testResult: '阴性',
          }),
      ...(permit ? { permit } : {}),
      ...(direction === '过境' ? { sealNumber: `F${String(passedAt / 1000).slice(-7)}` } : {}),
      outcome: seen.outcome,
      grounds: seen.grounds,
      shift: isShiftA ? 'A班' : 'B班',
      dutyStaff: staff,
      unit: checkpoint.values.name,
      recorder: staff,
      recordedAt: passedAt,
    },
  };
}

/** People who live here come and go; what a permit covers goes one way. */
function way(random: Random, { origin, destination, purpose }: Vehicle, isBound: boolean) {
  if (purpose === '过境运输') return { direction: '过境', origin, destination } as const;
  const isBack = !isBound && random.chance(0.5);
  const ends = isBack ? { origin: destination, destination: origin } : { origin, destination };
  return { direction: ends.origin.startsWith('修武') ? '出' : '进', ...ends } as const;
}

function passenger(random: Random, healthCode: '绿' | '黄' | '红' | '无') {
  const { name, documentNumber } = inventPerson(random);
  return { name, documentNumber, temperature: (360 + random.int(11)) / 10, healthCode };
}

type Examination = Required<
  Pick<PassageValues, 'temperature' | 'healthCode' | 'tripCode' | 'outcome' | 'grounds'>
> & { readonly testAgeHours: number | undefined };

/**
 * | finding                | outcome               |
 * | red code               | 移交属地 or 留观转运  |
 * | yellow code            | 劝返 or 滞留          |
 * | above 37.2 ℃           | 留观转运              |
 * | no test within 48 h    | 现场采样, some 劝返   |
 * | none of these          | 放行                  |
 */
function examine(random: Random): Examination {
  const health = random.next();
  const trip = random.next();
  const healthCode = health < 0.967 ? '绿' : health < 0.98 ? '黄' : health < 0.982 ? '红' : '无';
  const tripCode = trip < 0.8 ? '绿' : trip < 0.985 ? '绿带星' : trip < 0.997 ? '无' : '黄';
  const isHot = random.chance(0.002);
  const temperature = (isHot ? 373 + random.int(12) : 360 + random.int(11)) / 10;
  const testAgeHours = random.chance(0.95) ? 2 + random.next() * 50 : undefined;
  const seen = { temperature, healthCode, tripCode, testAgeHours } as const;
  if (healthCode === '红') {
    return {
      ...seen,
      outcome: random.chance(0.5) ? '移交属地' : '留观转运',
      grounds: '健康码红码',
    };
  }
  if (healthCode === '黄') {
    return { ...seen, outcome: random.chance(0.7) ? '劝返' : '滞留', grounds: '健康码黄码' };
  }
  if (isHot) return { ...seen, outcome: '留观转运', grounds: '体温超过37.2℃' };
  if (testAgeHours === undefined || testAgeHours > 48) {
    const outcome = random.chance(0.85) ? '现场采样' : '劝返';
    return { ...seen, outcome, grounds: '无48小时核酸阴性证明' };
  }
  return { ...seen, outcome: '放行', grounds: '双码绿码，48小时核酸阴性' };
}
