import type { RowId } from '../kernel/ids';
import { addDays, dateOf, toInstant, type IsoDate } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { cases } from '../ledgers/cases';
import type { contacts } from '../ledgers/contacts';
import type { tracingTeams } from '../ledgers/tracingTeams';
import type { Site, Stay } from './isolation';
import { digits, inventName, inventPerson, inventPhone } from './people';
import { at, day, lastDay, townships } from './places';
import type { Random } from './random';

interface Case {
  readonly id: RowId;
  readonly values: ValuesOf<typeof cases>;
}

interface Contact {
  readonly id: RowId;
  readonly values: ValuesOf<typeof contacts>;
}

interface Team {
  readonly id: RowId;
  readonly values: ValuesOf<typeof tracingTeams>;
}

const firstCase = day('2022-03-17');
/** By 20:00 of the last day: 13 confirmed, 2 of them by conversion, and 28 asymptomatic. */
const confirmedFromTheStart = 11;
const converted = 2;
const asymptomatic = 28;
/** Reported after 20:00: in no figure of that evening. */
const reportedLater = 1;

const noon = at(lastDay, 12);
const closeContacts = 3_718;
const secondaryContacts = 7_774;
/** Found after noon of the last day. */
const foundLater = 64;

const teamCount = 138;
const teamMembers = 390;

/** Chains of transmission: each case but the first three was infected by an earlier one. */
export function inventCases(random: Random): readonly Case[] {
  const found: Case[] = [];
  const count = confirmedFromTheStart + converted + asymptomatic + reportedLater;
  for (let index = 0; index < count; index++) {
    const isLate = index >= count - reportedLater;
    const reportedOn = isLate ? lastDay : addDays(firstCase, Math.floor((index * 10) / count));
    const reportedAt = isLate
      ? at(lastDay, 21, 40)
      : at(reportedOn, 8 + random.int(11), random.int(60));
    const isConverted = index >= confirmedFromTheStart && index < confirmedFromTheStart + converted;
    const isConfirmed = index < confirmedFromTheStart;
    const source = index < 3 ? undefined : found[random.int(Math.min(index, 20))];
    const person = inventPerson(random);
    found.push({
      id: random.rowId(reportedAt),
      values: {
        number: `修病例${digits(index + 1, 3)}`,
        kind: isConfirmed ? '确诊' : '无症状',
        reportedAt,
        foundBy:
          index === 0
            ? '主动就诊'
            : random.pick(['重点人群筛查', '全员核酸', '密接排查', '密接排查'] as const),
        ...(source ? { sourceCase: source.id } : {}),
        ...person,
        sex: random.pick(['男', '女'] as const),
        age: 3 + random.int(80),
        address: `修武县${random.pick(townships)}样例${1 + random.int(40)}村`,
        outcome: isConverted ? '无症状转确诊' : '在治',
        ...(isConverted ? { confirmedAt: at(day('2022-03-26'), 16, 20 + index) } : {}),
        ...(isConfirmed || isConverted
          ? { severity: random.pick(['轻型', '轻型', '普通型'] as const) }
          : {}),
        hospital: '焦作市样例定点医院',
      },
    });
  }
  return found;
}

/** Beds whose contacts nobody has written down, of each category: what a cross-check finds. */
const untraced = 2;
/** Of those found after noon one in so many is said to be isolated, and no site has the person. */
const withoutBedOneIn = 20;

/**
 * Contacts of the cases: up to noon of the last day as many as were published then, and a few after.
 * They are the people in the beds, as long as there are beds; the others stay at home until they
 * are released, or outside the county.
 */
export function* inventContacts(
  random: Random,
  infected: readonly Case[],
  sites: readonly Site[],
  stays: readonly Stay[],
): Generator<Contact> {
  const inside = sites.filter(({ values }) => values.whereabouts === '县内');
  const bedsOf = (category: '密接' | '次密接') =>
    stays
      .filter(({ values }) => values.category === category && !values.releasedAt)
      .slice(untraced);
  const beds = { 密接: bedsOf('密接').values(), 次密接: bedsOf('次密接').values() };
  for (let index = 0; index < closeContacts + secondaryContacts + foundLater; index++) {
    const isLate = index >= closeContacts + secondaryContacts;
    const source = random.pick(infected.slice(0, isLate ? 40 : 30));
    const determinedAt = isLate
      ? at(lastDay, 13 + random.int(7), random.int(60))
      : toInstant(Math.min(noon, source.values.reportedAt + 3_600_000 * (2 + random.int(70))));
    const isClose = isLate ? random.chance(0.3) : index < closeContacts;
    const category = isClose ? ('密接' as const) : ('次密接' as const);
    const lastContactAt = toInstant(source.values.reportedAt - 3_600_000 * (6 + random.int(48)));
    const isInside = random.chance(0.48);
    const id = random.rowId(determinedAt);
    const person = inventPerson(random);
    const about = {
      category,
      sourceCase: source.id,
      sex: random.pick(['男', '女'] as const),
      age: 1 + random.int(88),
      address: `修武县${random.pick(townships)}样例${1 + random.int(40)}村`,
      exposure: random.pick(['同住', '同餐', '同乘', '同工作场所', '同就诊'] as const),
      lastContactAt,
      determinedAt,
      tracedFrom: random.pick(['流调', '大数据', '公安'] as const),
    };
    const dueOn = addDays(dateOf(lastContactAt), isClose ? 14 : 7);
    const site = isInside ? random.pick(inside).id : undefined;
    const transferredAt = isInside
      ? toInstant(determinedAt + 3_600_000 * (1 + random.int(6)))
      : undefined;
    const bed = isLate ? undefined : beds[category].next().value;
    if (bed) {
      yield { id, values: { ...about, ...inBed(bed) } };
    } else if (isLate && site && transferredAt && index % withoutBedOneIn === 0) {
      const control = { control: '集中隔离', site, transferredAt, dueOn } as const;
      yield { id, values: { ...about, ...person, ...control } };
    } else {
      yield { id, values: { ...about, ...person, ...elsewhere(isInside, isLate, dueOn) } };
    }
  }
}

type ContactValues = Contact['values'];

/** The person in a bed, as the site has written it down. */
function inBed({
  values,
}: Stay): Pick<
  ContactValues,
  'name' | 'documentNumber' | 'phone' | 'control' | 'site' | 'transferredAt' | 'dueOn'
> {
  const { name, documentNumber, phone, site, admittedAt, dueOn } = values;
  return {
    name,
    documentNumber,
    ...(phone === undefined ? {} : { phone }),
    control: '集中隔离',
    site,
    transferredAt: admittedAt,
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

function elsewhere(
  isInside: boolean,
  isLate: boolean,
  dueOn: IsoDate,
): Pick<ContactValues, 'control' | 'dueOn' | 'releasedAt' | 'outcome'> {
  if (!isInside) return { control: '县外管控', dueOn };
  if (isLate) return { control: '待转运', dueOn };
  if (dueOn > lastDay) return { control: '居家隔离', dueOn };
  return { control: '居家隔离', dueOn, releasedAt: at(dueOn, 9), outcome: '解除' };
}

/** 138 teams of two or three, 390 people in all. */
export function inventTeams(random: Random, infected: readonly Case[]): readonly Team[] {
  const ofThree = teamMembers - 2 * teamCount;
  return Array.from({ length: teamCount }, (_, index) => {
    const formedAt = at(day('2022-03-18'), 8, index % 60);
    const inHand = infected[index % infected.length];
    return {
      id: random.rowId(formedAt + index),
      values: {
        number: `流调${digits(index + 1, 3)}队`,
        leader: inventName(random),
        phone: inventPhone(random),
        members: index < ofThree ? 3 : 2,
        origin: random.pick(['公安', '疾控', '大数据', '其他'] as const),
        ...(inHand ? { currentCase: inHand.id } : {}),
        formedAt,
        state: '在岗',
      },
    };
  });
}
