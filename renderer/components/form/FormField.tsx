import { useId } from 'react';
import styles from './form.module.css';

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Below the field; what is wrong takes its place. */
  readonly note?: string;
  /** What is wrong with it, and what to do. */
  readonly problem?: string | undefined;
}

export function FormField(props: FormFieldProps) {
  const { label, value, onChange, secret, placeholder, autoFocus, note, problem } = props;
  const id = useId();
  const below = problem ?? note;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={secret ? 'password' : 'text'}
        value={value}
        placeholder={placeholder}
        autoFocus={autoFocus}
        // Browsers mind "off" everywhere but here: they would offer to keep the passphrase, and do keep
        // the name beside it. A code that is good once is none of theirs.
        autoComplete={secret ? 'one-time-code' : 'off'}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        onChange={(event) => onChange(event.target.value)}
      />
      {below === undefined ? null : (
        <span
          id={`${id}-below`}
          className={problem === undefined ? styles.note : styles.wrong}
          role={problem === undefined ? undefined : 'alert'}
        >
          {below}
        </span>
      )}
    </div>
  );
}
