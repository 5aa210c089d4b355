import { addDays } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { dutyRoster } from '../ledgers/dutyRoster';
import type { equipment } from '../ledgers/equipment';
import type { notices } from '../ledgers/notices';
import type { workGroups } from '../ledgers/workGroups';
import { digits, inventName, inventPhone } from './people';
import { at, day, dayCount, firstDay, townships } from './places';
import type { Random } from './random';

/** As published: cadres and party members on posts. */
const onPosts = [
  ['县级干部', 42],
  ['后备干部', 100],
  ['党员', 9_400],
] as const;
/** As published: experts by group and level. */
const experts = [
  ['医疗', '省', 4],
  ['医疗', '市', 19],
  ['消杀', '省', 1],
  ['消杀', '市', 34],
  ['防控', '省', 11],
  ['防控', '市', 46],
  ['防控', '县', 75],
] as const;
/** Published as "over 100". */
const loudspeakers = 104;

export function* inventWorkGroups(random: Random) {
  const since = at(day('2022-03-18'), 8);
  for (const [category, count] of onPosts) {
    for (let index = 0; index < count; index++) {
      const isCadre = category === '县级干部';
      const township = townships[index % townships.length] ?? '城关镇';
      const values: ValuesOf<typeof workGroups> = {
        body: isCadre ? (index < 4 ? '办公室' : index < 14 ? '五部' : '工作组') : '基层',
        name: isCadre ? `第${1 + (index % 14)}工作组` : `${township}样例${1 + (index % 40)}村`,
        person: inventName(random),
        phone: inventPhone(random),
        since,
        state: '在岗',
        category,
      };
      yield { id: random.rowId(since + index), values };
    }
  }
  for (const [expertGroup, level, count] of experts) {
    for (let index = 0; index < count; index++) {
      const values: ValuesOf<typeof workGroups> = {
        body: '工作组',
        name: `${expertGroup}专家组`,
        person: inventName(random),
        phone: inventPhone(random),
        since,
        state: '在岗',
        category: '专家',
        expertGroup,
        level,
      };
      yield { id: random.rowId(since + index), values };
    }
  }
}

export function* inventRoster(random: Random) {
  for (let offset = 0; offset < dayCount; offset++) {
    const date = addDays(firstDay, offset);
    for (const shift of ['A', 'B'] as const) {
      const values: ValuesOf<typeof dutyRoster> = {
        date,
        shift,
        from: at(date, shift === 'A' ? 8 : 20),
        until: at(addDays(date, shift === 'A' ? 0 : 1), shift === 'A' ? 20 : 8),
        post: '指挥部',
        place: '县指挥部',
        leader: inventName(random),
        deputy: inventName(random),
        staff: `${inventName(random)}、${inventName(random)}`,
        phone: inventPhone(random),
        signedIn: true,
        done: '日报已上报',
      };
      yield { id: random.rowId(at(date, shift === 'A' ? 8 : 20)), values };
    }
  }
}

export function* inventEquipment(random: Random) {
  const kinds = [
    ['大喇叭', 'LB', loudspeakers],
    ['对讲机', 'DJ', 60],
    ['随身固话', 'GH', 12],
    ['应急线路', 'YJ', 8],
  ] as const;
  for (const [kind, prefix, count] of kinds) {
    for (let index = 0; index < count; index++) {
      const issuedAt = at(day('2022-03-19'), 8 + (index % 10));
      const values: ValuesOf<typeof equipment> = {
        number: `${prefix}${digits(index + 1, 4)}`,
        kind,
        holder: `${random.pick(townships)}样例${1 + random.int(40)}村`,
        issuedAt,
        state: '在用',
      };
      yield { id: random.rowId(issuedAt + index), values };
    }
  }
}

export function* inventNotices(random: Random) {
  for (let offset = 0; offset < dayCount; offset++) {
    const sentAt = at(addDays(firstDay, offset), 8, 30);
    const values: ValuesOf<typeof notices> = {
      batch: `D2203${digits(offset + 1, 3)}`,
      content: '请按时参加核酸检测，不聚集、不外出。',
      audience: '全县手机用户',
      messages: 20_000 + random.int(9_000),
      sentAt,
      channel: '短信',
    };
    yield { id: random.rowId(sentAt), values };
  }
}
