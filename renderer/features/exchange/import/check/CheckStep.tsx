import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellFinding } from '../../../../../shared/exchange/plan/plan';
import type { Workbook } from '../../../../../shared/exchange/workbook';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import { useSession } from '../../../../app/session';
import { CheckGrid } from './CheckGrid';
import { checkColumns, checkView, columnsInQuestion, withRoomForChanges } from './checkColumns';
import {
  firstFilter,
  rowStatuses,
  type CheckFilter,
  type CheckRow,
  type InQuestion,
} from './checkRows';
import { findingWords, shownLanguage } from '../../findingWords';
import type { Checked } from '../importFile';
import type { Choice } from '../recognise/recognise';
import { useCheckRows, type RowsOf } from './useCheckRows';
import { RowDetail } from './RowDetail';
import styles from './check.module.css';

interface CheckStepProps {
  readonly checked: Checked;
  readonly workbook: Workbook;
  readonly choice: Choice;
  readonly definition: LedgerDefinition;
  readonly rowsOf: RowsOf;
  readonly onProblems: () => void;
  /** The sequence after a look at masked values of a record was recorded. */
  readonly onRecorded: (sequence: number) => void;
}

/** In these, a person looks for what differs: columns that do not are out of the way at first. */
const narrowing: readonly CheckFilter[] = ['changed', 'cleared', 'rejected', 'warned'];

const nothing: InQuestion = { changed: [], columns: [] };

/** What would be written, row by row, before anything is. */
export function CheckStep(props: CheckStepProps) {
  const { checked, workbook, choice, definition, rowsOf, onProblems, onRecorded } = props;
  const { store } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { summary, references } = checked;
  const { counts } = summary;
  const [filter, setFilter] = useState<CheckFilter>(() => firstFilter(counts));
  const [selected, setSelected] = useState<number>();
  const [revealed, setRevealed] = useState<ReadonlySet<number>>(new Set());
  const rows = useCheckRows(summary, filter, rowsOf);
  const [allColumns, setAllColumns] = useState(false);
  const every = useMemo(
    () => checkColumns(choice.mapping, definition, language, t),
    [choice.mapping, definition, language, t],
  );
  const narrow = narrowing.includes(filter) && !allColumns;
  const columns = useMemo(() => {
    const inQuestion = summary.inQuestion[filter] ?? nothing;
    const wanted = narrow ? columnsInQuestion(every, inQuestion, definition) : every;
    return withRoomForChanges(wanted, inQuestion);
  }, [narrow, every, summary, filter, definition]);
  const { sheet } = choice;
  const view = useMemo(
    () =>
      sheet &&
      checkView({
        sheet,
        language,
        revealed,
        context: {
          ...references.context,
          dateSystem: workbook.dateSystem,
          reportOn: choice.reportOn.date,
        },
        empty: t('exchange.check.empty'),
        words: (finding: CellFinding) => findingWords(t, finding, definition, language),
      }),
    [sheet, language, revealed, references, workbook, choice.reportOn, definition, t],
  );
  if (!view) return null;
  const sensitive = every.filter(({ field }) => field.sensitive).map(({ name }) => name);
  const reveal = async (row: CheckRow) => {
    // What only the file says is not in the ledger yet: looking at it is not looking at a record.
    if (row.row !== undefined && row.status !== 'new') {
      const done = await store.commit(
        [{ type: 'reveal', ledger: definition.id, row: row.row, fields: sensitive }],
        { type: 'typed' },
      );
      if (!done.ok) return;
      // Another commit in between: the plan is of before it, and writing will say so.
      if (done.value.sequence === checked.sequence + 1) onRecorded(done.value.sequence);
    }
    setRevealed((known) => new Set([...known, row.rowNumber]));
  };
  const shown = selected === undefined ? undefined : rows.at(selected);
  const filters = (['all', ...rowStatuses, 'warned'] as const).filter(
    (one) => one === 'all' || counts[one] > 0,
  );
  return (
    <div className={styles.check}>
      <div className={styles.filters} role="group" aria-label={t('exchange.check.status')}>
        {filters.map((one) => (
          <button
            key={one}
            type="button"
            className={[styles.chip, styles[one], one === filter ? styles.chipHere : ''].join(' ')}
            aria-pressed={one === filter}
            data-filter={one}
            onClick={() => {
              setFilter(one);
              setSelected(undefined);
            }}
          >
            {one === 'all' ? t('exchange.check.all') : t(`exchange.check.statuses.${one}`)}{' '}
            {counts[one].toLocaleString(i18n.language)}
          </button>
        ))}
        {narrowing.includes(filter) ? (
          <label className={styles.narrow}>
            <input
              type="checkbox"
              checked={!allColumns}
              onChange={({ currentTarget }) => setAllColumns(!currentTarget.checked)}
            />
            {t('exchange.check.narrow')}
          </label>
        ) : null}
        <span className={styles.spring} />
        {counts.rejected + counts.warned > 0 ? (
          <button type="button" className={styles.button} onClick={onProblems}>
            {t('exchange.check.problems')}
          </button>
        ) : null}
      </div>
      <CheckGrid
        rows={rows}
        filter={filter}
        columns={columns}
        view={view}
        selected={selected}
        onSelect={setSelected}
      />
      <RowDetail
        ledger={definition.id}
        row={shown}
        view={view}
        revealed={shown !== undefined && revealed.has(shown.rowNumber)}
        onReveal={sensitive.length > 0 ? (row) => void reveal(row) : undefined}
      />
    </div>
  );
}
