import type { Table } from 'docx';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { ok, type Result } from '../../kernel/result';
import {
  checkGiveOut,
  textOf,
  type FilledBlock,
  type FilledChart,
  type FilledReport,
  type GiveOutProblem,
} from '../filledReport';
import type { WordingKind } from '../template';
import { chartPicture, fonts, page, points } from './layout';
import { chartTable, reportTable } from './reportTable';

interface WordingLook {
  readonly font: string;
  readonly points: number;
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly isIndented: boolean;
}

/** Draws a chart as a PNG of `chartPicture` in proportion. */
export type DrawChart = (chart: FilledChart) => Promise<Uint8Array<ArrayBuffer>>;

const looks: Readonly<Record<WordingKind, WordingLook>> = {
  title: {
    font: fonts.title,
    points: points.title,
    alignment: AlignmentType.CENTER,
    isIndented: false,
  },
  subtitle: {
    font: fonts.body,
    points: points.body,
    alignment: AlignmentType.CENTER,
    isIndented: false,
  },
  heading: {
    font: fonts.heading,
    points: points.body,
    alignment: AlignmentType.LEFT,
    isIndented: true,
  },
  paragraph: {
    font: fonts.body,
    points: points.body,
    alignment: AlignmentType.BOTH,
    isIndented: true,
  },
  signature: {
    font: fonts.body,
    points: points.body,
    alignment: AlignmentType.RIGHT,
    isIndented: false,
  },
};

/**
 * The report as a Word file (.docx) in the layout of GB/T 9704-2012; fails for one that is not
 * given out. `title` and `author` stand in its properties; a chart that nobody draws is a table.
 */
export async function writeReportDocument(
  report: FilledReport,
  properties: { readonly title: string; readonly author: string },
  drawChart?: DrawChart,
): Promise<Result<Uint8Array, GiveOutProblem>> {
  const check = checkGiveOut(report);
  if (!check.ok) return check;
  const children: (Paragraph | Table)[] = [];
  for (const [place, block] of report.blocks.entries()) {
    const parts =
      block.type === 'chart'
        ? await chartParts(block, drawChart)
        : partsOf(block, report.blocks[place + 1]);
    children.push(...parts);
  }
  const document = new Document({
    title: properties.title,
    creator: properties.author,
    lastModifiedBy: properties.author,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.widthMm), height: twips(page.heightMm) },
            margin: {
              top: twips(page.topMm),
              left: twips(page.leftMm),
              right: twips(page.rightMm),
              bottom: twips(page.bottomMm),
              footer: twips(page.footerMm),
            },
          },
        },
        footers: {
          default: pageNumberFooter(AlignmentType.RIGHT),
          even: pageNumberFooter(AlignmentType.LEFT),
        },
        children,
      },
    ],
  });
  return ok(new Uint8Array(await Packer.toArrayBuffer(document)));
}

async function chartParts(
  chart: FilledChart,
  drawChart: DrawChart | undefined,
): Promise<readonly (Paragraph | Table)[]> {
  const caption = textOf(chart.caption);
  const heading = caption === '' ? [] : [wording('heading', caption)];
  if (!drawChart) return [...heading, reportTable(chartTable(chart))];
  const data = await drawChart(chart);
  const { widthPx: width, heightPx: height } = chartPicture;
  const picture = new ImageRun({ type: 'png', data, transformation: { width, height } });
  return [...heading, new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] })];
}

/** Between the title and what follows stands an empty line (7.3.1). */
function partsOf(
  block: Exclude<FilledBlock, FilledChart>,
  next: FilledBlock | undefined,
): readonly (Paragraph | Table)[] {
  if (block.type === 'table') {
    const caption = textOf(block.caption);
    return [...(caption === '' ? [] : [wording('heading', caption)]), reportTable(block)];
  }
  const lines = textOf(block.runs).split('\n');
  const gap = block.type === 'signature' ? [new Paragraph({ spacing: lineSpacing })] : [];
  const isHead = block.type === 'title' || block.type === 'subtitle';
  const below =
    isHead && next?.type !== 'subtitle' ? [new Paragraph({ spacing: lineSpacing })] : [];
  return [...gap, ...lines.map((line) => wording(block.type, line)), ...below];
}

function wording(kind: WordingKind, text: string): Paragraph {
  const look = looks[kind];
  return new Paragraph({
    alignment: look.alignment,
    keepNext: kind === 'heading',
    spacing:
      kind === 'title'
        ? { line: (points.title + 12) * 20, lineRule: LineRuleType.EXACT }
        : lineSpacing,
    // two characters, whatever the size
    indent: look.isIndented
      ? { firstLineChars: 200, firstLine: 2 * look.points * 20 }
      : { right: kind === 'signature' ? 2 * look.points * 20 : 0 },
    children: [run(text, look.font, look.points)],
  });
}

/** 四号 宋体 between two dashes, on odd pages a character from the right (7.5). */
function pageNumberFooter(alignment: WordingLook['alignment']): Footer {
  const indent = points.pageNumber * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: indent, right: indent },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ascii: fonts.pageNumber, eastAsia: fonts.pageNumber, hAnsi: fonts.pageNumber },
            size: points.pageNumber * 2,
          }),
        ],
      }),
    ],
  });
}

const lineSpacing = { line: points.line * 20, lineRule: LineRuleType.EXACT };
const twips = convertMillimetersToTwip;

function run(text: string, font: string, size: number): TextRun {
  return new TextRun({
    text,
    font: { ascii: fonts.latin, eastAsia: font, hAnsi: fonts.latin },
    size: size * 2,
  });
}
