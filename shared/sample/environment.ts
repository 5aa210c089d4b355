import { addDays } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { disinfection } from '../ledgers/disinfection';
import type { medicalWaste } from '../ledgers/medicalWaste';
import { digits, inventName } from './people';
import { at, dayCount, firstDay, townships } from './places';
import type { Random } from './random';

/** As published, in m². */
const disinfected = 968_000;
const jobs = 240;

export function* inventDisinfection(random: Random) {
  const each = Math.floor(disinfected / jobs);
  for (let index = 0; index < jobs; index++) {
    const doneAt = at(addDays(firstDay, index % dayCount), 7 + random.int(5), random.int(60));
    const values: ValuesOf<typeof disinfection> = {
      doneAt,
      place: `${random.pick(townships)}样例${1 + random.int(40)}村`,
      kind: random.pick(['预防', '随时', '终末'] as const),
      area: index === jobs - 1 ? disinfected - each * (jobs - 1) : each,
      agent: '84消毒液',
      concentration: '有效氯1000 mg/L',
      contactMinutes: 30,
      method: random.pick(['喷洒', '擦拭'] as const),
      workers: inventName(random),
      supervisor: inventName(random),
      result: '合格',
    };
    yield { id: random.rowId(doneAt + index), values };
  }
}

/** Manifests of ten days; the last evening's are still on their way. */
export function* inventWaste(random: Random) {
  const producers = ['县样例医院', '县样例中医院', '样例集中隔离点', '城关镇样例卫生院'] as const;
  let number = 0;
  for (let offset = 0; offset < dayCount; offset++) {
    const date = addDays(firstDay, offset);
    for (const producer of producers) {
      number++;
      const arisenAt = at(date, 8 + random.int(6), random.int(60));
      const isOpen = offset === dayCount - 1;
      const values: ValuesOf<typeof medicalWaste> = {
        number: `YF2203${digits(number, 4)}`,
        producer,
        isEpidemic: producer === '样例集中隔离点',
        kind: random.pick(['感染性', '感染性', '损伤性'] as const),
        containers: 2 + random.int(20),
        weight: 20 + random.int(300),
        arisenAt,
        plant: '焦作样例医废处置中心',
        ...(isOpen
          ? {}
          : {
              collectedAt: at(date, 15, random.int(60)),
              driver: inventName(random),
              receivedBy: inventName(random),
              disposedAt: at(date, 20, random.int(60)),
              method: '高温蒸汽' as const,
            }),
      };
      yield { id: random.rowId(arisenAt), values };
    }
  }
}
