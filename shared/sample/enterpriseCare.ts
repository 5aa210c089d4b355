import { addDays } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { enterpriseProblems } from '../ledgers/enterpriseProblems';
import type { inspections } from '../ledgers/inspections';
import type { workerHealth } from '../ledgers/workerHealth';
import { digits, inventName, inventPerson } from './people';
import { at, day, firstDay, townships } from './places';
import type { Random } from './random';
import type { Enterprise } from './transport';

/** As published: 26 problems of freight solved. */
const freightSolved = 26;
const otherProblems = 14;

export function* inventProblems(random: Random, companies: readonly Enterprise[]) {
  for (let index = 0; index < freightSolved + otherProblems; index++) {
    const isFreight = index < freightSolved;
    const raisedAt = at(addDays(firstDay, index % 8), 9 + random.int(8), random.int(60));
    const isOpen = !isFreight && index % 3 === 0;
    const values: ValuesOf<typeof enterpriseProblems> = {
      number: `ZQ2203${digits(index + 1, 3)}`,
      enterprise: random.pick(companies).id,
      category: isFreight ? '物流受阻' : random.pick(['职工通勤', '原料', '设备'] as const),
      urgency: random.pick(['特急', '急', '一般'] as const),
      problem: isFreight ? '跨县运输车辆在卡点受阻' : '职工返岗通勤受限',
      raisedAt,
      responsible: '县样例助企专班',
      measures: '协调卡点放行并办理通行证',
      ...(isOpen
        ? { state: '办理中' as const }
        : {
            closedAt: at(addDays(firstDay, (index % 8) + 1), 10 + random.int(8)),
            state: '已办结' as const,
            rating: '满意',
          }),
    };
    yield { id: random.rowId(raisedAt), values };
  }
}

export function* inventWorkers(random: Random, companies: readonly Enterprise[]) {
  for (const company of companies.filter(({ values }) => values.isKey)) {
    for (let index = 0; index < 30; index++) {
      const madeAt = at(day('2022-03-20'), 8, index);
      const values: ValuesOf<typeof workerHealth> = {
        enterprise: company.id,
        ...inventPerson(random),
        post: random.pick(['操作工', '质检', '仓管', '司机'] as const),
        lodging: random.pick(['厂内', '点对点', '居家'] as const),
        address: `${random.pick(townships)}样例${1 + random.int(40)}村`,
        healthCode: '绿',
        sampledAt: at(day('2022-03-26'), 7 + random.int(4), random.int(60)),
        testResult: '阴性',
        vaccineDoses: 2 + random.int(2),
        temperature: (360 + random.int(10)) / 10,
        isOnDuty: random.chance(0.9),
      };
      yield { id: random.rowId(madeAt), values };
    }
  }
}

export function* inventInspections(random: Random, companies: readonly Enterprise[]) {
  for (const [index, company] of companies.entries()) {
    const inspectedAt = at(addDays(firstDay, index % 9), 9 + random.int(8), random.int(60));
    const isFine = index % 4 === 0;
    const isOpen = index % 9 === 5;
    const values: ValuesOf<typeof inspections> = {
      team: `第${1 + (index % 3)}督导组`,
      inspected: company.values.name,
      inspectedAt,
      findings: isFine ? '未发现问题' : '测温登记不规范',
      severity: isFine ? '无' : '一般',
      ...(isFine
        ? { state: '无需整改' as const }
        : {
            demand: '立行立改，补齐登记',
            dueAt: at(addDays(firstDay, (index % 9) + 1), 18),
            ...(isOpen
              ? { state: '整改中' as const }
              : {
                  correctedAt: at(addDays(firstDay, (index % 9) + 1), 12),
                  reviewer: inventName(random),
                  state: '已复查' as const,
                }),
          }),
    };
    yield { id: random.rowId(inspectedAt), values };
  }
}
