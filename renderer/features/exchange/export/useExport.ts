import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeLedgerWorkbook } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import type { Language } from '../../../../shared/fields/codec';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import type { Query } from '../../../store/contract';
import { openRows } from './exportRows';
import { readReferences } from '../../../store/references';
import { fileProblemWords, saveWorkbook } from './saveWorkbook';

export interface ExportOrder {
  readonly definition: LedgerDefinition;
  readonly query: Query;
  readonly columns: readonly string[];
  readonly masked: boolean;
  readonly language: Language;
  readonly title: string;
  readonly fileName: string;
}

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
  const running = useRef<AbortController>(undefined);

  async function start(order: ExportOrder): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ tag: 'running', done: 0, total: 0 });
    const { definition, query, columns, masked, language, title, fileName } = order;
    const references = await readReferences(store, definition);
    const { count, rows } = await openRows(store, query);
    const written = await writeLedgerWorkbook({
      definition,
      rows,
      rowCount: count,
      columns,
      masked,
      language,
      title,
      describeReference: references.context.describeReference,
      referenceNames: references.names,
      onProgress: (done, total) => setState({ tag: 'running', done, total }),
      signal: controller.signal,
      pause: () => new Promise((resolve) => setTimeout(resolve)),
    });
    if (!written.ok) {
      const { problem } = written;
      const words =
        problem.tag === 'cancelled'
          ? t('exchange.export.cancelled')
          : t('exchange.export.tooManyRows', {
              allowed: problem.allowed.toLocaleString(i18n.language),
            });
      setState({ tag: 'failed', words });
      return;
    }
    const saved = await saveWorkbook(desktop, fileName, written.value, t);
    if (saved.ok) {
      const shown = { rows: count.toLocaleString(i18n.language), name: saved.value.name };
      setState({ tag: 'saved', words: t('exchange.export.saved', shown) });
    } else if (saved.problem.tag === 'cancelled') setState({ tag: 'ready' });
    else setState({ tag: 'failed', words: fileProblemWords(t, saved.problem) });
  }

  return { state, start, cancel: () => running.current?.abort() };
}
