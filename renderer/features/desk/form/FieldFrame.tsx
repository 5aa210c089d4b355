import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskField } from './deskFields';
import { useFieldId } from './laneContext';
import styles from './fields.module.css';

interface FieldFrameProps {
  readonly field: DeskField;
  /** Words beside the field; never in the way. */
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** Label, field, and what is to be said about it, in one place on the desk. */
export function FieldFrame({ field, hint, children }: FieldFrameProps) {
  const { t } = useTranslation();
  const id = useFieldId(field);
  return (
    <div className={styles.field} data-field={field}>
      <div className={styles.head}>
        <label htmlFor={id} id={`${id}-label`} className={styles.label}>
          {t(`desk.fields.${field}`)}
        </label>
        {hint === undefined ? null : (
          <span className={styles.hint} id={`${id}-hint`} role="note" title={hint}>
            {hint}
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
