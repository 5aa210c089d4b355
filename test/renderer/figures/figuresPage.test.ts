import { describe, expect, it } from 'vitest';
import { momentOn } from '../../../renderer/app/cutOff/cutOff';
import { figureLines, groupLines } from '../../../renderer/features/figures/figureLines';
import { recordedAfter } from '../../../renderer/features/figures/recordMoments';
import type { RowId } from '../../../shared/kernel/ids';
import { parseIsoDate, toInstant } from '../../../shared/kernel/time';
import { necessitiesDeliveries } from '../../../shared/ledgers/necessitiesDeliveries';

const day = parseIsoDate('2022-03-27');
if (!day) throw new Error('a day of the calendar');
const at = (hour: number) => momentOn(day, hour);

describe('the lines of the page', () => {
  const now = new Map([
    ['necessitiesDeliveries.total', 204.3],
    ['necessitiesDeliveries.staples', 113],
    ['necessitiesDeliveries.meat', 5],
    ['necessitiesDeliveries.eggs', 3.7],
    ['necessitiesDeliveries.vegetables', 82.6],
  ]);
  const before = new Map(now).set('necessitiesDeliveries.eggs', 3.4);
  const lines = figureLines([necessitiesDeliveries], { now, before });
  const idsOf = (filter: 'all' | 'changed' | 'differ', text = '') =>
    groupLines(lines, filter, text).flatMap((group) => group.lines.map(({ figure }) => figure.id));

  it('say by how much a figure has changed, without binary rounding', () => {
    expect(lines.find(({ figure }) => figure.id.endsWith('.eggs'))?.change).toBe(0.3);
    expect(idsOf('changed')).toEqual(['necessitiesDeliveries.eggs']);
  });

  it('name the figure whose parts do not add up: 204 against 204.3', () => {
    expect(idsOf('differ')).toEqual(['necessitiesDeliveries.total']);
    expect(lines[0]?.differs).toMatchObject({ whole: 204, parts: 204.3 });
  });

  it('are found by words in either language', () => {
    expect(idsOf('all', 'eggs')).toEqual(['necessitiesDeliveries.eggs']);
    expect(idsOf('all', '没有')).toEqual([]);
  });
});

describe('a late entry', () => {
  it.each([
    ['written down an hour after the cut-off', at(21), true],
    ['written down at the cut-off', at(20), false],
    ['of which nobody knows when', undefined, false],
  ])('%s', (_, recordedAt, isLate) => {
    const values = recordedAt === undefined ? {} : { recordedAt: toInstant(recordedAt) };
    expect(recordedAfter({ id: 'a' as RowId, values }, at(20))).toBe(isLate); // ids are only told apart
  });
});
