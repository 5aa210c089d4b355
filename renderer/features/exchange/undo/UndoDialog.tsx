import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import { useModal } from '../../../components/popover/useModal';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { shownLanguage } from '../findingWords';
import type { ImportRecord } from '../import/importMemory';
import { shownValue } from '../shownCell';
import type { ChangedSince, LaterChange } from './changedSince';
import dialogs from '../export/dialog.module.css';
import styles from './undo.module.css';

interface UndoDialogProps {
  readonly record: ImportRecord;
  readonly since: ChangedSince;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What has changed since an import, by whom; undoing leaves it, and is asked for here. */
export function UndoDialog({ record, since, onUndo, onClose }: UndoDialogProps) {
  const { t } = useTranslation();
  const dialog = useModal();
  const { fields, records, shown } = since;
  return (
    <dialog
      ref={dialog}
      className={dialogs.dialog}
      aria-labelledby="undo-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="undo-title" className={dialogs.title}>
        {t('exchange.undo.title', { file: record.file })}
      </h2>
      <p>{t('exchange.undo.intro', { records, fields })}</p>
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['record', 'field', 'by', 'at'] as const).map((name) => (
                <th key={name}>{t(`exchange.undo.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <ChangeRow key={`${change.ledger} ${change.row} ${change.field}`} change={change} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < fields ? (
        <p className={dialogs.quiet}>{t('exchange.undo.more', { count: fields - shown.length })}</p>
      ) : null}
      <div className={dialogs.buttons}>
        <button type="button" className={dialogs.button} data-first onClick={onClose}>
          {t('exchange.undo.keep')}
        </button>
        <button type="button" className={dialogs.primary} onClick={onUndo}>
          {t('exchange.files.undoSure')}
        </button>
      </div>
    </dialog>
  );
}

function ChangeRow({ change }: { readonly change: LaterChange }) {
  const { ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { ledger, row, field, record, by } = change;
  const definition = ledgers.find(({ id }) => id === ledger);
  const nameField = definition?.fields[definition.nameField];
  const name = definition && record?.values[definition.nameField];
  const shown = nameField && name !== undefined ? shownValue(nameField, name, { language }) : row;
  return (
    <tr>
      <td>
        <a href={hashOf({ page: 'ledger', ledger, row })}>{shown}</a>
      </td>
      <td>
        {field === ''
          ? t('exchange.undo.whole')
          : (definition?.fields[field]?.header[language] ?? field)}
      </td>
      <td>{by ? [by.author, by.device].filter(Boolean).join(' · ') : '—'}</td>
      <td>{by ? formatInstant(by.at) : '—'}</td>
    </tr>
  );
}
