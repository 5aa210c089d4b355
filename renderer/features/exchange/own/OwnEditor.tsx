import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { checkOwnLedger, type OwnLedger } from '../../../../shared/ledger/ownLedger';
import { useSession } from '../../../app/session';
import { FormField } from '../../../components/form/FormField';
import shared from '../exchange.module.css';
import { ColumnTable } from './ColumnTable';
import { FigureTable } from './FigureTable';
import { addColumn, ledgerOfDraft, type OwnDraft } from './ownDraft';
import styles from './own.module.css';

interface OwnEditorProps {
  readonly start: OwnDraft;
  /** The edition there is, where columns are changed. */
  readonly before?: OwnLedger;
  /** Where the draft comes from. */
  readonly note: string;
  /** Rows of the workbook that can be imported right after. */
  readonly rows: number;
  /** Ledgers whose records a column can mean. */
  readonly targets: readonly LedgerDefinition[];
  readonly isTaken: (title: string) => boolean;
  /** Comes back with words where it could not be written. */
  readonly onSave: (own: OwnLedger) => Promise<string | undefined>;
  readonly onCancel: () => void;
}

/** The columns are settled here; nothing is stored before the button that says so. */
export function OwnEditor(props: OwnEditorProps) {
  const { start, before, note, rows, isTaken, onSave, onCancel } = props;
  const { t } = useTranslation();
  const { clock } = useSession();
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  const edition = (before?.edition ?? 0) + 1;

  const edit = (next: OwnDraft) => {
    setDraft(next);
    setProblem('');
  };
  const save = async () => {
    const checked = checkOwnLedger(ledgerOfDraft(draft, before, clock()));
    if (!checked.ok) {
      const header = 'header' in checked.problem ? checked.problem.header : '';
      setProblem(t(`own.problems.${checked.problem.tag}`, { header }));
      return;
    }
    if (isTaken(checked.value.title)) {
      setProblem(t('own.problems.sameTitle'));
      return;
    }
    setSaving(true);
    const failed = await onSave(checked.value);
    if (failed !== undefined) {
      setProblem(failed);
      setSaving(false);
    }
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormField
        label={t('own.name')}
        value={draft.title}
        autoFocus
        note={note}
        onChange={(title) => edit({ ...draft, title })}
      />
      <div className={styles.scroll}>
        <ColumnTable
          columns={draft.columns}
          targets={props.targets}
          onChange={(id, change) =>
            edit({
              ...draft,
              columns: draft.columns.map((one) => (one.id === id ? { ...one, ...change } : one)),
            })
          }
        />
        <p className={styles.note}>{t('own.keyNote')}</p>
        <FigureTable draft={draft} onChange={(figures) => edit({ ...draft, figures })} />
      </div>
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <footer>
        <button type="button" className={shared.button} onClick={() => edit(addColumn(draft))}>
          {t('own.add')}
        </button>
        <span className={shared.spring} />
        <button type="button" className={shared.button} onClick={onCancel}>
          {t('own.cancel')}
        </button>
        <button type="submit" className={shared.primary} disabled={saving}>
          {before
            ? t('own.save', { edition })
            : rows > 0
              ? t('own.createAndImport', { count: rows })
              : t('own.create')}
        </button>
      </footer>
    </form>
  );
}
