import type { RowId } from '../kernel/ids';
import { addDays } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { hotlineCases } from '../ledgers/hotlineCases';
import type { households } from '../ledgers/households';
import type { pharmacies } from '../ledgers/pharmacies';
import type { scarceNeeds } from '../ledgers/scarceNeeds';
import type { tcmHandouts } from '../ledgers/tcmHandouts';
import { digits, inventName, inventPerson, inventPhone } from './people';
import { at, day, dayCount, firstDay, townships } from './places';
import type { Random } from './random';

/** As published: 24 pharmacies; 52 households that need 36 kinds of medicine; 305,700 bags. */
const pharmacyCount = 24;
const needyHouseholds = 52;
const medicineKinds = 36;
const bagsInAll = 305_700;
const handouts = 150;
const formulaHouseholds = 18;
/** Calls that somebody has found to be of one cause with the first. */
const oneCause = [6, 12, 18];

export function* inventPharmacies(random: Random) {
  for (let index = 0; index < pharmacyCount; index++) {
    const openedAt = at(day(index < 10 ? '2022-03-22' : '2022-03-25'), 8);
    const township = townships[index % townships.length] ?? '城关镇';
    const values: ValuesOf<typeof pharmacies> = {
      name: `${township}样例大药房${index + 1}店`,
      address: `${township}样例街${index + 1}号`,
      batch: index < 10 ? 1 : 2,
      openedAt,
      phone: inventPhone(random),
    };
    yield { id: random.rowId(openedAt + index), values };
  }
}

export function* inventScarceNeeds(random: Random) {
  for (let index = 0; index < needyHouseholds + formulaHouseholds; index++) {
    const isMedicine = index < needyHouseholds;
    const raisedDay = 1 + (index % 9);
    const raisedAt = at(addDays(firstDay, raisedDay), 9 + random.int(3), random.int(60));
    const { name, phone } = inventPerson(random);
    const deliveredDay = Math.min(raisedDay + 1, dayCount - 1);
    const values: ValuesOf<typeof scarceNeeds> = {
      person: name,
      phone,
      address: `${random.pick(townships)}样例${1 + random.int(40)}村`,
      kind: isMedicine ? '药品' : '奶粉',
      item: isMedicine
        ? `样例药${digits((index % medicineKinds) + 1, 2)}`
        : `样例奶粉${1 + (index % 3)}段`,
      quantity: isMedicine ? '2盒' : '1罐',
      raisedAt,
      handler: inventName(random),
      ...(index % 6 === 5
        ? { state: '采购中' as const }
        : {
            state: '已送达' as const,
            deliveredAt: at(addDays(firstDay, deliveredDay), 18, random.int(60)),
          }),
    };
    yield { id: random.rowId(raisedAt + index), values };
  }
}

export function* inventHandouts(random: Random) {
  const each = Math.floor(bagsInAll / handouts);
  for (let index = 0; index < handouts; index++) {
    const date = addDays(firstDay, index % dayCount);
    const values: ValuesOf<typeof tcmHandouts> = {
      date,
      place: `${random.pick(townships)}样例${1 + random.int(40)}村`,
      formula: '预防一号方',
      bags: index === handouts - 1 ? bagsInAll - each * (handouts - 1) : each,
      issuer: inventName(random),
    };
    yield { id: random.rowId(at(date, 10) + index), values };
  }
}

export function* inventHouseholds(random: Random) {
  const categories = [
    '独居老人',
    '大病户',
    '残疾户',
    '孕产妇',
    '血透',
    '肿瘤放化疗',
    '慢病',
  ] as const;
  for (let index = 0; index < 160; index++) {
    const madeAt = at(day('2022-03-19'), 8 + (index % 10), random.int(60));
    const person = inventPerson(random);
    const values: ValuesOf<typeof households> = {
      ...person,
      age: 20 + random.int(70),
      address: `${random.pick(townships)}样例${1 + random.int(40)}村${1 + random.int(90)}号`,
      category: categories[index % categories.length] ?? '其他',
      need: random.pick(['送药', '送菜', '陪诊', '透析接送'] as const),
      visitEveryDays: random.pick([1, 2, 3, 7] as const),
      hospital: '县样例医院',
      carer: inventName(random),
      gridWorker: inventName(random),
      visits: [{ at: at(day('2022-03-26'), 9 + random.int(8)), found: '平稳', done: '送菜上门' }],
    };
    yield { id: random.rowId(madeAt + index), values };
  }
}

export function* inventHotline(random: Random) {
  const categories = [
    '就医购药',
    '生活物资',
    '出行通行',
    '核酸检测',
    '隔离管控',
    '健康码',
  ] as const;
  const contents = [
    '买不到降压药',
    '蔬菜未送到',
    '返乡怎么报备',
    '核酸结果查不到',
    '何时解除隔离',
    '绿码变黄码',
  ] as const;
  const ids: RowId[] = [];
  for (let index = 0; index < 220; index++) {
    const receivedAt = at(addDays(firstDay, index % dayCount), 7 + random.int(14), random.int(60));
    const kind = index % categories.length;
    const isOpen = index % 11 === 10;
    const values: ValuesOf<typeof hotlineCases> = {
      number: `RX2203${digits(index + 1, 4)}`,
      channel: random.pick(['热线', '热线', '微信群', '来信'] as const),
      taker: inventName(random),
      receivedAt,
      caller: inventName(random),
      phone: inventPhone(random),
      category: categories[kind] ?? '其他',
      urgency: random.pick(['特急', '急', '一般', '一般'] as const),
      content: contents[kind] ?? '咨询',
      handler: `${random.pick(townships)}样例专班`,
      dueAt: at(addDays(firstDay, (index % dayCount) + 1), 18),
      ...(isOpen
        ? {}
        : {
            result: '已联系诉求人并办结',
            closedAt: at(addDays(firstDay, index % dayCount), 22, random.int(60)),
            satisfaction: '满意' as const,
            ...(index % 5 === 0
              ? {}
              : { calledBackAt: at(addDays(firstDay, (index % dayCount) + 1), 10) }),
          }),
      ...(oneCause.includes(index) ? { likeCases: ids.slice(0, 1) } : {}),
    };
    const id = random.rowId(receivedAt + index);
    ids.push(id);
    yield { id, values };
  }
}
