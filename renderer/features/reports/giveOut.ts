import type { Desktop, FileProblem } from '../../../shared/desktop/contract';
import type { Result } from '../../../shared/kernel/result';
import type {
  FilledChart,
  FilledReport,
  GiveOutProblem,
} from '../../../shared/reports/filledReport';
import { textOf } from '../../../shared/reports/filledReport';
import { dayClosed } from '../../../shared/reports/reportTime';
import { loadDrawing } from './chartDrawing';

export type GiveOutKind = 'word' | 'excel' | 'print';

interface GiveOut {
  readonly desktop: Desktop;
  readonly report: FilledReport;
  readonly author: string;
  readonly label: string;
  /** Of a version that was issued, after its name: `第2版`. */
  readonly version?: string;
}

type GivenOut = Result<{ readonly name: string }, FileProblem | GiveOutProblem>;

/** `修武县疫情防控日报_2022-03-27`: without what Windows refuses in names. */
export function reportName({ blocks, at }: FilledReport): string {
  const title = blocks.find(({ type }) => type === 'title');
  const words = title && title.type !== 'table' && title.type !== 'chart' ? textOf(title.runs) : '';
  return `${words.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}_${dayClosed(at)}`;
}

/** The writers are large and come only when a report is given out. */
export async function giveOut(kind: GiveOutKind, settings: GiveOut): Promise<GivenOut> {
  const { desktop, report, author, label, version } = settings;
  const name = [reportName(report), ...(version === undefined ? [] : [version])].join('_');
  if (kind === 'print') return desktop.printing.toPdf(`${name}.pdf`);
  const extension = kind === 'word' ? 'docx' : 'xlsx';
  const written = kind === 'word' ? await word(report, name, author) : await excel(report, name);
  if (!written.ok) return written;
  return desktop.files.save(`${name}.${extension}`, written.value, {
    label,
    extensions: [extension],
  });
}

async function word(report: FilledReport, title: string, author: string) {
  const { writeReportDocument } =
    await import('../../../shared/reports/document/writeReportDocument');
  const draw = async (chart: FilledChart) => (await loadDrawing()).chartPng(chart);
  return writeReportDocument(report, { title, author }, draw);
}

async function excel(report: FilledReport, name: string) {
  const { writeReportWorkbook } =
    await import('../../../shared/reports/document/writeReportWorkbook');
  return writeReportWorkbook(report, name);
}
