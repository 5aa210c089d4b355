import { memo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../../shared/fields/mask';
import { ledgerField, type DeskField } from './deskFields';
import type { Entry } from './deskForm';
import { FieldFrame } from './FieldFrame';
import { wordOf } from './OneKeyField';
import { useFieldId } from './laneContext';
import styles from './fields.module.css';

interface TextFieldProps {
  readonly field: DeskField;
  readonly entry: Entry | undefined;
  readonly hint?: string | undefined;
  readonly warn?: boolean;
  readonly missing?: boolean;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly list?: string;
  readonly after?: ReactNode;
  readonly onEdit: (field: DeskField, text: string) => void;
}

/** One line to type in; drawn again only when something about it has changed. */
export const TextField = memo(Line);

/**
 * What a record filled in is tinted, and masked where it is sensitive; typing over it starts afresh,
 * so that nobody edits characters they cannot see.
 */
function Line(props: TextFieldProps) {
  const { field, entry, hint, warn, missing, onEdit } = props;
  const [composing, setComposing] = useState(false);
  const { i18n } = useTranslation();
  const id = useFieldId(field);
  const text = entry?.text ?? '';
  const filled = entry?.filled === true && text !== '';
  const masked = filled && ledgerField(field).sensitive;
  // Kept in Chinese, whatever language it is shown in.
  const word = filled && ledgerField(field).options ? wordOf(field, text, i18n.language) : text;
  const shown = masked && !composing ? maskValue(ledgerField(field), text) : word;
  const state = [
    styles.input,
    filled ? styles.filled : '',
    warn ? styles.warned : '',
    missing ? styles.missing : '',
  ];
  return (
    <FieldFrame field={field} hint={hint}>
      <div className={styles.box}>
        <input
          id={id}
          data-desk-field={field}
          className={state.join(' ')}
          value={shown}
          placeholder={props.placeholder}
          inputMode={props.numeric ? 'decimal' : undefined}
          list={props.list}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          aria-invalid={warn === true && !filled}
          onFocus={(event) => event.currentTarget.select()}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const { data } = event.nativeEvent as InputEvent; // a change event of an input is one
            onEdit(field, masked && value.includes('*') ? (data ?? '') : value);
          }}
        />
        {props.after}
      </div>
    </FieldFrame>
  );
}
