import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { ManyDone } from './doMany';
import { rowState } from './filterApplications';
import { useMany, type ManyAct } from './useMany';
import styles from '../many.module.css';
import shared from '../passes.module.css';

interface ManyBarProps {
  /** The ticked applications. */
  readonly rows: readonly Row[];
  readonly onTicked: (ids: ReadonlySet<RowId>) => void;
}

const acts: readonly (readonly [ManyAct, string])[] = [
  ['check', '待核验'],
  ['approve', '待审批'],
  ['issue', '待发证'],
];

/** Checks, approves or issues what is ticked; what could not be done stays ticked, with the reason. */
export function ManyBar({ rows, onTicked }: ManyBarProps) {
  const { t } = useTranslation();
  const many = useMany();
  const [told, setTold] = useState<ManyDone & { readonly act: ManyAct }>();
  const { running } = many;
  if (rows.length === 0 && !running && !told) return null;
  const start = async (act: ManyAct, ids: readonly RowId[]) => {
    setTold(undefined);
    const result = await many.start(act, ids);
    setTold({ ...result, act });
    onTicked(new Set([...result.left.map(({ id }) => id), ...result.untouched]));
  };
  const numberOf = (id: RowId) => {
    const number = rows.find((row) => row.id === id)?.values.number;
    return typeof number === 'string' ? number : t('passes.applications.unnumbered');
  };
  return (
    <div className={styles.many} aria-live="polite">
      {running ? (
        <>
          <span>{t(`passes.many.running.${running.act}`, { ...running })}</span>
          <progress value={running.done} max={running.total} />
          <button type="button" className={shared.button} onClick={many.cancel}>
            {t('passes.cancel')}
          </button>
        </>
      ) : (
        <>
          <span>{t('passes.many.ticked', { count: rows.length })}</span>
          {acts.map(([act, state]) => {
            const ids = rows.filter((row) => rowState(row) === state).map(({ id }) => id);
            return ids.length === 0 ? null : (
              <button
                key={act}
                type="button"
                className={shared.button}
                onClick={() => void start(act, ids)}
              >
                {t(`passes.many.acts.${act}`, { count: ids.length })}
              </button>
            );
          })}
          {told && (
            <span>
              {t(`passes.many.done.${told.act}`, { count: told.done.length })}
              {told.untouched.length > 0 &&
                t('passes.many.untouched', { count: told.untouched.length })}
            </span>
          )}
        </>
      )}
      {told && told.left.length > 0 && !running && (
        <details>
          <summary>{t('passes.many.left', { count: told.left.length })}</summary>
          <ul>
            {told.left.map(({ id, why }) => (
              <li key={id}>
                <b>{numberOf(id)}</b> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
