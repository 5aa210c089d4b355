import { checkParts } from '../figures/checkParts';
import { shownValue } from '../figures/shownValue';
import { failed, ok, type Result } from '../kernel/result';
import type { Instant } from '../kernel/time';
import type { LedgerDefinition } from '../ledger/defineLedger';
import type { Figure } from '../ledger/figure';
import { askedFigures, momentOf } from './askedFigures';
import type { FilledBlock, FilledReport, ReportProblem, Run } from './filledReport';
import { cutWording, type Placeholder } from './placeholder';
import { figureFinder, reportWord, type FindFigure } from './reportCatalogue';
import { dayWords, momentWords } from './reportTime';
import { figureText } from './figureText';
import { breakdownHead, breakdownRows, fillChart } from './fillBreakdown';
import type { BreakdownTable, FigureChart, ReportTemplate, TemplateBlock } from './template';

/** What has been computed for the report; see `askedFigures`. */
export interface FigureAnswers {
  readonly valueOf: (figure: string, at: Instant) => number | undefined;
  readonly partsOf: (figure: string, at: Instant) => readonly AnsweredBreakdown[];
}

export interface AnsweredBreakdown {
  readonly field: string;
  /** The largest first; a part without words is one where the field is blank. */
  readonly parts: readonly {
    readonly key: string | number | boolean | null;
    readonly words: string | undefined;
    readonly value: number;
  }[];
}

export interface ReportFacts {
  readonly unit: string;
  readonly at: Instant;
  /** Of the session or issue; only where issues are counted. */
  readonly number?: number;
}

type Tag = ReportProblem['tag'];

/** Fills a template: what no figure answers stays as written and is named among the problems. */
export function fillReport(
  template: ReportTemplate,
  facts: ReportFacts,
  ledgers: readonly LedgerDefinition[],
  answers: FigureAnswers,
): FilledReport {
  const find = figureFinder(ledgers);
  const filler = { template, facts, find, answers, ledgers };
  const problems: ReportProblem[] = [];
  const blocks = template.blocks.map((block, place): FilledBlock => {
    const fill = (text: string, inTable: boolean) =>
      cutWording(text).map((piece): Run => {
        if (piece.type === 'text') return piece;
        const run: Result<Run, Tag> =
          piece.type === 'wrong'
            ? failed('wrongForm')
            : fillPlaceholder(filler, piece.placeholder, inTable);
        if (run.ok) return run.value;
        problems.push({ tag: run.problem, source: piece.source, block: place });
        return { type: 'problem', text: piece.source };
      });
    if (block.type === 'chart') {
      const chart = fillChart(filler, block, fill(block.caption, true));
      if (chart.ok) return chart.value;
      problems.push({ ...chart.problem, block: place });
      return { type: 'paragraph', runs: [{ type: 'problem', text: chart.problem.source }] };
    }
    if (block.type !== 'breakdown') return fillWording(block, fill);
    const rows = breakdownRows(filler, block);
    if (!rows.ok) problems.push({ ...rows.problem, block: place });
    return {
      type: 'table',
      caption: fill(block.caption, true),
      head: rows.ok ? breakdownHead(filler, block) : [],
      rows: rows.ok ? rows.value : [[[{ type: 'problem', text: rows.problem.source }]]],
    };
  });
  return {
    language: template.language,
    at: facts.at,
    blocks,
    problems,
    differing: differing(filler),
  };
}

/** What a template is filled from. */
export interface Filler {
  readonly template: ReportTemplate;
  readonly facts: ReportFacts;
  readonly find: FindFigure;
  readonly answers: FigureAnswers;
  readonly ledgers: readonly LedgerDefinition[];
}

function fillWording(
  block: Exclude<TemplateBlock, BreakdownTable | FigureChart>,
  fill: (text: string, inTable: boolean) => readonly Run[],
): FilledBlock {
  if (block.type !== 'table') return { type: block.type, runs: fill(block.text, false) };
  return {
    type: 'table',
    caption: fill(block.caption, true),
    head: block.head.map((text) => fill(text, true)),
    rows: block.rows.map((row) => row.map((text) => fill(text, true))),
  };
}

function fillPlaceholder(
  { template, facts, find, answers }: Filler,
  placeholder: Placeholder,
  inTable: boolean,
): Result<Run, Tag> {
  const { language } = template;
  const at = momentOf(placeholder, facts.at);
  const text = (words: string): Result<Run, Tag> => ok({ type: 'text', text: words });
  switch (reportWord(placeholder.name)) {
    case 'unit':
      return text(facts.unit);
    case 'asOf':
      return text(momentWords(at, language));
    case 'day':
      return text(dayWords(at, language));
    case 'number':
      return facts.number === undefined ? failed('noNumber') : text(String(facts.number));
    case undefined:
  }
  const named = find(placeholder.name);
  if (!named) return failed('noFigure');
  const value = valueOf(answers, named.figure, placeholder, at);
  if (!value.ok) return value;
  const written = figureText(value.value, language, {
    grouped: inTable,
    inTenThousands: placeholder.inTenThousands,
  });
  return ok({ type: 'figure', text: written, value: value.value, figure: named.figure.id, at });
}

function valueOf(
  answers: FigureAnswers,
  figure: Figure,
  { part }: Placeholder,
  at: Instant,
): Result<number, Tag> {
  const whole = answers.valueOf(figure.id, at);
  if (whole === undefined) return failed('notComputed');
  if (part === undefined) return ok(shownValue(figure, whole));
  const found = answers
    .partsOf(figure.id, at)
    .flatMap(({ parts }) => parts)
    .find(({ key, words }) => key === part || words === part);
  return found ? ok(found.value) : failed('noPart');
}

/** Figures of the report that differ from the sum of their parts, at the instant they stand for. */
function differing({ template, facts, find, answers }: Filler): FilledReport['differing'] {
  return askedFigures(template, find, facts.at).flatMap(({ figure: id, at }) => {
    const named = find(id);
    if (!named) return [];
    return checkParts([named.figure], (part) => {
      const value = answers.valueOf(part, at);
      const declared = find(part);
      return value === undefined || !declared ? undefined : shownValue(declared.figure, value);
    });
  });
}
