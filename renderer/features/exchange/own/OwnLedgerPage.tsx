import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../../../shared/kernel/ids';
import { ownLedgerId, ownLedgerValues, type OwnLedger } from '../../../../shared/ledger/ownLedger';
import { useSession } from '../../../app/session';
import type { Dropped } from '../droppedFolders';
import { droppedFiles, type NamedBytes } from '../droppedFiles';
import { fileProblemWords } from '../export/saveWorkbook';
import { FileDrop } from '../FileDrop';
import { readingWords } from '../import/readingWords';
import { useImports } from '../import/useImports';
import shared from '../exchange.module.css';
import { draftOfLedger, type OwnDraft } from './ownDraft';
import { guessReferences, referable } from './guessReferences';
import { OwnEditor } from './OwnEditor';
import { OwnList, useStoredOwn, type StoredOwn } from './OwnList';
import { readTable } from './readTable';
import styles from './own.module.css';

interface OwnLedgerPageProps {
  readonly onOpen: (ledger: string) => void;
  readonly onImport: () => void;
}

type Editing =
  | {
      readonly of: 'file';
      readonly file: NamedBytes;
      readonly draft: OwnDraft;
      readonly rows: number;
    }
  | { readonly of: 'ledger'; readonly stored: StoredOwn };

const extensions = ['xlsx', 'xls', 'csv', 'xlsm', 'xlsb', 'ods', 'tsv', 'txt'];

/** 自建台账: a workbook's header row becomes a ledger, for what nobody has foreseen. */
export function OwnLedgerPage({ onOpen, onImport }: OwnLedgerPageProps) {
  const { store, desktop, clock, random, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const { desk } = useImports();
  const stored = useStoredOwn();
  const [editing, setEditing] = useState<Editing>();
  const [notice, setNotice] = useState('');
  /** Made, and on its way into the list of ledgers. */
  const [made, setMade] = useState<{ readonly id: string; readonly file?: NamedBytes }>();

  useEffect(() => {
    if (!made || !ledgers.some(({ id }) => id === made.id)) return;
    setMade(undefined);
    if (made.file) {
      void desk.add([made.file]);
      onImport();
    } else onOpen(made.id);
  }, [made, ledgers, desk, onOpen, onImport]);

  const take = async (file: NamedBytes | undefined) => {
    if (!file) return;
    const { name } = file;
    setNotice(t('own.reading', { name }));
    const read = await readTable(file);
    if (!read.ok) {
      setNotice(readingWords(t, read.problem, i18n.language));
      return;
    }
    setNotice(read.value ? '' : t('own.noTable', { name }));
    if (!read.value) return;
    const { draft, rows } = read.value;
    const columns = await guessReferences(draft.columns, store, referable(ledgers));
    setEditing({ of: 'file', file, rows, draft: { ...draft, columns } });
  };
  const choose = async () => {
    const opened = await desktop.files.open(
      [{ label: t('exchange.files.kind'), extensions }],
      false,
    );
    if (opened.ok) await take(opened.value[0]);
    else if (opened.problem.tag !== 'cancelled') setNotice(fileProblemWords(t, opened.problem));
  };
  const drop = async ({ files }: Dropped) => {
    const [first] = await droppedFiles(files.slice(0, 1));
    if (first?.ok) await take(first.value);
    else if (first) setNotice(fileProblemWords(t, first.problem));
  };

  const save = async (own: OwnLedger) => {
    const ledger = ledgers.find(({ role }) => role === 'definitions')?.id ?? '';
    const values = ownLedgerValues(own);
    const row = editing?.of === 'ledger' ? editing.stored.row : newRowId(clock(), random);
    const type = editing?.of === 'ledger' ? 'update' : 'insert';
    const done = await store.commit([{ type, ledger, row, values }], { type: 'typed' });
    if (!done.ok) return t(`ledger.problem.${done.problem.tag}`);
    if (editing?.of === 'file')
      setMade({ id: ownLedgerId(row), ...(editing.rows > 0 ? { file: editing.file } : {}) });
    setEditing(undefined);
    return undefined;
  };

  const own = editing?.of === 'ledger' ? editing.stored : undefined;
  const targets = referable(ledgers);
  const isTaken = (title: string) =>
    ledgers.some((one) => one.title.zh === title && one.id !== (own && ownLedgerId(own.row)));
  return (
    <FileDrop
      onFiles={(dropped) => void drop(dropped)}
      onUnreadable={() => setNotice(t('exchange.files.folderUnreadable'))}
    >
      <div className={shared.top}>
        <h1 className={shared.title}>{t('own.title')}</h1>
        <span className={styles.note}>{t('own.hint')}</span>
        <span className={shared.spring} />
        {!editing && (
          <button type="button" className={shared.primary} onClick={() => void choose()}>
            {t('own.choose')}
          </button>
        )}
      </div>
      {notice !== '' && (
        <p className={styles.note} role="status">
          {notice}
        </p>
      )}
      {editing ? (
        <OwnEditor
          key={editing.of === 'file' ? editing.file.name : editing.stored.row}
          start={
            editing.of === 'file'
              ? editing.draft
              : draftOfLedger(editing.stored.own, editing.stored.lost)
          }
          {...(own ? { before: own.own } : {})}
          note={
            editing.of === 'file'
              ? t('own.from', { name: editing.file.name, rows: editing.rows })
              : t('own.edition', { edition: editing.stored.own.edition })
          }
          rows={editing.of === 'file' ? editing.rows : 0}
          targets={targets}
          isTaken={isTaken}
          onSave={save}
          onCancel={() => setEditing(undefined)}
        />
      ) : (
        <OwnList
          stored={stored}
          onOpen={onOpen}
          onChange={(one) => setEditing({ of: 'ledger', stored: one })}
        />
      )}
    </FileDrop>
  );
}
