import { useId, type Ref } from 'react';
import styles from './form.module.css';

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value and what to do about it. */
  readonly problem?: string | undefined;
  readonly note?: string | undefined;
  /** Not to be read over a shoulder, unless it is to be `shown`. */
  readonly secret?: boolean;
  readonly shown?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A line of a form: what is asked, the answer, and what is wrong with it right beneath. */
export function FormField(field: FormFieldProps) {
  const id = useId();
  const { label, value, onChange, problem, note } = field;
  const described = [note && `${id}-note`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field.inputRef}
        type={field.secret && !field.shown ? 'password' : 'text'}
        value={value}
        placeholder={field.placeholder}
        autoFocus={field.autoFocus}
        // Browsers mind "off" everywhere but here: they would offer to keep the passphrase, and do keep
        // the name beside it. A code that is good once is none of theirs.
        autoComplete={field.secret ? 'one-time-code' : 'off'}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {note && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
