import { describe, expect, it } from 'vitest';
import { instantOf, toInstant } from '../../../shared/kernel/time';
import { ledgers } from '../../../shared/ledgers/registry';
import { reportLines, type FilledReport } from '../../../shared/reports/filledReport';
import { fillReport } from '../../../shared/reports/fillReport';
import type { ReportTemplate, TemplateBlock } from '../../../shared/reports/template';
import { reportTemplates } from '../../../shared/reports/templates/reportTemplates';
import { sampleAnswers } from './sampleAnswers';

/** China Standard Time. */
const moment = (day: number, hour: number) =>
  instantOf({ year: 2022, month: 3, day, hour, minute: 0, second: 0 }) ?? toInstant(0);
const facts = { unit: '修武县', at: moment(27, 20), number: 9 };

const fill = (template: ReportTemplate, at = facts.at): FilledReport =>
  fillReport(template, { ...facts, at }, ledgers, sampleAnswers);
const textOf = (report: FilledReport) => reportLines(report).join('\n');
const named = (id: string, language: 'zh' | 'en') => {
  const found = reportTemplates(language).find((template) => template.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};
const worded = (...texts: readonly string[]): ReportTemplate => ({
  id: 'own',
  name: 'own',
  language: 'zh',
  isNumbered: false,
  blocks: texts.map((text): TemplateBlock => ({ type: 'paragraph', text })),
});

const briefing = textOf(fill(named('pressBriefing', 'zh')));

describe('the press briefing of the evening of 27 March 2022', () => {
  it.each([
    '修武县疫情防控新闻发布稿',
    '（第9场，2022年3月27日）',
    '截至3月27日20时，全县累计报告确诊病例13例、无症状感染者28例。',
    '流调队伍138支、390人',
    '截至3月27日12时，累计判定密接3718人、次密接7774人。',
    '启用集中隔离点14个，集中隔离3558人，其中县内1673人、县外1885人。',
    '医疗专家省级4名、市级19名；消杀专家省级1名、市级34名；防控专家省级11名、市级46名、县级75名。',
    '重点人群已开展11轮、其他人群已开展7轮核酸检测，累计采样167.78万人次。',
    '中风险地区13个、封控区16个、管控区1个；设置交通卡点30个',
    '累计消杀96.8万平方米，发放中药30.57万袋。',
    '42名县级干部、100名后备干部、9400名党员',
    '3家保供商超储备粮食4748.4吨、食用油19.7吨、肉类2000吨、鸡蛋61.5吨、蔬菜52.48吨。',
    '累计配送生活物资204吨，其中米面油113吨、肉5吨、蛋3.7吨、蔬菜82.6吨',
    '开放药店24家，登记特殊药品需求52户、36种。',
    '向重点企业发放通行证47张，协调解决物流运输问题26个。',
  ])('says what the county said: %s', (sentence) => {
    expect(briefing).toContain(sentence);
  });

  it('names the figure whose parts do not add up, as they did not when published', () => {
    expect(fill(named('pressBriefing', 'zh')).differing).toEqual([
      { figure: 'necessitiesDeliveries.total', whole: 204, parts: 204.3 },
    ]);
  });

  it('says the same in English', () => {
    const text = textOf(fill(named('pressBriefing', 'en')));
    expect(text).toContain('As of 20:00 on 27 March the county has reported 13 confirmed and 28');
    expect(text).toContain('3,718 close and 7,774 secondary contacts');
    expect(text).toContain('1,677,800 samples in all');
  });
});

describe('every report that the app brings', () => {
  const all = (['zh', 'en'] as const).flatMap((language) => reportTemplates(language));
  it.each(all.map((template) => [template.name, template] as const))(
    '%s asks for nothing that is not counted',
    (_name, template) => {
      expect(fill(template).problems).toEqual([]);
      expect(textOf(fill(template))).not.toMatch(/[{}]/);
    },
  );

  it('is the same reports in both languages', () => {
    const ids = (language: 'zh' | 'en') => reportTemplates(language).map(({ id }) => id);
    expect(ids('en')).toEqual(ids('zh'));
  });

  it('isolation daily: every site in a line, and the total under them', () => {
    const lines = reportLines(fill(named('isolationReport', 'zh'), moment(27, 12)));
    expect(lines).toContain('隔离点\t集中隔离（人）');
    expect(lines.filter((line) => line === '合计\t3,558')).toHaveLength(2);
    const sites = lines.slice(lines.indexOf('隔离点\t集中隔离（人）') + 1);
    const counted = sites.slice(0, sites.indexOf('合计\t3,558'));
    expect(counted.length).toBeGreaterThan(13);
    const sum = counted.reduce((whole, line) => whole + toNumber(line.split('\t')[1]), 0);
    expect(sum).toBe(3_558);
  });
});

describe('wording', () => {
  it.each([
    ['noFigure', '{{累计确诊病历}}'],
    ['noPart', '{{医疗专家/国家}}'],
    ['wrongForm', '{{}}'],
    ['wrongForm', '{{集中隔离@25}}'],
  ])('that no figure answers is named, not left empty: %s %s', (tag, source) => {
    const report = fill(worded('疫情', `共${source}例`));
    expect(report.problems).toEqual([{ tag, source, block: 1 }]);
    expect(textOf(report)).toBe(`疫情\n共${source}例`);
  });

  it('with a brace that does not close, or a number where none is counted, too', () => {
    expect(fill(worded('共{{累计确诊病例例')).problems).toEqual([
      { tag: 'wrongForm', source: '{{', block: 0 },
    ]);
    const { unit, at } = facts;
    const unnumbered = fillReport(worded('第{{期号}}期'), { unit, at }, ledgers, sampleAnswers);
    expect(unnumbered.problems.map(({ tag }) => tag)).toEqual(['noNumber']);
  });

  it('may name a figure by its id, and an hour that has passed', () => {
    expect(textOf(fill(worded('{{cases.confirmed}}，{{截至@12}}'), moment(27, 20)))).toBe(
      '13，3月27日12时',
    );
    expect(textOf(fill(worded('{{截至@12}}，{{截至}}'), moment(27, 24)))).toBe(
      '3月27日12时，3月27日24时',
    );
  });
});

const toNumber = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

describe('a chart in a report', () => {
  const drawn = (over: string, figure = '集中隔离'): FilledReport =>
    fill({ ...worded(), blocks: [{ type: 'chart', caption: '在隔人数', figure, over }] });
  const lines = (report: FilledReport) => {
    const [block] = report.blocks;
    return block?.type === 'chart' ? block.lines.map(([words, { text }]) => [words, text]) : [];
  };

  it('goes day by day up to the cut-off', () => {
    const shown = lines(drawn('近3日', '累计确诊病例'));
    expect(shown.map(([words]) => words)).toEqual(['03-25', '03-26', '03-27']);
    expect(shown.at(-1)).toEqual(['03-27', '13']);
  });

  it('calls the day that ends at 24:00 by its own date', () => {
    const template: ReportTemplate = {
      ...worded(),
      blocks: [{ type: 'chart', caption: '', figure: '累计确诊病例', over: '2 days' }],
    };
    const [block] = fill(template, moment(28, 0)).blocks;
    expect(block?.type === 'chart' && block.lines.map(([words]) => words)).toEqual([
      '03-26',
      '03-27',
    ]);
  });

  it('or by a field, named as its header or as its path', () => {
    const byHeader = lines(drawn('人员类别'));
    expect(byHeader.length).toBeGreaterThan(1);
    expect(lines(drawn('category'))).toEqual(byHeader);
    expect(textOf(drawn('人员类别'))).toContain(`${byHeader[0]?.[0]}\t${byHeader[0]?.[1]}`);
  });

  it('says what it cannot draw, by the words that were typed', () => {
    expect(drawn('楼栋').problems).toEqual([{ tag: 'noPart', source: '楼栋', block: 0 }]);
    expect(drawn('近40日').problems).toEqual([{ tag: 'noPart', source: '近40日', block: 0 }]);
    expect(drawn('近3日', '集中隔璃').problems).toEqual([
      { tag: 'noFigure', source: '{{集中隔璃}}', block: 0 },
    ]);
  });
});
