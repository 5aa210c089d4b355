import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { Field } from '../../../shared/ledger/field';
import type { Place } from '../../app/places';
import { useSession } from '../../app/session';
import { newRecord } from '../../app/useRoute';
import { Grid } from '../../components/grid/Grid';
import { blockOf, selectCell } from '../../components/grid/gridSelection';
import type { Query } from '../../store/contract';
import { AppendDialog } from './AppendDialog';
import { EmptyLedger } from './EmptyLedger';
import { GridFoot } from './GridFoot';
import { LedgerBar } from './LedgerBar';
import { widthFor } from '../../components/grid/textWidth';
import { moveColumn, type SavedView } from './data/savedView';
import { DeleteDialog } from './record/DeleteDialog';
import { recordTitle } from '../../components/record/recordTitle';
import { RecordPanel } from './record/RecordPanel';
import { useBlocks } from './useBlocks';
import { useCells } from './useCells';
import { useCursorActions } from './useCursorActions';
import { useLedgerActions } from './useLedgerActions';
import { useLedgerCommands } from './useLedgerCommands';
import { useLedgerModel } from './useLedgerModel';
import { useOpenRow } from './useOpenRow';
import { ColumnHeader } from './view/ColumnHeader';
import styles from './workspace.module.css';

interface LedgerWorkspaceProps {
  readonly ledger: LedgerDefinition;
  /** Record to open at first. */
  readonly openRow?: string | undefined;
  /** The list of work that is made of its records. */
  readonly work?: Place | undefined;
  /** A page that one of its records leads to. */
  readonly pageOf: (ledger: string, row: RowId, t: (key: string) => string) => Place | undefined;
  readonly onImport: () => void;
  readonly onExport: (query: Query, columns: readonly string[]) => void;
  readonly onGo: (ledger: string, row: RowId) => void;
  /** Everything about someone or something that a record names: `Mention.id`. */
  readonly onLookUp: (row: RowId, place: string) => void;
}

type Panel = { readonly of: 'row' | 'new'; readonly focusOn: string | null };

/** One workspace for every ledger: find, read, edit, take back. */
export function LedgerWorkspace({
  ledger,
  openRow,
  work,
  pageOf,
  onImport,
  onExport,
  onGo,
  onLookUp,
}: LedgerWorkspaceProps) {
  const { store, ledgers } = useSession();
  const { t } = useTranslation();
  const model = useLedgerModel(ledger);
  const { language, today, context, shown, rows, cursor, drafts, reveal, references } = model;
  const actions = useLedgerActions(model);
  const isNew = openRow === newRecord;
  const [panel, setPanel] = useState<Panel | undefined>(
    isNew ? { of: 'new', focusOn: null } : undefined,
  );
  const [filtering, setFiltering] = useState<string>();
  const [deleting, setDeleting] = useState<readonly Row[]>();
  const searchBox = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { view } = shown;
  const { selection } = cursor;
  const current = rows.rowAt(selection.row);
  const block = blockOf(selection);
  const column = view.columns[selection.column];

  const toGrid = useCallback(() => {
    // once what had the focus has gone
    requestAnimationFrame(() => box.current?.focus({ preventScroll: true }));
  }, []);
  const closePanel = () => {
    setPanel(undefined);
    toGrid();
  };
  const setView = (next: SavedView) => {
    const moves = next.sort !== view.sort || next.filters !== view.filters;
    if (moves) cursor.toTop();
    shown.setView(next);
  };
  useOpenRow(isNew ? undefined : (openRow as RowId | undefined), model, () =>
    setPanel({ of: 'row', focusOn: null }),
  );

  const cells = useCells({
    ledger,
    view,
    language,
    context,
    drafts,
    reveal,
    assistantOf: model.assistantOf,
    onEdit: actions.edit,
    onOpen: (field) => setPanel({ of: 'row', focusOn: field }),
    onRefused: model.say,
  });
  const blocks = useBlocks({
    ledger,
    columns: view.columns,
    language,
    context,
    references,
    rows,
    taking: model.taking,
    writing: model.writing,
    copyText: cells.copyText,
    automatic: actions.automatic,
    onTaken: actions.sayTaken,
    onSay: model.say,
  });

  const atCursor = useCursorActions({ model, setView, onAskToDelete: setDeleting, toGrid });
  useLedgerCommands({
    title: ledger.title[language],
    add: () => setPanel({ of: 'new', focusOn: null }),
    search: () => searchBox.current?.select(),
    open: () => setPanel({ of: 'row', focusOn: column ?? null }),
    reveal: atCursor.reveal,
    remove: atCursor.remove,
    undo: actions.undo,
    redo: actions.redo,
    fillDown: () => void blocks.fillDown(block),
    filter: () => setFiltering(column),
    widen: atCursor.widen,
    shift: atCursor.shift,
    reapply: rows.reapply,
    nextWrong: atCursor.nextWrong,
    importRows: onImport,
    exportRows: () => onExport(shown.query, view.columns),
  });
  const surroundings = {
    language,
    context,
    assistantOf: model.assistantOf,
    onTyping: (field: Field, text: string) => void references.resolve(field, [text]),
  };
  const add = () => setPanel({ of: 'new', focusOn: null });
  const panelRow = panel?.of === 'row' ? current : undefined;

  return (
    <div className={styles.workspace}>
      <LedgerBar
        store={store}
        ledger={ledger}
        language={language}
        today={today}
        references={references}
        shown={{ ...shown, setView, setSearch: (text) => (cursor.toTop(), shown.setSearch(text)) }}
        kept={model.kept}
        rows={rows}
        total={model.total}
        wrongTexts={[...drafts.rows.values()].flatMap((texts) => Object.keys(texts)).length}
        work={work}
        hasDraft={Object.values(drafts.fresh).some((text) => text !== '')}
        searchBox={searchBox}
        onToGrid={toGrid}
        onNextWrong={atCursor.nextWrong}
        onImport={onImport}
        onExport={() => onExport(shown.query, view.columns)}
        onAdd={add}
      />
      {model.notice && (
        <p className={styles.notice} role="status">
          {model.notice}
          <button type="button" aria-label={t('ledger.close')} onClick={() => model.say('')}>
            ×
          </button>
        </p>
      )}
      <div className={styles.body}>
        <div className={styles.gridCard}>
          <Grid<Row>
            {...cells}
            box={box}
            label={ledger.title[language]}
            rowCount={rows.count}
            rowAt={rows.rowAt}
            rowTone={(row) => (row.deletedAt === undefined ? undefined : 'deleted')}
            header={(name) => (
              <ColumnHeader
                store={store}
                ledger={ledger}
                name={name}
                language={language}
                references={references}
                today={today}
                query={shown.query}
                view={view}
                onView={setView}
                onFilters={(filters) => setView({ ...view, filters })}
                open={filtering === name}
                onOpen={(open) => setFiltering(open ? name : undefined)}
                onLeave={toGrid}
              />
            )}
            selection={selection}
            onSelect={(next) => {
              cursor.select(next);
              if (panel?.of === 'new') setPanel({ of: 'row', focusOn: null });
              else if (panel?.focusOn) setPanel({ ...panel, focusOn: null });
            }}
            onRange={rows.show}
            onResize={(name, width) =>
              setView({ ...view, widths: { ...view.widths, [name]: Math.round(width) } })
            }
            onFit={(name, texts) =>
              setView({ ...view, widths: { ...view.widths, [name]: widthFor(texts) } })
            }
            onMoveColumn={(name, before) => setView(moveColumn(view, name, before))}
            onCopy={blocks.copy}
            onPaste={(pasted) => void blocks.paste(block, pasted)}
            onClear={(cleared) => void blocks.clear(cleared)}
            onEscape={() => {
              const draft = current && column && drafts.rows.get(current.id)?.[column];
              if (current && column && draft !== undefined)
                drafts.dropAll([{ row: current, field: column, text: draft }]);
              else closePanel();
            }}
            onOpen={(_, name) => setPanel({ of: 'row', focusOn: name })}
            words={{ reason: t('record.reason') }}
            empty={
              <EmptyLedger
                title={ledger.title[language]}
                ready={rows.ready}
                shown={shown}
                onAdd={add}
                onImport={onImport}
              />
            }
          />
          <GridFoot
            ledger={ledger}
            language={language}
            columns={view.columns}
            rows={rows}
            selection={selection}
            totals={model.totals}
          />
        </div>
        {panel && (panel.of === 'new' || panelRow) && (
          <RecordPanel
            store={store}
            ledger={ledger}
            ledgers={ledgers}
            row={panelRow}
            references={references}
            drafts={drafts}
            reveal={reveal}
            surroundings={surroundings}
            automatic={actions.automaticTexts}
            focusOn={panel.focusOn}
            page={panelRow && pageOf(ledger.id, panelRow.id, t)}
            onStep={(by) => {
              const next = Math.max(0, Math.min(rows.count - 1, selection.row + by));
              cursor.select(selectCell(next, selection.column));
            }}
            onLeave={actions.edit}
            onSave={async (values, reason, another) => {
              const added = await actions.add(values, reason);
              if (added !== undefined && !another) onGo(ledger.id, added);
              return added !== undefined;
            }}
            onDelete={atCursor.remove}
            onRestore={() => {
              if (current) actions.restore([current]);
            }}
            onGo={onGo}
            onLookUp={onLookUp}
            onClose={closePanel}
          />
        )}
      </div>
      {deleting && (
        <DeleteDialog
          count={deleting.length}
          title={
            deleting[0] && deleting.length === 1
              ? recordTitle(ledger, deleting[0], language)
              : undefined
          }
          onDelete={(reason) => void actions.remove(deleting, reason)}
          onClose={() => {
            setDeleting(undefined);
            toGrid();
          }}
        />
      )}
      {blocks.overhang && (
        <AppendDialog
          {...blocks.overhang}
          onPaste={blocks.overhang.paste}
          onClose={() => {
            blocks.closeOverhang();
            toGrid();
          }}
        />
      )}
    </div>
  );
}
