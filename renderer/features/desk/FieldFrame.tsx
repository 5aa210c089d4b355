import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskField } from './deskFields';
import styles from './fields.module.css';

interface FieldFrameProps {
  readonly field: DeskField;
  readonly id: string;
  /** Words beside the field; never in the way. */
  readonly hint?: string | undefined;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Label, field, and what is to be said about it, in one place on the desk. */
export function FieldFrame({ field, id, hint, wide, children }: FieldFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={wide ? styles.wide : styles.field}>
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
