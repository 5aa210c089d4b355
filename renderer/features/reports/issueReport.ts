import type { TFunction } from 'i18next';
import { newRowId, type RowId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { LedgerDefinition, Row, RowValues } from '../../../shared/ledger/defineLedger';
import { askedFigures } from '../../../shared/reports/askedFigures';
import { checkGiveOut, reportLines, type FilledReport } from '../../../shared/reports/filledReport';
import type { FindFigure } from '../../../shared/reports/reportCatalogue';
import {
  earlierIssue,
  explainIssue,
  hashRecords,
  nextEdition,
  type IssuedFigure,
} from '../../../shared/reports/reportIssue';
import type { ReportTemplate } from '../../../shared/reports/template';
import type { Session } from '../../app/session';
import type { CommitProblem } from '../../store/contract';
import { reportName } from './giveOut';
import { keepIssue, readIssue } from './issueMemory';
import { cutOffOf } from './readAnswers';
import { recordTimes } from './recordTimes';
import { differenceWords } from './differenceWords';

interface Issue {
  readonly session: Session;
  readonly ledger: LedgerDefinition;
  readonly find: FindFigure;
  readonly template: ReportTemplate;
  readonly report: FilledReport;
  readonly number: number | undefined;
  /** Issued before, the newest first. */
  readonly earlier: readonly Row[];
  readonly t: TFunction;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

type IssueProblem = CommitProblem | { readonly tag: 'hasProblems' } | { readonly tag: 'isEmpty' };

/**
 * Freezes the report as a record: text, figures, hash of the records behind them, author, time and
 * version, and what makes it differ from the last issue of its template. Cancelled, nothing is written.
 */
export async function issueReport(issue: Issue): Promise<Result<RowId, IssueProblem>> {
  const { session, ledger, find, template, report, number, earlier, signal, onProgress } = issue;
  const { store, clock, random } = session;
  const check = checkGiveOut(report);
  if (!check.ok) return check;
  const figures: IssuedFigure[] = [];
  const asked = askedFigures(template, find, report.at);
  for (const [done, { figure, at }] of asked.entries()) {
    if (signal.aborted) return failed({ tag: 'cancelled' });
    onProgress(done, asked.length);
    const [computed] = await store.figures(cutOffOf(at), [figure]);
    const contributions = await store.contributions({ figure, cutOff: cutOffOf(at) });
    figures.push({ figure, at, value: computed?.value ?? 0, contributions });
  }
  const issuedAt = clock();
  const row = newRowId(issuedAt, random);
  const edition = nextEdition(
    earlier.flatMap((one) => earlierIssue(one) ?? []),
    template.id,
    report.at,
  );
  const difference = await explain(issue, figures);
  const values: RowValues = {
    title: reportName(report),
    template: template.id,
    ...(number === undefined ? {} : { number }),
    edition,
    cutOffAt: report.at,
    issuedAt,
    author: store.operator,
    text: reportLines(report).join('\n'),
    figures: figures.map(({ figure, at, value }) => `${figure} ${at} ${value}`).join('\n'),
    rowsHash: await hashRecords(figures, recordsOf(issue, figures)),
    ...(difference === '' ? {} : { difference }),
    recorder: store.operator,
    recordedAt: issuedAt,
  };
  if (signal.aborted) return failed({ tag: 'cancelled' });
  await keepIssue(store, row, { figures, report });
  const committed = await store.commit([{ type: 'insert', ledger: ledger.id, row, values }], {
    type: 'typed',
  });
  return committed.ok ? ok(row) : failed(committed.problem);
}

async function explain(
  { session, find, template, earlier, report, t }: Issue,
  figures: readonly IssuedFigure[],
): Promise<string> {
  const last = earlier.find(({ values }) => values['template'] === template.id);
  const issuedAt = last?.values['issuedAt'];
  if (!last || typeof issuedAt !== 'number') return '';
  const before = (await readIssue(session.store, last.id))?.figures;
  if (!before) return t('reports.issuedElsewhere');
  const lastIssue = { issuedAt: issuedAt as typeof report.at, figures: before }; // an instant field
  const changed = explainIssue(lastIssue, figures, () => undefined);
  const times = await recordTimes(session.store, find, changed);
  const differing = explainIssue(lastIssue, figures, (figure, row) =>
    times.get(`${figure} ${row}`),
  );
  if (differing.length === 0) return t('reports.noDifference');
  return differenceWords(session.store, find, differing, report.language, t);
}

const rowsAtOnce = 2_000;

async function* recordsOf({ session, find }: Issue, figures: readonly IssuedFigure[]) {
  for (const { figure, contributions } of figures) {
    const ledger = find(figure)?.ledger.id;
    if (ledger === undefined) continue;
    const ids = contributions.map(({ row }) => row);
    for (let from = 0; from < ids.length; from += rowsAtOnce)
      yield await session.store.rows(ledger, ids.slice(from, from + rowsAtOnce));
  }
}
