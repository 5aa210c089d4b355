import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSession } from '../../app/session';
import { DeviceList } from './devices/DeviceList';
import { droppedFiles, type NamedBytes } from './droppedFiles';
import type { Dropped } from './droppedFolders';
import { ExportArea } from './export/ExportArea';
import { ExportDialog } from './export/ExportDialog';
import { FileCards } from './import/FileCards';
import { FileChoice } from './FileChoice';
import { FileDrop } from './FileDrop';
import { shownLanguage } from './findingWords';
import { stepOf, type ImportFile } from './import/importFile';
import { readImports, type ImportRecord } from './import/importMemory';
import { ImportActions } from './import/ImportActions';
import { ImportBody } from './import/ImportBody';
import { RecentImports } from './import/RecentImports';
import { fileProblemWords, saveWorkbook, workbookName } from './export/saveWorkbook';
import { StepRail } from './import/StepRail';
import { looksSentOut } from './receive/looksSentOut';
import { ReceiveArea } from './receive/ReceiveArea';
import { useReceive } from './receive/useReceive';
import { SendDialog, type SendDialogProps } from './send/SendDialog';
import { SentList } from './send/SentList';
import { useUndo } from './undo/useUndo';
import { useImports } from './import/useImports';
import { WatchPanel } from './watch/WatchPanel';
import styles from './exchange.module.css';
import start from './start.module.css';

const extensions = ['xlsx', 'xls', 'csv', 'xlsm', 'xlsb', 'ods', 'tsv', 'txt', 'xml'];

interface ExchangeWorkspaceProps {
  /** Its export opens at once. */
  readonly ledger?: string;
  /** What is new in these is to be sent: asked to whom at once. */
  readonly sending?: readonly string[];
}

/** 数据交换: workbooks in, workbooks out. */
export function ExchangeWorkspace({ ledger, sending: asked }: ExchangeWorkspaceProps) {
  const { store, desktop, clock, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { state, desk } = useImports();
  const [exporting, setExporting] = useState(ledger);
  const [sending, setSending] = useState<Partial<SendDialogProps> | undefined>(
    asked && { chosen: asked },
  );
  const receive = useReceive((files) => void desk.add(files));
  const isReceiving = receive.files.length > 0 && state.active === undefined;
  const undoing = useUndo();
  const [version, setVersion] = useState(0);
  const [notice, setNotice] = useState('');
  const [recent, setRecent] = useState<readonly ImportRecord[]>([]);
  const file = state.files.find(({ id }) => id === state.active);
  const step = stepOf(file);

  useEffect(() => {
    let gone = false;
    void readImports(store).then((records) => {
      if (!gone) setRecent(records);
    });
    return () => {
      gone = true;
    };
  }, [store, step, state.files.length, receive.files.length]);

  const choose = async () => {
    const opened = await desktop.files.open(
      [{ label: t('exchange.files.kind'), extensions }],
      true,
    );
    if (opened.ok) await take(opened.value);
    else if (opened.problem.tag !== 'cancelled') setNotice(fileProblemWords(t, opened.problem));
  };

  /** Workbooks of this app are held against what was sent; any other is imported. */
  const take = async (files: readonly NamedBytes[]) => {
    const sentOut = files.filter(looksSentOut);
    const others = files.filter((one) => !sentOut.includes(one));
    if (others.length > 0) await desk.add(others);
    else if (sentOut.length > 0) desk.select(undefined);
    if (sentOut.length > 0) await receive.add(sentOut);
  };

  const drop = async ({ files, skipped }: Dropped) => {
    const read = await droppedFiles(files);
    const refused = read.flatMap((one) => (one.ok ? [] : [fileProblemWords(t, one.problem)]));
    const left = skipped > 0 ? [t('exchange.files.skipped', { count: skipped })] : [];
    setNotice([...left, ...refused].join(' '));
    await take(read.flatMap((one) => (one.ok ? [one.value] : [])));
  };

  /** At once where nothing has changed since. */
  const undoHere = async (id: number, record: ImportRecord) => {
    const act = () => void desk.undo(id);
    if (await undoing.isPlain(record, act)) act();
  };

  const undoRecent = async (record: ImportRecord) => {
    const undone = await desk.undoRecord(record);
    if (!undone.ok) {
      const problem = t(`exchange.commitProblems.${undone.problem}`);
      setNotice(t('exchange.result.undoFailed', { problem }));
    } else {
      const words = undone.value > 0 ? 'exchange.result.undoneLeft' : 'exchange.result.undone';
      setNotice(t(words, { count: undone.value }));
    }
    setRecent(await readImports(store));
  };

  const saveProblems = async (one: ImportFile) => {
    const { stage, choice } = one;
    const definition = ledgers.find(({ id }) => id === choice?.ledger);
    if ((stage.tag !== 'check' && stage.tag !== 'result') || !definition) return;
    setNotice(t('exchange.check.problemsMade'));
    const made = await desk.problems(one.id, {
      definition,
      language,
      withWarnings: stage.summary.counts.rejected === 0,
    });
    if (!made.ok) return setNotice(t('exchange.check.problemsFailed'));
    const base = one.name.replace(/\.[^.]*$/, '');
    const name = workbookName([base, t('exchange.export.problemsName')], clock());
    const saved = await saveWorkbook(desktop, name, made.value, t);
    if (saved.ok) setNotice(t('exchange.check.problemsSaved', { name: saved.value.name }));
    else setNotice(saved.problem.tag === 'cancelled' ? '' : fileProblemWords(t, saved.problem));
  };

  const open = [...receive.files, ...state.files];
  const watched = (
    <WatchPanel
      open={open.map(({ name }) => name)}
      version={open.map(({ id, stage }) => `${id} ${stage.tag}`).join()}
      onTake={take}
      onNotice={setNotice}
    />
  );

  return (
    <FileDrop
      onFiles={(dropped) => void drop(dropped)}
      onUnreadable={() => setNotice(t('exchange.files.folderUnreadable'))}
    >
      <header className={styles.top}>
        <h1 className={styles.title}>{t('exchange.receive')}</h1>
        <StepRail
          step={step}
          onGo={{
            files: () => desk.select(undefined),
            ...(file && file.stage.tag === 'check' ? { recognise: () => desk.back(file.id) } : {}),
          }}
        />
        <span className={styles.spring} />
        {file ? null : (
          <button type="button" className={styles.button} onClick={() => setSending({})}>
            {t('parcel.send')}
          </button>
        )}
        <ImportActions file={file} files={state.files} desk={desk} onChoose={() => void choose()} />
      </header>
      {state.files.length > 0 ? (
        <FileCards
          files={state.files}
          active={state.active}
          ledgers={ledgers}
          onSelect={desk.select}
          onRemove={desk.remove}
          onCancelReading={desk.cancelReading}
        />
      ) : null}
      <p className={styles.notice} role="status">
        {notice}
      </p>
      {isReceiving ? (
        <ReceiveArea
          receive={receive}
          onChoose={() => void choose()}
          onNotice={setNotice}
          watched={watched}
        />
      ) : file ? (
        <ImportBody
          file={file}
          desk={desk}
          onUndo={(record) => void undoHere(file.id, record)}
          onProblems={() => void saveProblems(file)}
        />
      ) : (
        <div className={start.start}>
          <FileChoice onChoose={() => void choose()} />
          <div className={start.stack}>
            {watched}
            <RecentImports
              recent={recent}
              ledgers={ledgers}
              onUndo={(record) => void undoRecent(record)}
              onAsk={(record) => undoing.isPlain(record, () => void undoRecent(record))}
            />
            <SentList version={version} />
            <DeviceList />
          </div>
          <ExportArea
            onExport={setExporting}
            onSend={(one) => setSending({ chosen: [one], everything: true })}
            onNotice={setNotice}
          />
        </div>
      )}
      {undoing.dialog}
      {sending !== undefined ? (
        <SendDialog
          {...sending}
          onClose={(words) => {
            setSending(undefined);
            setVersion(version + 1);
            if (words !== '') setNotice(words);
          }}
        />
      ) : null}
      {exporting !== undefined ? (
        <ExportDialog ledger={exporting} onClose={() => setExporting(undefined)} />
      ) : null}
    </FileDrop>
  );
}
