import { readAnswers } from '../../../renderer/features/reports/readAnswers';
import type { EventId } from '../../../shared/kernel/ids';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import { ledgers } from '../../../shared/ledgers/registry';
import { askedFigures } from '../../../shared/reports/askedFigures';
import { fillReport } from '../../../shared/reports/fillReport';
import { figureFinder } from '../../../shared/reports/reportCatalogue';
import { reportTemplates } from '../../../shared/reports/templates/reportTemplates';
import { cutOffOf } from '../../../renderer/features/reports/readAnswers';
import '../../support/storePage/page';
import { reportRows } from './reportRows';

export interface ReportBench {
  /** Makes an event with the rows; gives its id. */
  readonly fill: (passageCount: number, otherCount: number) => Promise<EventId>;
  /** Milliseconds of reading its pages when it is opened, key and checks left out. */
  readonly load: (event: EventId) => Promise<number>;
  /** Milliseconds of the whole daily report, filled. */
  readonly report: (at: Instant) => Promise<number>;
  /** The same at cut-offs that were not asked for before. */
  readonly moving: (at: Instant, turns: number) => Promise<readonly number[]>;
  /** The same at one cut-off, after one more passage each time. */
  readonly growing: (at: Instant, turns: number) => Promise<readonly number[]>;
  readonly values: (at: Instant) => Promise<readonly (readonly [string, number])[]>;
  /** Milliseconds until the first rows of each figure are there, each at a cut-off of its own. */
  readonly open: (
    at: Instant,
    turns: number,
    rows: number,
  ) => Promise<readonly (readonly [string, readonly number[]])[]>;
}

const find = figureFinder(ledgers);
const template = reportTemplates('zh').find(({ id }) => id === 'dailyReport');
if (!template) throw new Error('No daily report');
const daily = template;
const minuteMs = 60_000;
const { storePage } = window;

const earlier = (at: Instant, turn: number) => toInstant(at - turn * minuteMs);

async function report(at: Instant): Promise<number> {
  const from = performance.now();
  const asked = askedFigures(daily, find, at);
  const answers = await readAnswers(storePage.store(), ledgers, find, asked);
  if (!answers.ok) throw new Error(answers.problem.tag);
  const filled = fillReport(daily, { unit: '修武县', at }, ledgers, answers.value);
  if (filled.problems.length > 0) throw new Error('The daily report has problems');
  return performance.now() - from;
}

async function inTurns(turns: number, work: (turn: number) => Promise<number>) {
  const taken: number[] = [];
  for (let turn = 1; turn <= turns; turn++) taken.push(await work(turn));
  return taken;
}

const reportBench: ReportBench = {
  fill: async (passageCount, otherCount) => {
    const { listing, store } = await storePage.make();
    for (const { ledger, rows } of reportRows(passageCount, otherCount)) {
      const writes = rows.map(({ id, values }) => ({
        type: 'insert' as const,
        ledger,
        row: id,
        values,
      }));
      const done = await store.commit(writes, { type: 'sample' });
      if (!done.ok) throw new Error(done.problem.tag);
    }
    await store.lock();
    return listing.id;
  },
  load: async (event) => {
    let from = 0;
    let to = 0;
    await storePage.open(event, false, ({ stage, done, total }) => {
      if (stage !== 'load') return;
      if (done === 0) from = performance.now();
      if (done === total) to = performance.now();
    });
    return to - from;
  },
  report,
  moving: (at, turns) => inTurns(turns, (turn) => report(earlier(at, turn))),
  growing: (at, turns) =>
    inTurns(turns, async (turn) => {
      await storePage.addPassages(1, turn, 1);
      return report(at);
    }),
  values: async (at) => {
    const asked = askedFigures(daily, find, at);
    const answers = await readAnswers(storePage.store(), ledgers, find, asked);
    if (!answers.ok) throw new Error(answers.problem.tag);
    const { valueOf } = answers.value;
    return asked.map(({ figure }) => [figure, valueOf(figure, at) ?? NaN] as const);
  },
  open: async (at, turns, rows) => {
    const taken: (readonly [string, readonly number[]])[] = [];
    for (const { figure } of askedFigures(daily, find, at))
      taken.push([
        figure,
        await inTurns(turns, async (turn) => {
          const store = storePage.store();
          const from = performance.now();
          const query = { figure, cutOff: cutOffOf(earlier(at, turn)) };
          const { id } = await store.openFigure(query, rows);
          const done = performance.now() - from;
          store.closeFigure(id);
          return done;
        }),
      ]);
    return taken;
  },
};

declare global {
  interface Window {
    readonly reportBench: ReportBench;
  }
}
Object.assign(window, { reportBench });
