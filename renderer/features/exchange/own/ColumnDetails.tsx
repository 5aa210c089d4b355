import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { hasOptions, hasUnit, partKinds } from '../../../../shared/ledger/ownField';
import shared from '../exchange.module.css';
import { addPart, type DraftColumn, type DraftPart } from './ownDraft';
import styles from './own.module.css';

interface ColumnDetailsProps {
  readonly column: DraftColumn;
  readonly targets: readonly LedgerDefinition[];
  readonly onChange: (change: Partial<DraftColumn>) => void;
}

/** What a kind needs beside its name: options, a unit, the ledger that is meant, the parts of an entry. */
export function ColumnDetails({ column, targets, onChange }: ColumnDetailsProps) {
  const { t, i18n } = useTranslation();
  const { kind, header, use, stored, refersTo } = column;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  if (hasOptions(kind))
    return (
      <input
        value={column.options}
        placeholder={t('own.options')}
        aria-label={`${t('own.kinds.choice')} ${header}`}
        disabled={!use}
        onChange={({ target }) => onChange({ options: target.value })}
      />
    );
  if (hasUnit(kind))
    return (
      <input
        value={column.unit}
        maxLength={10}
        placeholder={t('own.unit')}
        aria-label={`${t('own.unit')} ${header}`}
        disabled={!use}
        onChange={({ target }) => onChange({ unit: target.value })}
      />
    );
  if (kind === 'reference')
    return (
      <select
        value={refersTo ?? ''}
        aria-label={`${t('own.target')} ${header}`}
        disabled={!use || stored !== undefined}
        onChange={({ target }) => onChange({ refersTo: target.value || undefined })}
      >
        <option value="">{t('own.target')}</option>
        {targets.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[language]}
          </option>
        ))}
      </select>
    );
  return kind === 'group' ? <Parts column={column} onChange={onChange} /> : null;
}

function Parts({ column, onChange }: Omit<ColumnDetailsProps, 'targets'>) {
  const { t } = useTranslation();
  const { parts, use } = column;
  const change = (id: number, part: Partial<DraftPart>) =>
    onChange({ parts: parts.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <div className={styles.parts} role="group" aria-label={`${t('own.parts')} ${column.header}`}>
      {parts.map(({ id, stored, header, kind }, at) => (
        <div key={id}>
          <input
            value={header}
            placeholder={t('own.part')}
            aria-label={t('own.partHeader', { number: at + 1 })}
            disabled={!use}
            onChange={({ target }) => change(id, { header: target.value })}
          />
          <select
            value={kind}
            aria-label={t('own.partKind', { number: at + 1 })}
            disabled={!use || stored !== undefined}
            onChange={({ target }) => {
              const next = partKinds.find((one) => one === target.value);
              if (next) change(id, { kind: next });
            }}
          >
            {partKinds.map((one) => (
              <option key={one} value={one}>
                {t(`own.kinds.${one}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className={shared.small}
            aria-label={t('own.removePart', { number: at + 1 })}
            disabled={!use || stored !== undefined}
            onClick={() => onChange({ parts: parts.filter((one) => one.id !== id) })}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className={shared.small}
        disabled={!use}
        onClick={() => onChange({ parts: addPart(parts) })}
      >
        {t('own.addPart')}
      </button>
    </div>
  );
}
