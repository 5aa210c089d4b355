import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsUnder } from '../../../../shared/exchange/recognise/sheetEnds';
import { useSession } from '../../../app/session';
import type { ImportDesk } from './importDesk';
import { nextProposal, type ImportFile } from './importFile';
import { mappingState } from './recognise/recognise';
import styles from '../exchange.module.css';

interface ImportActionsProps {
  readonly file: ImportFile | undefined;
  readonly files: readonly ImportFile[];
  readonly desk: ImportDesk;
  readonly onChoose: () => void;
}

/** The one button that goes on, and says how much it will do; Ctrl+Enter does the same. */
export function ImportActions({ file, files, desk, onChoose }: ImportActionsProps) {
  const { ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const next = nextAction();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing || !next?.act) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      // What is being typed counts: fields take it when they are left.
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      next.act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  if (!next && files.length === 0) return null;
  return (
    <div className={styles.actions}>
      {file?.stage.tag === 'check' ? (
        <button type="button" className={styles.button} onClick={() => desk.back(file.id)}>
          {t('exchange.check.back')}
        </button>
      ) : files.length === 0 ? null : (
        <button type="button" className={styles.button} onClick={onChoose}>
          {t('exchange.files.add')}
        </button>
      )}
      {next ? (
        <button
          type="button"
          className={styles.primary}
          disabled={!next.act}
          onClick={() => next.act?.()}
        >
          {next.words} <kbd className={styles.key}>Ctrl Enter</kbd>
        </button>
      ) : null}
    </div>
  );

  function nextAction(): { readonly words: string; readonly act?: () => void } | undefined {
    switch (file?.stage.tag) {
      case 'recognise': {
        const { choice, id } = file;
        const definition = ledgers.find((one) => one.id === choice?.ledger);
        const count = choice?.sheet ? rowsUnder(choice.sheet, choice.header?.lastRow ?? 0) : 0;
        const words = t('exchange.recognise.next', { count });
        if (!choice?.header || !definition) return { words };
        const { mapped, twice } = mappingState(choice.mapping, definition);
        return mapped > 0 && twice.length === 0
          ? { words, act: () => void desk.plan(id) }
          : { words };
      }
      case 'check': {
        const { counts } = file.stage.summary;
        const count = counts.new + counts.changed + counts.cleared;
        const shown = count.toLocaleString(i18n.language);
        const act = () => void desk.write(file.id);
        const words =
          count === 0 ? t('exchange.check.nothing') : t('exchange.check.write', { count, shown });
        return { words, act };
      }
      case 'result':
      case 'unreadable': {
        if (nextProposal(file)) {
          return { words: t('exchange.result.nextSheet'), act: () => void desk.goOn(file.id) };
        }
        const waiting = files.find(
          ({ stage }) => stage.tag !== 'result' && stage.tag !== 'unreadable',
        );
        return waiting && waiting.id !== file.id
          ? { words: t('exchange.result.next'), act: () => desk.select(waiting.id) }
          : { words: t('exchange.result.more'), act: () => desk.select(undefined) };
      }
      default:
        return undefined;
    }
  }
}
