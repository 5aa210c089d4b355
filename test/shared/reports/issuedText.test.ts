import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../shared/kernel/time';
import {
  cellNumber,
  reportLines,
  type FilledReport,
  type Run,
} from '../../../shared/reports/filledReport';
import { reportFromText } from '../../../shared/reports/issuedText';

const at = toInstant(Date.UTC(2022, 2, 27, 4));
const text = (words: string): readonly Run[] => [{ type: 'text', text: words }];
const figure = (words: string, value: number): Run => ({
  type: 'figure',
  text: words,
  value,
  figure: 'contacts.close',
  at,
});

const issued: FilledReport = {
  language: 'zh',
  at,
  problems: [],
  differing: [],
  blocks: [
    { type: 'title', runs: text('修武县疫情防控日报') },
    { type: 'subtitle', runs: text('（截至3月27日12时）') },
    { type: 'heading', runs: text('一、总体情况') },
    { type: 'paragraph', runs: [...text('累计判定密接'), figure('3718', 3718), ...text('人。')] },
    {
      type: 'table',
      caption: text('二、流调'),
      head: [text('指标'), text('数值')],
      rows: [[text('累计判定密接'), [figure('3,718', 3718)]]],
    },
    {
      type: 'chart',
      caption: text('近日'),
      unit: '人',
      lines: [['3月27日', figure('3718', 3718)]],
    },
    { type: 'signature', runs: text('修武县疫情防控指挥部\n2022年3月27日') },
  ],
};
const record = {
  text: reportLines(issued).join('\n'),
  figures: `contacts.close ${at} 3718`,
  at,
  language: 'zh' as const,
};

describe('a report that another computer issued', () => {
  const laidOut = reportFromText(record);

  it('says line by line what was issued', () => {
    expect(reportLines(laidOut).filter((line) => line !== '')).toEqual(reportLines(issued));
  });

  it('has its title, headings, tables and signature again; a chart as a table', () => {
    expect(laidOut.blocks.map(({ type }) => type)).toEqual([
      'title',
      'subtitle',
      'heading',
      'paragraph',
      'table',
      'table',
      'signature',
    ]);
  });

  it('has the figures of its tables as numbers', () => {
    const numbers = laidOut.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.map((row) => cellNumber(row[1] ?? [])) : [],
    );
    expect(numbers).toEqual([3718, 3718]);
    const [, chart] = laidOut.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
    expect(chart?.head).toEqual([]);
  });

  it('is laid out when all it has is a title', () => {
    expect(reportFromText({ ...record, text: '通知' }).blocks).toEqual([
      { type: 'title', runs: text('通知') },
    ]);
  });
});
