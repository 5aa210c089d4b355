import { useTranslation } from 'react-i18next';
import type { PlannedEdit } from '../../../../shared/exchange/parcel/planEdits';
import type { RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { CorrectionLine, Kept } from './correctionLines';
import { findingWords, shownLanguage } from '../findingWords';
import styles from './correction.module.css';

type Ticked = Extract<CorrectionLine, { kind: 'deletion' | 'twin' | 'added' }>;

interface CorrectionRowsProps {
  readonly lines: readonly CorrectionLine[];
  readonly definition: LedgerDefinition;
  readonly names: ReadonlyMap<RowId, string>;
  readonly show: (field: string, value: StoredValue | null) => string;
  readonly keptOf: (edit: PlannedEdit, place: number) => Kept | undefined;
  readonly onKeep: (place: number, kept: Kept) => void;
  readonly ticked: ReadonlySet<RowId>;
  readonly onTick: (line: Ticked, on: boolean) => void;
}

/** More than anybody reads; the rest is written as chosen, and can be filtered to. */
const mostLines = 500;
const columns = ['state', 'cell', 'record', 'field', 'before', 'theirs', 'ours', 'choice'] as const;

export function CorrectionRows(props: CorrectionRowsProps) {
  const { lines } = props;
  const { t } = useTranslation();
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name}>{t(`correction.columns.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostLines).map((line, index) => (
            <Line key={`${line.kind} ${index}`} {...props} line={line} />
          ))}
        </tbody>
      </table>
      {lines.length > mostLines ? (
        <p className={styles.hint}>{t('correction.more', { count: lines.length - mostLines })}</p>
      ) : null}
    </>
  );
}

function Line({
  line,
  definition,
  names,
  show,
  keptOf,
  onKeep,
  ticked,
  onTick,
}: CorrectionRowsProps & { readonly line: CorrectionLine }) {
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const header = (name: string) => definition.fields[name]?.header[language] ?? name;
  const state = <td className={styles[line.kind]}>{t(`correction.kinds.${line.kind}`)}</td>;
  switch (line.kind) {
    case 'set':
    case 'clear':
    case 'conflict': {
      const { edit, place } = line;
      const kept = keptOf(edit, place);
      return (
        <tr
          tabIndex={0}
          data-kind={line.kind}
          onKeyDown={(event) => {
            if (event.key === '2') onKeep(place, 'theirs');
            if (event.key === '3') onKeep(place, 'ours');
          }}
        >
          {state}
          <td>{edit.address}</td>
          <td>{names.get(edit.row) ?? ''}</td>
          <td>{header(edit.field)}</td>
          <td>{show(edit.field, edit.before)}</td>
          <td className={kept === 'theirs' ? styles.kept : styles.left}>
            {show(edit.field, edit.theirs)}
          </td>
          <td className={kept === 'ours' ? styles.kept : styles.left}>
            {show(edit.field, edit.ours)}
          </td>
          <td className={styles.choice}>
            {(['theirs', 'ours'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`edit-${place}`}
                  checked={kept === side}
                  onChange={() => onKeep(place, side)}
                />
                {t(`correction.keep.${side}`)}
              </label>
            ))}
          </td>
        </tr>
      );
    }
    case 'added':
    case 'twin':
    case 'deletion':
      return (
        <tr data-kind={line.kind}>
          {state}
          <td>{line.kind === 'deletion' ? '' : t('correction.row', { row: line.rowNumber })}</td>
          <td colSpan={5}>
            {show(definition.nameField, line.values[definition.nameField] ?? null)}
          </td>
          <td className={styles.choice}>
            {line.kind === 'added' ? null : (
              <label>
                <input
                  type="checkbox"
                  checked={ticked.has(line.row)}
                  onChange={(event) => onTick(line, event.target.checked)}
                />
                {t(line.kind === 'twin' ? 'correction.addAnyway' : 'correction.delete')}
              </label>
            )}
          </td>
        </tr>
      );
    case 'rejected': {
      const { address, field, why } = line.cell;
      return (
        <tr data-kind="rejected">
          {state}
          <td>{address}</td>
          <td />
          <td>{field === undefined ? '' : header(field)}</td>
          <td colSpan={4}>{findingWords(t, why, definition, language)}</td>
        </tr>
      );
    }
    case 'notice': {
      const { notice } = line;
      return (
        <tr data-kind="notice">
          {state}
          <td>{'address' in notice ? notice.address : ''}</td>
          <td />
          <td>{'field' in notice ? header(notice.field) : ''}</td>
          <td colSpan={4}>{t(`correction.notices.${notice.type}`)}</td>
        </tr>
      );
    }
  }
}
