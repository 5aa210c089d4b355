import type { RowId } from '../kernel/ids';
import { addDays, startOfDay } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { enterprises } from '../ledgers/enterprises';
import type { permits } from '../ledgers/permits';
import type { supplyDaily } from '../ledgers/supplyDaily';
import type { Vehicle } from './fleet';
import { digits, inventCreditCode, inventName, inventPhone } from './people';
import { inventCompanyName } from './companyNames';
import { at, day, dayCount, firstDay, townships } from './places';
import type { Random } from './random';
import type { Routes } from './routes';

export interface Enterprise {
  readonly id: RowId;
  readonly values: ValuesOf<typeof enterprises>;
}

export interface Permit {
  readonly id: RowId;
  readonly values: ValuesOf<typeof permits>;
}

const enterpriseCount = 60;
const keyEnterprises = 10;
const permitCount = 300;
/** As many of the 300 as the county's own notice gave to key enterprises. */
const permitsOfKeyEnterprises = 47;
const categories = ['消毒剂', '酒精', '口罩', '药品', '食品商超', '其他生产', '其他'] as const;
const made = {
  消毒剂: { product: '消毒剂', measure: '吨', capacity: 40, goods: '消毒剂' },
  酒精: { product: '酒精', measure: '吨', capacity: 25, goods: '医用酒精' },
  口罩: { product: '医用口罩', measure: '万只', capacity: 60, goods: '医用口罩' },
  药品: { product: '其他', measure: '箱', capacity: 800, goods: '药品' },
  食品商超: { product: '免洗凝胶', measure: '瓶', capacity: 900, goods: '蔬菜' },
  其他生产: { product: '其他消毒液', measure: '升', capacity: 5_000, goods: '原料' },
  其他: { product: '防护服', measure: '套', capacity: 700, goods: '生活物资' },
} as const;

export function inventEnterprises(random: Random): readonly Enterprise[] {
  const madeAt = startOfDay(day('2022-03-11'));
  return Array.from({ length: enterpriseCount }, (_, index) => {
    const category = categories[index % categories.length] ?? '其他';
    const township = random.pick(townships);
    return {
      id: random.rowId(madeAt + index),
      values: {
        name: inventCompanyName(category, index),
        creditCode: inventCreditCode(random, index + 1),
        category,
        place: township,
        address: `修武县${township}样例路${index + 1}号`,
        employees: 12 + random.int(480),
        isKey: index < keyEnterprises,
        head: inventName(random),
        phone: inventPhone(random),
        assignedOfficial: inventName(random),
      },
    };
  });
}

/** 300 permits for 300 lorries of the fleet; exactly 47 belong to key enterprises. */
export function inventPermits(
  random: Random,
  companies: readonly Enterprise[],
  fleet: readonly Vehicle[],
  routes: Routes,
): ReadonlyMap<Vehicle, Permit> {
  const lorries = fleet.filter((vehicle) => vehicle.vehicleType !== '小型客车');
  const keyOnes = companies.filter((company) => company.values.isKey);
  const others = companies.filter((company) => !company.values.isKey);
  const permitted = new Map<Vehicle, Permit>();
  for (const [index, vehicle] of lorries.slice(0, permitCount).entries()) {
    const company = random.pick(index < permitsOfKeyEnterprises ? keyOnes : others);
    permitted.set(vehicle, inventPermit(random, index, vehicle, company, routes));
  }
  return permitted;
}

function inventPermit(
  random: Random,
  index: number,
  vehicle: Vehicle,
  company: Enterprise,
  routes: Routes,
): Permit {
  const validFrom = addDays(firstDay, random.int(7) - 3);
  const issuedAt = at(addDays(validFrom, -1), 9 + random.int(9), random.int(60));
  const status = index % 60 === 59 ? '遗失' : index % 25 === 24 ? '注销' : '有效';
  return {
    id: random.rowId(issuedAt),
    values: {
      number: `410821${digits(index + 1, 6)}`,
      transport: random.pick(['县域内', '市内跨县', '跨市'] as const),
      enterprise: company.id,
      creditCode: company.values.creditCode ?? '',
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
      checkpoints: [routes.usualOf(vehicle).id],
      goods: made[company.values.category].goods,
      amount: `${2 + random.int(30)}吨`,
      validFrom,
      validUntil: addDays(validFrom, 14),
      approvedBy: '修武县样例保障组',
      approver: inventName(random),
      issuedAt,
      status,
      ...(status === '有效'
        ? {}
        : { voidedAt: at(addDays(firstDay, dayCount - 1), 9, index % 60) }),
      ...(status === '注销' ? { revokedReason: '线路变更，另发新证' } : {}),
    },
  };
}

export interface SupplyReport {
  readonly id: RowId;
  readonly values: ValuesOf<typeof supplyDaily>;
}

/** Each enterprise reports once a day; what is not sent out stays in stock. */
export function* inventSupplyReports(
  random: Random,
  companies: readonly Enterprise[],
): Generator<SupplyReport> {
  const stocks = companies.map((company) => made[company.values.category].capacity * 3);
  for (let offset = 0; offset < dayCount; offset++) {
    const date = addDays(firstDay, offset);
    for (const [index, company] of companies.entries()) {
      const { product, measure, capacity } = made[company.values.category];
      const output = Math.round(capacity * (0.5 + random.next() * 0.5));
      const sent = Math.round(capacity * (0.4 + random.next() * 0.6));
      const stock = Math.max(0, (stocks[index] ?? 0) + output - sent);
      stocks[index] = stock;
      yield {
        id: random.rowId(at(date, 16, index % 60)),
        values: {
          enterprise: company.id,
          product,
          date,
          dailyCapacity: capacity,
          output,
          stock,
          measure,
          materialDays: 1 + random.int(14),
          ...(random.chance(0.06) ? { problems: '原料运输车辆需办理通行证。' } : {}),
        },
      };
    }
  }
}
