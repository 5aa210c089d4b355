import { addDays } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { necessitiesDeliveries } from '../ledgers/necessitiesDeliveries';
import type { necessitiesNeeds } from '../ledgers/necessitiesNeeds';
import type { necessitiesStock } from '../ledgers/necessitiesStock';
import type { priceWatch } from '../ledgers/priceWatch';
import type { stockMovements } from '../ledgers/stockMovements';
import { digits, inventName } from './people';
import { at, dayCount, firstDay, townships } from './places';
import type { Random } from './random';
import type { Enterprise } from './transport';
import type { Zone } from './zones';

/** As published: what three supermarkets held, in tonnes. */
const reserve = [
  ['粮食', 4_748.4],
  ['食用油', 19.7],
  ['肉类', 2_000],
  ['鸡蛋', 61.5],
  ['蔬菜', 52.48],
] as const;
const supermarkets = 3;

/** As published: what was delivered to the door since 18 March, in tonnes. */
const delivered = [
  ['米面油', 113],
  ['肉', 5],
  ['蛋', 3.7],
  ['蔬菜', 82.6],
] as const;
const toEnterprises = 31.2;

/** The days before the last are a little off, so that only the last report counts. */
export function* inventReserve(random: Random, companies: readonly Enterprise[]) {
  const holders = companies
    .filter(({ values }) => values.category === '食品商超')
    .slice(0, supermarkets);
  for (let offset = 0; offset < dayCount; offset++) {
    const date = addDays(firstDay, offset);
    for (const [kind, total] of reserve) {
      const shares = split(total, holders.length, 100);
      for (const [index, holder] of holders.entries()) {
        const share = shares[index] ?? 0;
        const drift = offset === dayCount - 1 ? 0 : random.int(9) / 10;
        const values: ValuesOf<typeof necessitiesStock> = {
          holder: holder.id,
          kind,
          date,
          stock: Math.round((share + drift) * 100) / 100,
          supplyDays: 3 + random.int(20),
        };
        yield { id: random.rowId(at(date, 17, index)), values };
      }
    }
  }
}

export function* inventDeliveries(random: Random, areas: readonly Zone[]) {
  const perKind = 40;
  for (const [kind, total] of delivered) {
    for (const [index, share] of split(total, perKind, 1_000).entries())
      yield delivery(random, areas, kind, share, index, '居民');
  }
  for (const [index, share] of split(toEnterprises, 12, 1_000).entries())
    yield delivery(random, areas, '蔬菜', share, index, '企业');
}

function delivery(
  random: Random,
  areas: readonly Zone[],
  kind: (typeof delivered)[number][0],
  quantity: number,
  index: number,
  recipients: '居民' | '企业',
) {
  const date = addDays(firstDay, index % dayCount);
  const township = random.pick(townships);
  const zone = random.pick(areas);
  const values: ValuesOf<typeof necessitiesDeliveries> = {
    date,
    ...(recipients === '居民' ? { zone: zone.id } : {}),
    village:
      recipients === '居民' ? `${township}样例${1 + random.int(30)}村` : `${township}样例产业园`,
    kind,
    quantity,
    recipients,
    ...(recipients === '居民' ? { households: 20 + random.int(160) } : {}),
    deliverer: '修武样例保供超市',
    courier: inventName(random),
    gridWorker: inventName(random),
  };
  return { id: random.rowId(at(date, 9 + random.int(8), random.int(60))), values };
}

/** One delivery in so many left a part of the need open, and as many needs nobody has met yet. */
const shortOneIn = 8;

/** What the branches counted the day before each delivery to residents. */
export function* inventNeeds(random: Random, deliveries: Iterable<ReturnType<typeof delivery>>) {
  let index = 0;
  for (const { values } of deliveries) {
    if (values.recipients !== '居民') continue;
    index++;
    const isShort = index % shortOneIn === 0;
    const isUnmet = index % shortOneIn === 3;
    const { village, kind, zone, gridWorker, quantity, households } = values;
    const date = addDays(values.date, -1);
    const need: ValuesOf<typeof necessitiesNeeds> = {
      date,
      ...(zone === undefined ? {} : { zone }),
      village: isUnmet ? `${village}北组` : village,
      ...(gridWorker === undefined ? {} : { gridWorker }),
      kind,
      quantity: isShort ? Math.round(quantity * 1.3 * 1_000) / 1_000 : quantity,
      ...(households === undefined ? {} : { households }),
      branch: `${village.slice(0, 3)}样例党支部`,
    };
    yield { id: random.rowId(at(date, 16) + index), values: need };
  }
}

export function* inventPrices(random: Random) {
  const items = [
    ['土豆', 3.2],
    ['大白菜', 2.4],
    ['鸡蛋', 9.6],
    ['猪后腿肉', 22.8],
    ['面粉', 4.4],
  ] as const;
  for (let offset = 0; offset < dayCount; offset++) {
    const date = addDays(firstDay, offset);
    for (const [item, usual] of items) {
      const values: ValuesOf<typeof priceWatch> = {
        place: '城关镇样例农贸市场',
        item,
        date,
        price: Math.round((usual + (random.next() - 0.4) * usual * 0.1) * 100) / 100,
      };
      yield { id: random.rowId(at(date, 9)), values };
    }
  }
}

/** One store with its opening, receipts and issues; no balance ever falls below nothing. */
export function* inventMovements(random: Random) {
  const goods = [
    ['医用防护服', '防护', '套', 4_000],
    ['N95口罩', '防护', '只', 30_000],
    ['84消毒液', '消杀', '瓶', 6_000],
    ['核酸采样管', '器械耗材', '支', 90_000],
    ['退热药', '药品', '盒', 3_000],
  ] as const;
  let number = 0;
  for (const [line, [item, category, measure, opening]] of goods.entries()) {
    let balance = 0;
    for (let step = 0; step < 12; step++) {
      const isIn = step === 0 || random.chance(0.35);
      const quantity = step === 0 ? opening : 1 + random.int(Math.max(1, Math.floor(balance / 6)));
      balance += isIn ? quantity : -quantity;
      const movedAt = at(
        addDays(firstDay, Math.min(step, dayCount - 1)),
        8 + random.int(9),
        random.int(60),
      );
      number++;
      const values: ValuesOf<typeof stockMovements> = {
        number: `CK2203${digits(number, 4)}`,
        line: 1,
        direction: isIn ? '入库' : '出库',
        warehouse: '县样例应急物资库',
        movedAt,
        category,
        item,
        specification: '标准',
        // a receipt is a lot of its own; what is issued is of the first
        lot: `L22${digits(line + 1, 3)}${isIn && step > 0 ? `-${step}` : ''}`,
        expiresOn: addDays(firstDay, line === 4 ? 35 : 700 + (isIn ? 30 * step : 0)),
        quantity,
        measure,
        ...(isIn
          ? { origin: random.pick(['下拨', '自购', '捐赠'] as const) }
          : { destination: `${random.pick(townships)}样例服务站`, receivedBy: inventName(random) }),
        keeper: inventName(random),
      };
      yield { id: random.rowId(movedAt + line), values };
    }
  }
}

/** Parts of a whole, in whole fractions of a unit, that add up to it exactly. */
function split(total: number, count: number, fraction: number): readonly number[] {
  const whole = Math.round(total * fraction);
  const each = Math.floor(whole / count);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    return (isLast ? whole - each * (count - 1) : each) / fraction;
  });
}
