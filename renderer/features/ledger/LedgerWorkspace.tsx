import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../shared/fields/mask';
import { newRowId } from '../../../shared/kernel/ids';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import { useSession } from '../../app/session';
import { Grid } from '../../components/grid/Grid';
import { selectCell, type Block } from '../../components/grid/gridSelection';
import type { CommitProblem, Filter, Query, Write } from '../../store/contract';
import { ColumnHeader } from './ColumnHeader';
import { ColumnChooser } from './ColumnChooser';
import { FilterChips } from './FilterChips';
import { findingText, readTyped, showValue } from './readTyped';
import { RowPanel } from './RowPanel';
import { SavedViews, type SavedView } from './SavedViews';
import { useReferenceNames } from './useReferenceNames';
import { useUndo, type Undone } from './useUndo';
import { useView } from './useView';
import styles from './ledger.module.css';

interface LedgerWorkspaceProps {
  readonly ledger: LedgerDefinition;
  /** Record to open at first. */
  readonly openRow?: string | undefined;
  readonly onImport: () => void;
  readonly onExport: (query: Query, columns: readonly string[]) => void;
}

const standardWidth = 130;

/** One workspace for every ledger: find, read, edit, undo. */
export function LedgerWorkspace({ ledger, openRow, onImport, onExport }: LedgerWorkspaceProps) {
  const { store, clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const standard = useMemo(() => standardView(ledger), [ledger]);
  const [view, setView] = useState<SavedView>(standard);
  const [search, setSearch] = useState('');
  const [withDeleted, setWithDeleted] = useState(false);
  const [selection, setSelection] = useState(selectCell(0, 0));
  const [panel, setPanel] = useState<'new' | 'row' | undefined>(openRow ? 'row' : undefined);
  const [notice, setNotice] = useState('');
  const [total, setTotal] = useState(0);
  const searchBox = useRef<HTMLInputElement>(null);
  const references = useReferenceNames(store, ledger);
  const writing = useUndo(store);

  const query: Query = {
    ledger: ledger.id,
    filters: view.filters,
    sort: view.sort,
    ...(search.trim() ? { search } : {}),
    deleted: withDeleted ? 'with' : 'without',
  };
  const totalled = useMemo(
    () => view.columns.filter((name) => ledger.fields[name]?.totalled),
    [ledger, view.columns],
  );
  const rows = useView(store, query, totalled);
  const current = rows.rowAt(selection.row);
  const { positionOf } = rows;

  useEffect(() => {
    void store.counts().then((counts) => setTotal(counts[ledger.id] ?? 0));
  }, [store, ledger, rows.count]);
  useEffect(() => {
    if (!openRow || !rows.ready) return;
    void positionOf(openRow as Row['id']).then((position) => {
      if (position >= 0) setSelection(selectCell(position, 0));
    });
    // Only when the record asked for changes: later moves of the cursor are the person's own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openRow, rows.ready]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.key === 'f') searchBox.current?.focus();
      else if (event.key === 'n') setPanel('new');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, []);

  const fieldAt = (column: number) => {
    const name = view.columns[column];
    const field = name === undefined ? undefined : ledger.fields[name];
    return name !== undefined && field ? { name, field } : undefined;
  };
  const refused = useCallback(
    (problem: CommitProblem) => setNotice(t(`ledger.problem.${problem.tag}`)),
    [t],
  );
  const saidUndone = (undone: Undone, nothing: string) => {
    if (undone.tag === 'problem') refused(undone.problem);
    else if (undone.tag === 'nothing') setNotice(nothing);
    else
      setNotice(
        undone.left > 0 ? t('ledger.undoLeft', { count: undone.left }) : t('ledger.undone'),
      );
  };
  const write = async (writes: readonly Write[]) => {
    if (writes.length === 0) return true;
    const done = await writing.commit(writes);
    if (!done.ok) refused(done.problem);
    return done.ok;
  };

  const cellText = (position: number, column: number) => {
    const row = rows.rowAt(position);
    const at = fieldAt(column);
    if (!row || !at) return undefined;
    const value = row.values[at.name];
    if (value === undefined) return '';
    return at.field.sensitive
      ? maskValue(at.field, value)
      : showValue(at.field, value, language, references.context);
  };
  const editText = (position: number, column: number) => {
    const row = rows.rowAt(position);
    const at = fieldAt(column);
    if (!row || !at || row.deletedAt !== undefined) return undefined;
    if (at.field.sensitive && row.values[at.name] !== undefined) {
      setNotice(t('ledger.masked'));
      return undefined;
    }
    return showValue(at.field, row.values[at.name], language, references.context);
  };
  const edit = async (position: number, column: number, text: string) => {
    const row = rows.rowAt(position);
    const at = fieldAt(column);
    if (!row || !at) return undefined;
    const typed = readTyped(at.field, text, references.context);
    if (!typed.ok) return findingText(t, typed.why);
    if (JSON.stringify(typed.value) === JSON.stringify(row.values[at.name] ?? null))
      return undefined;
    await write([
      { type: 'update', ledger: ledger.id, row: row.id, values: { [at.name]: typed.value } },
    ]);
    return undefined;
  };

  /** Puts texts into cells, one commit for all; cells that cannot take theirs are named. */
  const fill = async (cells: Iterable<{ row: number; column: number; text: string }>) => {
    const updates = new Map<Row['id'], Record<string, StoredValue | null>>();
    const problems: string[] = [];
    let taken = 0;
    for (const { row: position, column, text } of cells) {
      const row = rows.rowAt(position);
      const at = fieldAt(column);
      if (!row || !at || row.deletedAt !== undefined) continue;
      const typed = readTyped(at.field, text, references.context);
      if (!typed.ok) {
        problems.push(`${at.field.header[language]} ${findingText(t, typed.why)}`);
        continue;
      }
      updates.set(row.id, { ...updates.get(row.id), [at.name]: typed.value });
      taken++;
    }
    const writes = [...updates].map(([row, values]): Write => ({
      type: 'update',
      ledger: ledger.id,
      row,
      values,
    }));
    if (!(await write(writes))) return;
    setNotice(
      problems.length > 0
        ? t('ledger.pasteProblems', { count: taken, wrong: problems.length, first: problems[0] })
        : t('ledger.pasted', { count: taken }),
    );
  };
  const blockCells = function* (block: Block, text: (column: number) => string) {
    for (let row = block.top; row <= block.bottom; row++)
      for (let column = block.left; column <= block.right; column++)
        yield { row, column, text: text(column) };
  };
  const pastedCells = function* (top: number, left: number, cells: readonly (readonly string[])[]) {
    for (const [down, line] of cells.entries())
      for (const [right, text] of line.entries())
        yield { row: top + down, column: left + right, text };
  };

  const columns = view.columns.flatMap((name) => {
    const field = ledger.fields[name];
    if (!field) return [];
    const numeric = ['integer', 'quantity', 'temperature'].includes(field.kind);
    const sum = rows.totals.find((one) => one.field === name);
    return [
      {
        id: name,
        width: field.width ?? standardWidth,
        ...(numeric ? { align: 'right' as const } : {}),
        footer: sum && sum.filled > 0 ? sum.sum.toLocaleString(language) : undefined,
        header: (
          <ColumnHeader
            store={store}
            ledger={ledger}
            name={name}
            references={references}
            view={view}
            onView={setView}
          />
        ),
      },
    ];
  });
  const filtered = view.filters.length > 0 || search.trim() !== '';
  const say = (name: string) => t(name, { ledger: ledger.title[language] });

  return (
    <div className={styles.workspace}>
      <header className={styles.bar}>
        <h1>{ledger.title[language]}</h1>
        <span className={styles.count} role="status">
          {rows.count === total
            ? t('ledger.count', { count: rows.count })
            : t('ledger.countOf', { count: rows.count, total })}
        </span>
        <FilterChips
          ledger={ledger}
          filters={view.filters}
          language={language}
          references={references}
          onChange={(filters: readonly Filter[]) => setView({ ...view, filters })}
        />
        <input
          ref={searchBox}
          className={styles.searchBox}
          type="search"
          value={search}
          aria-label={t('ledger.search')}
          placeholder={t('ledger.searchPlaceholder')}
          onChange={({ target }) => {
            setSearch(target.value);
            setSelection(selectCell(0, 0));
          }}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={withDeleted}
            onChange={({ target }) => setWithDeleted(target.checked)}
          />
          {t('ledger.showDeleted')}
        </label>
        <SavedViews
          store={store}
          ledger={ledger}
          view={view}
          standard={standard}
          onView={setView}
        />
        <ColumnChooser ledger={ledger} language={language} view={view} onView={setView} />
        <button type="button" onClick={onImport}>
          {t('ledger.import')}
        </button>
        <button type="button" onClick={() => onExport(query, view.columns)}>
          {t('ledger.export')}
        </button>
        <button type="button" className={styles.primary} onClick={() => setPanel('new')}>
          {t('ledger.add')} <kbd>Ctrl N</kbd>
        </button>
      </header>
      {notice && (
        <p className={styles.notice} role="status">
          {notice}
          <button type="button" aria-label={t('ledger.close')} onClick={() => setNotice('')}>
            ×
          </button>
        </p>
      )}
      <div className={styles.body}>
        <Grid
          label={ledger.title[language]}
          columns={columns}
          rowCount={rows.count}
          cellText={cellText}
          editText={editText}
          rowTone={(row) => (rows.rowAt(row)?.deletedAt === undefined ? undefined : 'deleted')}
          selection={selection}
          onSelect={(next) => {
            setSelection(next);
            if (panel === 'new') setPanel('row');
          }}
          onRange={rows.show}
          onEdit={edit}
          onPaste={(row, column, cells) => void fill(pastedCells(row, column, cells))}
          onClear={(block) => void fill(blockCells(block, () => ''))}
          onFillDown={(block) =>
            void fill(blockCells(block, (column) => editText(block.top, column) ?? ''))
          }
          onUndo={() =>
            void writing.undo().then((done) => saidUndone(done, t('ledger.nothingToUndo')))
          }
          onRedo={() =>
            void writing.redo().then((done) => saidUndone(done, t('ledger.nothingToRedo')))
          }
          onOpen={() => setPanel('row')}
          empty={
            !rows.ready ? null : filtered ? (
              <>
                <p>{t('ledger.noMatch')}</p>
                <button
                  type="button"
                  onClick={() => {
                    setSearch('');
                    setView({ ...view, filters: [] });
                  }}
                >
                  {t('ledger.clearFilters')}
                </button>
              </>
            ) : (
              <>
                <p>{say('ledger.emptyTitle')}</p>
                <p>{t('ledger.emptyNote')}</p>
              </>
            )
          }
        />
        {panel && (panel === 'new' || current) && (
          <RowPanel
            store={store}
            ledger={ledger}
            row={panel === 'new' ? undefined : current}
            context={references.context}
            names={references.names}
            onClose={() => setPanel(undefined)}
            onSave={async (values) => {
              const saved = await write([savedWrite(values)]);
              if (saved) setNotice(t('ledger.saved'));
              if (saved && panel === 'new') setPanel(undefined);
              return saved;
            }}
            onDelete={() => {
              if (current) void write([{ type: 'delete', ledger: ledger.id, row: current.id }]);
            }}
            onRestore={() => {
              if (current) void write([{ type: 'restore', ledger: ledger.id, row: current.id }]);
            }}
          />
        )}
      </div>
    </div>
  );

  function savedWrite(values: Readonly<Record<string, StoredValue | null>>): Write {
    if (panel === 'row' && current)
      return { type: 'update', ledger: ledger.id, row: current.id, values };
    const filled: Record<string, StoredValue> = {};
    for (const [name, value] of Object.entries(values)) if (value !== null) filled[name] = value;
    return {
      type: 'insert',
      ledger: ledger.id,
      row: newRowId(clock(), random),
      values: { ...filled, recorder: store.operator, recordedAt: clock() },
    };
  }
}

function standardView(ledger: LedgerDefinition): SavedView {
  const shown = Object.entries(ledger.fields).filter(([, field]) => !field.hidden);
  return {
    name: '',
    columns: [
      ledger.nameField,
      ...shown.map(([name]) => name).filter((name) => name !== ledger.nameField),
    ],
    filters: [],
    sort: ledger.newestFirst ? [{ field: ledger.newestFirst, descending: true }] : [],
  };
}
