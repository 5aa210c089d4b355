import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { useSession } from '../../../app/session';
import { connectExport, type RunningExport } from './connectExport';
import type { ExportOrder, ExportProblem } from './exportCalls';
import { fileProblemWords, saveWorkbook } from './saveWorkbook';

export type ExportState =
  | { readonly tag: 'ready' }
  | { readonly tag: 'running'; readonly done: number; readonly total: number }
  | { readonly tag: 'saved'; readonly words: string }
  | { readonly tag: 'failed'; readonly words: string };

/** Writes a ledger's rows into a workbook, with progress, until it is done or cancelled. */
export function useExport() {
  const { store, desktop } = useSession();
  const { t, i18n } = useTranslation();
  const [state, setState] = useState<ExportState>({ tag: 'ready' });
  const running = useRef<RunningExport>(undefined);

  async function start(order: ExportOrder, fileName: string): Promise<void> {
    setState({ tag: 'running', done: 0, total: 0 });
    const started = connectExport(store.openMergeLine(), order, (done, total) =>
      setState({ tag: 'running', done, total }),
    );
    running.current = started;
    const written = await started.ended;
    if (!written.ok) {
      setState({ tag: 'failed', words: problemWords(t, i18n.language, written.problem) });
      return;
    }
    const { bytes, rows } = written.value;
    const saved = await saveWorkbook(desktop, fileName, bytes, t);
    if (saved.ok) {
      const shown = { rows: rows.toLocaleString(i18n.language), name: saved.value.name };
      setState({ tag: 'saved', words: t('exchange.export.saved', shown) });
    } else if (saved.problem.tag === 'cancelled') setState({ tag: 'ready' });
    else setState({ tag: 'failed', words: fileProblemWords(t, saved.problem) });
  }

  return { state, start, cancel: () => running.current?.cancel() };
}

function problemWords(t: TFunction, language: string, problem: ExportProblem): string {
  switch (problem.tag) {
    case 'cancelled':
      return t('exchange.export.cancelled');
    case 'tooManyRows': {
      const allowed = problem.allowed.toLocaleString(language);
      return t('exchange.export.tooManyRows', { allowed });
    }
    case 'workerFailed':
      return t('exchange.export.workerFailed');
  }
}
