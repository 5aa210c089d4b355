import { useTranslation } from 'react-i18next';
import { unitOfInput } from '../../../app/unitWord';
import { AssistedInput } from '../../../components/picking/AssistedInput';
import type { Assistant } from '../../../components/picking/assistant';
import type { Field } from '../../../../shared/ledger/field';
import { entriesOf } from '../data/groupDraft';
import { GroupInput, type GroupSurroundings } from './GroupInput';
import styles from './record.module.css';

export interface FieldInputProps {
  readonly id: string;
  readonly field: Field;
  readonly text: string;
  readonly assistant: Assistant | undefined;
  readonly group: GroupSurroundings;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly disabled: boolean;
  readonly placeholder?: string | undefined;
  readonly onText: (text: string) => void;
}

/** The input that suits the kind: written in any form its codec reads, with a list where it helps. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, text, assistant, describedBy, invalid, disabled, onText } = props;
  const { t } = useTranslation();
  if (field.kind === 'group')
    return (
      <GroupInput
        id={id}
        field={field}
        entries={entriesOf(text) ?? []}
        disabled={disabled}
        surroundings={props.group}
        onText={onText}
      />
    );
  if (field.kind === 'longText')
    return (
      <textarea
        id={id}
        className={styles.longText}
        rows={2}
        value={text}
        disabled={disabled}
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={field.required}
        placeholder={props.placeholder}
        onChange={({ target }) => onText(target.value)}
      />
    );
  return (
    <AssistedInput
      id={id}
      text={text}
      assistant={assistant}
      unit={unitOfInput(t, field)}
      describedBy={describedBy}
      invalid={invalid}
      disabled={disabled}
      required={field.required}
      placeholder={props.placeholder}
      onText={onText}
    />
  );
}
