import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../shared/fields/codec';
import { dateOf, type IsoDate } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Field } from '../../../shared/ledger/field';
import { useSession } from '../../app/session';
import type { Assistant } from '../../components/picking/assistant';
import { assistantFor } from './data/assistants';
import type { References } from './data/references';
import { useCursor, type Cursor } from './data/useCursor';
import { useDrafts, type Drafts } from './data/useDrafts';
import { useLedgerQuery, type LedgerQuery } from './data/useLedgerQuery';
import { useReferences } from './data/useReferences';
import { useReveal, type Reveal } from './data/useReveal';
import { useSavedViews, type KeptViews } from './data/useSavedViews';
import { useTaking, type Taking } from './data/useTaking';
import { useTotals, type ColumnTotal } from './data/useTotals';
import { useUndo, type UndoableWriting } from './data/useUndo';
import { useView, type LedgerView } from './data/useView';

/** Everything the workspace of a ledger shows and works with; what it does stands elsewhere. */
export interface LedgerModel {
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly today: IsoDate;
  /** How texts are read and shown: with the names of other ledgers and this day's year. */
  readonly context: ParseContext;
  readonly kept: KeptViews;
  readonly shown: LedgerQuery;
  readonly references: References;
  readonly writing: UndoableWriting;
  readonly rows: LedgerView;
  readonly cursor: Cursor;
  readonly drafts: Drafts;
  readonly reveal: Reveal;
  readonly taking: Taking;
  readonly totals: readonly ColumnTotal[];
  /** Live records, whatever is shown of them. */
  readonly total: number | undefined;
  readonly assistantOf: (field: Field) => Assistant | undefined;
  readonly notice: string;
  readonly say: (words: string) => void;
}

export function useLedgerModel(ledger: LedgerDefinition): LedgerModel {
  const { store, clock, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [notice, say] = useState('');
  const kept = useSavedViews(store, ledger, (tag) => say(t(`ledger.problem.${tag}`)));
  const shown = useLedgerQuery(ledger, kept);
  const references = useReferences(store, ledger, ledgers);
  const writing = useUndo(store, ledger.id);
  const { learn } = references;
  const { lastQuiet } = writing;
  const rows = useView({ store, query: shown.query, learn, lastQuiet });
  const { settled } = rows;
  const cursor = useCursor(rows, shown.view.columns.length);
  const drafts = useDrafts(store, ledger);
  const reveal = useReveal(writing, ledger.id, rows.rowAt(cursor.selection.row)?.id);
  const today = dateOf(clock());
  const context = useMemo<ParseContext>(
    () => ({ ...references.context, reportOn: today }),
    [references, today],
  );
  const taking = useTaking({ ledger, references, context, drafts, writing, settled });
  const totals = useTotals(store, ledger, shown.query, shown.view.columns, rows, language);
  const total = useTotal(ledger.id, rows.opened);
  const none = t('ledger.noChoice');
  const assistantOf = useMemo(
    () => (field: Field) => assistantFor(field, { language, today, references, none }),
    [language, today, references, none],
  );
  // names in the chips of a saved view
  useEffect(() => {
    for (const { field, test } of shown.query.filters ?? []) {
      const spec = ledger.fields[field];
      if (!spec || test.type !== 'oneOf') continue;
      void references.learnValues(spec, [test.values.map(String)]);
    }
  }, [shown.query.filters, ledger, references]);
  return {
    ledger,
    language,
    today,
    context,
    kept,
    shown,
    references,
    writing,
    rows,
    cursor,
    drafts,
    reveal,
    taking,
    totals,
    total,
    assistantOf,
    notice,
    say,
  };
}

function useTotal(ledger: string, opened: number): number | undefined {
  const { store } = useSession();
  const [total, setTotal] = useState<number>();
  useEffect(() => {
    let gone = false;
    void store.counts().then((counts) => {
      if (!gone) setTotal(counts[ledger] ?? 0);
    });
    return () => {
      gone = true;
    };
  }, [store, ledger, opened]);
  return total;
}
