import { shownValue } from '../figures/shownValue';
import type { Language } from '../fields/codec';
import { failed, ok, type Result } from '../kernel/result';
import { dateOf, type Instant } from '../kernel/time';
import type { Figure } from '../ledger/figure';
import { momentOf } from './askedFigures';
import { chartDays } from './chartDays';
import { figureText } from './figureText';
import type { FilledChart, ReportProblem, Run } from './filledReport';
import type { AnsweredBreakdown, Filler } from './fillReport';
import { readPlaceholder } from './placeholder';
import { breakdownHeader, type NamedFigure } from './reportCatalogue';
import type { BreakdownTable, FigureChart } from './template';

/** As it was written, for the person who can mend it. */
type BlockProblem = Pick<ReportProblem, 'tag' | 'source'>;

interface Asked {
  readonly named: NamedFigure;
  readonly at: Instant;
}

/** A line for each value of the field, the largest first, and their total. */
export function breakdownRows(
  filler: Filler,
  block: BreakdownTable,
): Result<readonly (readonly (readonly Run[])[])[], BlockProblem> {
  const asked = askedOf(filler, block.figure);
  if (!asked.ok) return asked;
  const { named, at } = asked.value;
  const whole = filler.answers.valueOf(named.figure.id, at);
  if (whole === undefined) return failed({ tag: 'notComputed', source: `{{${block.figure}}}` });
  const found = partsOf(filler, asked.value, block.field);
  if (!found.ok) return found;
  const { language } = filler.template;
  const line = (words: string, value: number): readonly (readonly Run[])[] => [
    [{ type: 'text', text: words }],
    [figureRun(named.figure, value, at, language)],
  ];
  return ok([
    ...found.value.parts.map(({ words, value }) => line(words ?? blank[language], value)),
    line(total[language], shownValue(named.figure, whole)),
  ]);
}

export function breakdownHead(filler: Filler, block: BreakdownTable): readonly (readonly Run[])[] {
  const { language } = filler.template;
  const asked = askedOf(filler, block.figure);
  if (!asked.ok) return [];
  const { named } = asked.value;
  const { title, unit } = named.figure;
  const value = language === 'zh' ? `${title.zh}（${unit.zh}）` : `${title.en} (${unit.en})`;
  const path = fieldOf(filler, named, block.field) ?? block.field;
  return [breakdownHeader(named, path, filler.ledgers, language), value].map((text): Run[] => [
    { type: 'text', text },
  ]);
}

/** A column for each value of the field, the largest first, or for each day, the last one last. */
export function fillChart(
  filler: Filler,
  block: FigureChart,
  caption: readonly Run[],
): Result<FilledChart, BlockProblem> {
  const asked = askedOf(filler, block.figure);
  if (!asked.ok) return asked;
  const { named, at } = asked.value;
  const { figure } = named;
  const { language } = filler.template;
  const chart = { type: 'chart', caption, unit: figure.unit[language] } as const;
  const line = (words: string, value: number, moment: Instant) =>
    [words, figureRun(figure, value, moment, language)] as const;
  const days = chartDays(block.over, at);
  if (!days) {
    const found = partsOf(filler, asked.value, block.over);
    if (!found.ok) return found;
    const lines = found.value.parts.map(({ words, value }) =>
      line(words ?? blank[language], value, at),
    );
    return ok({ ...chart, lines });
  }
  const values = days.map((day) => [day, filler.answers.valueOf(figure.id, day)] as const);
  if (values.some(([, value]) => value === undefined))
    return failed({ tag: 'notComputed', source: `{{${block.figure}}}` });
  const lines = values.map(([day, value = 0]) =>
    // the day that ends at 24:00 is the one before
    line(dateOf((day - 1) as Instant).slice(5), shownValue(figure, value), day),
  );
  return ok({ ...chart, lines });
}

function askedOf({ find, facts }: Filler, figure: string): Result<Asked, BlockProblem> {
  const source = `{{${figure}}}`;
  const read = readPlaceholder(figure);
  if (!read.ok) return failed({ tag: 'wrongForm', source });
  const named = find(read.value.name);
  if (!named) return failed({ tag: 'noFigure', source });
  return ok({ named, at: momentOf(read.value, facts.at) });
}

function partsOf(
  filler: Filler,
  { named, at }: Asked,
  typed: string,
): Result<AnsweredBreakdown, BlockProblem> {
  const path = fieldOf(filler, named, typed);
  const found = filler.answers
    .partsOf(named.figure.id, at)
    .find(({ field }) => path !== undefined && field === path);
  return found ? ok(found) : failed({ tag: 'noPart', source: typed });
}

/** The path of a breakdown that was written as such, or as the header of its field. */
function fieldOf({ ledgers }: Filler, named: NamedFigure, typed: string): string | undefined {
  const wanted = typed.trim();
  return named.figure.by?.find(
    (path) =>
      path === wanted ||
      breakdownHeader(named, path, ledgers, 'zh') === wanted ||
      breakdownHeader(named, path, ledgers, 'en') === wanted,
  );
}

function figureRun({ id }: Figure, value: number, at: Instant, language: Language): Run {
  const text = figureText(value, language, { grouped: true, inTenThousands: false });
  return { type: 'figure', text, value, figure: id, at };
}

const blank = { zh: '未填', en: 'blank' } as const;
const total = { zh: '合计', en: 'Total' } as const;
