import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/app/text/en/index';
import { zh } from '../../../renderer/app/text/zh/index';
import type { Fields, Row } from '../../../shared/ledger/defineLedger';
import { ledgerById } from '../../../shared/ledgers/registry';
import { sampleCounty } from '../../../shared/sample/sampleCounty';
import { jobs, workOf } from '../../../shared/work/jobs';
import { contactMarks } from '../../../shared/work/tracingLists';
import { momentOf, on } from './moments';

const rows = new Map<string, Row[]>();
for (const batch of sampleCounty()) {
  const own = rows.get(batch.ledger) ?? [];
  rows.set(batch.ledger, own);
  for (const row of batch.rows) own.push(row);
}
const lists = jobs.flatMap((job) => job.lists);
const evening = momentOf(on(27, 20, 30));

describe.each(lists.map((list) => [list.id, list] as const))('%s', (_, list) => {
  const lines = list.lines(
    list.reads.map((ledger) => rows.get(ledger) ?? []),
    evening,
  );

  it('has something to show in the sample county, each line once', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('marks every line with marks of its own', () => {
    const order = list.marks.map(({ id }) => id);
    for (const { marks } of lines) {
      const places = marks.map((mark) => order.indexOf(mark));
      expect(Math.min(0, ...places), marks.join()).toBe(0);
      expect(places.length).toBeGreaterThan(0);
    }
  });

  it('shows fields that its ledger has, and has words in both languages for the rest', () => {
    const fields: Fields = ledgerById(list.ledger)?.fields ?? {};
    for (const column of list.columns)
      if (column.as === 'field') expect(Object.keys(fields)).toContain(column.field);
    const facts = list.columns.flatMap((column) => (column.as === 'field' ? [] : column.fact));
    for (const { work } of [zh, en]) {
      expect(Object.keys(work.lists)).toContain(list.id);
      expect(Object.keys(work.facts)).toEqual(
        expect.arrayContaining([...facts, ...(list.sums ?? [])]),
      );
      expect(Object.keys(work.marks)).toEqual(
        expect.arrayContaining(list.marks.map(({ id }) => id)),
      );
      expect(Object.keys(work.steps)).toEqual(
        expect.arrayContaining((list.steps ?? []).map(({ id }) => id)),
      );
    }
  });

  it('asks by its steps for fields that there are', () => {
    const fields: Fields = ledgerById(list.ledger)?.fields ?? {};
    for (const { asks, needs = [] } of list.steps ?? []) {
      expect(asks).toEqual(expect.arrayContaining([...needs]));
      for (const name of asks) {
        const [outer = '', inner] = name.split('.');
        const field = fields[outer];
        expect(inner === undefined ? field : field?.entry?.[inner], name).toBeDefined();
      }
    }
  });
});

it('shows each job in both languages, and the contacts of a case', () => {
  for (const { work } of [zh, en]) {
    expect(Object.keys(work.jobs)).toEqual(jobs.map(({ id }) => id));
    expect(Object.keys(work.marks)).toEqual(
      expect.arrayContaining(contactMarks.map(({ id }) => id)),
    );
  }
});

it('leads from a ledger to the list about it', () => {
  expect(workOf('cases')).toEqual({ job: 'tracing', list: 'chains' });
  expect(workOf('isolation-stays')).toEqual({ job: 'isolation', list: 'clocks' });
  expect(workOf('worker-health')).toEqual({ job: 'enterprises', list: 'workersToday' });
  expect(workOf('isolation-daily')).toEqual({ job: 'isolation', list: 'siteReports' });
  expect(workOf('duty-roster')).toBeUndefined();
});

it('has a positive in one site, whose neighbours begin anew', () => {
  const clocks = lists.find(({ id }) => id === 'clocks');
  const lines = clocks?.lines([rows.get('isolation-stays') ?? []], evening) ?? [];
  const marked = (mark: string) => lines.filter(({ marks }) => marks.includes(mark)).length;
  expect(marked('positive')).toBe(1);
  expect(marked('restarted')).toBeGreaterThan(20);
  // only those that began anew are written down otherwise
  expect(marked('dueDiffers')).toBe(marked('restarted'));
  expect(marked('overdue')).toBe(0);
  expect(marked('dueToday')).toBeGreaterThan(20);
});
