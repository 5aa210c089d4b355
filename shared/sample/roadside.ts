import type { RowId } from '../kernel/ids';
import { addDays, toInstant } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { checkpointHolds } from '../ledgers/checkpointHolds';
import type { closedLoopReleases } from '../ledgers/closedLoopReleases';
import type { healthCodeCases } from '../ledgers/healthCodeCases';
import type { permitApplications } from '../ledgers/permitApplications';
import type { transportRecords } from '../ledgers/transportRecords';
import type { Vehicle } from './fleet';
import { digits, inventName, inventPerson, inventPhone } from './people';
import { at, day, firstDay, townships, type Checkpoint } from './places';
import type { Random } from './random';
import type { Enterprise, Permit } from './transport';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

interface Sampled<L> {
  readonly id: RowId;
  readonly values: ValuesOf<L>;
}

/** As told at the press conference of 27 March: one driver, 22 March afternoon to 24 March morning. */
function* theDriver(
  random: Random,
  checkpoint: Checkpoint,
): Generator<Sampled<typeof checkpointHolds>> {
  const heldFrom = at(day('2022-03-22'), 15, 20);
  const { name, documentNumber } = inventPerson(random);
  const by = checkpoint.staff[0];
  yield {
    id: random.rowId(heldFrom),
    values: {
      checkpoint: checkpoint.id,
      name,
      documentNumber,
      plate: '晋E8X246',
      reason: '外地货车无通行证、无社区证明',
      missing: ['社区证明', '通行证'],
      heldFrom,
      contactUnit: '样例街道办事处',
      contact: inventName(random),
      contactPhone: inventPhone(random),
      contactedAt: toInstant(heldFrom + 35 * minuteMs),
      care: [
        { at: at(day('2022-03-22'), 18, 30), kind: '餐饮', by },
        { at: at(day('2022-03-22'), 21), kind: '被褥', by },
        { at: at(day('2022-03-23'), 7, 40), kind: '餐饮', by },
        { at: at(day('2022-03-23'), 12, 30), kind: '餐饮', by },
        { at: at(day('2022-03-23'), 18, 40), kind: '热水', by },
      ],
      papersAt: at(day('2022-03-24'), 8, 50),
      releasedAt: at(day('2022-03-24'), 9, 15),
      outcome: '放行',
      releasedTo: '晋城市',
      unit: checkpoint.values.name,
      recorder: by,
      recordedAt: heldFrom,
    },
  };
}

/** The driver of the press conference, one let go within hours, one still waiting at the end. */
export function* inventHolds(
  random: Random,
  checkpoints: readonly Checkpoint[],
): Generator<Sampled<typeof checkpointHolds>> {
  const [first, second, third] = checkpoints;
  if (first) yield* theDriver(random, first);
  if (!second || !third) return;
  const heldFrom = at(day('2022-03-25'), 10, 5);
  yield {
    id: random.rowId(heldFrom),
    values: {
      checkpoint: second.id,
      ...nameAndNumber(random),
      plate: '豫G4C719',
      reason: '货物运单遗失',
      missing: ['货物运单'],
      heldFrom,
      contactUnit: '修武样例物流园',
      contact: inventName(random),
      contactPhone: inventPhone(random),
      care: [{ at: toInstant(heldFrom + 2 * hourMs), kind: '餐饮', by: second.staff[0] }],
      papersAt: toInstant(heldFrom + 3 * hourMs),
      releasedAt: toInstant(heldFrom + 3 * hourMs + 10 * minuteMs),
      outcome: '放行',
      releasedTo: '修武样例物流园',
    },
  };
  const stillFrom = at(day('2022-03-27'), 14, 40);
  yield {
    id: random.rowId(stillFrom),
    values: {
      checkpoint: third.id,
      ...nameAndNumber(random),
      plate: '冀D7T305',
      reason: '健康码黄码，待核实',
      missing: ['核酸阴性证明'],
      heldFrom: stillFrom,
      contactUnit: `${townships[0] ?? ''}样例社区`,
      contact: inventName(random),
      contactPhone: inventPhone(random),
      care: [{ at: at(day('2022-03-27'), 18), kind: '餐饮', by: third.staff[1] }],
    },
  };
}

function nameAndNumber(random: Random) {
  const { name, documentNumber } = inventPerson(random);
  return { name, documentNumber };
}

/** One student with four negative tests, as told at the same conference. */
export function* inventReleases(random: Random): Generator<Sampled<typeof closedLoopReleases>> {
  const appliedAt = at(day('2022-03-24'), 9, 30);
  const { name, documentNumber, phone } = inventPerson(random);
  const tested = ['2022-03-18', '2022-03-20', '2022-03-22', '2022-03-24'];
  yield {
    id: random.rowId(appliedAt),
    values: {
      number: 'BH2203001',
      applicant: name,
      documentNumber,
      phone,
      applicantUnit: '样例学院',
      reason: '学生返乡',
      appliedAt,
      tests: tested.map((date) => ({ sampledAt: at(day(date), 8), result: '阴性' })),
      community: `修武县${townships[1] ?? ''}样例社区`,
      receiver: inventName(random),
      receiverPhone: inventPhone(random),
      agreedAt: at(day('2022-03-24'), 15),
      approvedBy: inventName(random),
      approvedAt: at(day('2022-03-24'), 17, 30),
      plate: '豫H6L138',
      origin: '样例学院',
      destination: `修武县${townships[1] ?? ''}样例社区`,
      departedAt: at(day('2022-03-25'), 8, 30),
      dueAt: at(day('2022-03-25'), 10, 30),
      arrivedAt: at(day('2022-03-25'), 9, 55),
      followUp: '健康监测',
      state: '已到达',
    },
  };
}

const complaints = [
  ['黄', '近期未离县，健康码变为黄码', '行程比对'],
  ['黄', '已完成两次核酸，仍为黄码', '未按期核酸'],
  ['黄', '填报来源地时误选', '信息填报错误'],
  ['红', '隔离期满解除后仍为红码', '密接未解除'],
] as const;

export function* inventCodeCases(random: Random): Generator<Sampled<typeof healthCodeCases>> {
  for (let index = 0; index < 24; index++) {
    const [originalColour, complaint, cause] = random.pick(complaints);
    const receivedAt = at(addDays(firstDay, index % 10), 8 + random.int(10), random.int(60));
    const isOpen = index % 8 === 7;
    yield {
      id: random.rowId(receivedAt),
      values: {
        ...inventPerson(random),
        workplace: `${random.pick(townships)}样例${1 + random.int(30)}村`,
        originalColour,
        complaint,
        receivedAt,
        ...(isOpen
          ? {}
          : {
              cause,
              findings: '经核对核酸结果与行程，情况属实',
              outcome: index % 6 === 5 ? ('维持原码' as const) : ('已转绿码' as const),
              closedAt: toInstant(receivedAt + (2 + random.int(20)) * hourMs),
            }),
      },
    };
  }
}

/** Transports of lorries with a pass: most are in store, the last ones still on their way. */
export function* inventTransports(
  random: Random,
  permits: readonly Permit[],
): Generator<Sampled<typeof transportRecords>> {
  const valid = permits.filter(({ values }) => values.status === '有效');
  for (let index = 0; index < 60; index++) {
    const { id: permit, values } = random.pick(valid);
    const departedAt = at(addDays(firstDay, index % 10), 5 + random.int(8), random.int(60));
    const arrivedAt = toInstant(departedAt + (2 + random.int(6)) * hourMs);
    const isOnTheWay = index % 10 === 9;
    yield {
      id: random.rowId(departedAt),
      values: {
        waybill: `YD2203${digits(index + 1, 4)}`,
        permit,
        enterprise: values.enterprise,
        stage: isOnTheWay ? '在途' : '入库',
        goods: values.goods,
        ...(values.amount === undefined ? {} : { amount: values.amount }),
        plate: values.plate,
        purchasedAt: toInstant(departedAt - 20 * hourMs),
        departedAt,
        ...(isOnTheWay
          ? {}
          : {
              arrivedAt,
              handoverArea: `${1 + random.int(3)}号交接区`,
              disinfectedAt: toInstant(arrivedAt + 15 * minuteMs),
              disinfectant: '500mg/L含氯消毒液',
              disinfectedBy: inventName(random),
              crew: `装卸${1 + random.int(4)}组`,
              crewClosed: true,
              unloadedAt: toInstant(arrivedAt + 90 * minuteMs),
              storedAt: toInstant(arrivedAt + 120 * minuteMs),
            }),
      },
    };
  }
}

const states = ['待核验', '待核验', '待审批', '待发证', '已退回'] as const;

/** What lies on the office's desk on the last day: vehicles of the fleet that have no pass yet. */
export function* inventApplications(
  random: Random,
  companies: readonly Enterprise[],
  vehicles: readonly Vehicle[],
  route: readonly Checkpoint[],
): Generator<Sampled<typeof permitApplications>> {
  for (const [index, vehicle] of vehicles.slice(0, 20).entries()) {
    const company = random.pick(companies);
    const appliedAt = at(day('2022-03-27'), 8 + random.int(9), random.int(60));
    const state = states[index % states.length] ?? '待核验';
    const isChecked = state === '待审批' || state === '待发证';
    yield {
      id: random.rowId(appliedAt),
      values: {
        number: `SQ2203${digits(index + 1, 4)}`,
        kind: '新办',
        transport: random.pick(['县域内', '市内跨县', '跨市'] as const),
        enterprise: company.id,
        contact: inventName(random),
        contactPhone: inventPhone(random),
        plate: vehicle.plate,
        plateColour: vehicle.plateColour,
        vehicleType: vehicle.vehicleType,
        driverName: vehicle.driver.name,
        driverDocumentNumber: vehicle.driver.documentNumber,
        driverPhone: vehicle.driver.phone,
        origin: vehicle.origin,
        destination: vehicle.destination,
        checkpoints: [random.pick(route).id],
        goods: '原料',
        amount: `${5 + random.int(25)}吨`,
        validFrom: day('2022-03-28'),
        validUntil: addDays(day('2022-03-28'), 14),
        appliedAt,
        attached:
          index % 4 === 3
            ? ['驾驶证', '行驶证']
            : [
                '驾驶证',
                '行驶证',
                '道路运输证',
                '货物运单',
                '接收证明',
                '核酸阴性证明',
                '防控承诺书',
              ],
        state,
        ...(isChecked
          ? { checkedBy: inventName(random), checkedAt: toInstant(appliedAt + hourMs) }
          : {}),
        ...(state === '待发证'
          ? { approver: inventName(random), approvedAt: toInstant(appliedAt + 2 * hourMs) }
          : {}),
        ...(state === '已退回' ? { returnReason: '缺接收证明' } : {}),
      },
    };
  }
}
