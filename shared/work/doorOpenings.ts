import { civilTimeOf, dateOf, type Instant } from '../kernel/time';
import { hourMs, instantAt, textAt } from '../todos/rowValues';
import { entriesAt } from './entries';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

/** Minutes of the day, both ends included; one that ends before it begins goes over midnight. */
export interface AgreedTime {
  readonly from: number;
  readonly until: number;
}

/** `08:00-08:30、18时至18时20分`, full-width signs too: the times at which a door may be opened, as the office wrote them. */
export function agreedTimes(text: string | undefined): readonly AgreedTime[] {
  const moments =
    /(\d{1,2})[:时点](?:(\d{2})分?)?\s*(?:-|–|—|~|至|到)\s*(\d{1,2})[:时点](?:(\d{2})分?)?/g;
  const plain = (text ?? '').normalize('NFKC');
  return [...plain.matchAll(moments)].map(([, h1, m1 = '0', h2, m2 = '0']) => ({
    from: Number(h1) * 60 + Number(m1),
    until: Number(h2) * 60 + Number(m2),
  }));
}

/** Whether a moment lies in one of the agreed times, to the minute. */
export function isAgreed(times: readonly AgreedTime[], moment: Instant): boolean {
  const { hour, minute } = civilTimeOf(moment);
  const now = hour * 60 + minute;
  return times.some(({ from, until }) =>
    from <= until ? from <= now && now <= until : now >= from || now <= until,
  );
}

const marks: readonly WorkMark[] = [
  { id: 'stillOpen', tone: 'bad' },
  { id: 'outsideAgreed', tone: 'bad' },
  { id: 'withinAgreed', tone: 'good' },
];
/** A door that has been open for so long is looked after; the office's own. */
const openLongMinutes = 10;
/** Older openings are history. */
const shownDays = 3;

/**
 * 门磁开门: the openings of the last days; one outside the agreed times is followed up (LEDGERS.md,
 * door-sensors). A sensor that has been taken down says nothing any more.
 */
export const doorOpenings: WorkList = {
  id: 'doorOpenings',
  ledger: 'door-sensors',
  reads: ['door-sensors'],
  imports: 'sensorEvents',
  marks,
  columns: [
    { as: 'instant', fact: 'openedAt' },
    { as: 'field', field: 'number' },
    { as: 'field', field: 'resident' },
    { as: 'field', field: 'address' },
    { as: 'field', field: 'agreed' },
    { as: 'amount', fact: 'openMinutes' },
    { as: 'count', fact: 'outsideToday' },
    { as: 'field', field: 'gridWorker' },
  ],
  lines: ([sensors = []], { at, today }) => {
    const lines = sensors.flatMap((row): readonly WorkLine[] => {
      const removed = instantAt(row, 'removedAt') ?? Infinity;
      const agreed = agreedTimes(textAt(row, 'agreed'));
      const events = entriesAt(row, 'events', 'at').filter(
        ({ moment }) => moment <= at && moment < removed,
      );
      const openings = events.flatMap(({ moment, entry }, index) =>
        entry['motion'] === '开'
          ? [{ moment, closedAt: events.slice(index + 1).find(isClosing)?.moment }]
          : [],
      );
      const outside = openings.filter(({ moment }) => !isAgreed(agreed, moment));
      const outsideToday = outside.filter(({ moment }) => dateOf(moment) === today).length;
      return openings
        .filter(({ moment }) => at - moment <= shownDays * 24 * hourMs)
        .map(({ moment, closedAt }, index) => {
          const openMinutes = Math.round(((closedAt ?? at) - moment) / 60_000);
          const isOutside = !isAgreed(agreed, moment);
          return {
            id: `${row.id} ${moment} ${index}`,
            ledger: 'door-sensors',
            row,
            marks: marksOf({
              stillOpen: closedAt === undefined && openMinutes >= openLongMinutes,
              outsideAgreed: isOutside,
              withinAgreed: !isOutside,
            }),
            facts: { openedAt: moment, openMinutes, outsideToday },
          };
        });
    });
    return byMark(lines, marks, ({ facts }) => -Number(facts['openedAt']));
  },
};

function isClosing({ entry }: { readonly entry: Readonly<Record<string, unknown>> }): boolean {
  return entry['motion'] === '关';
}
