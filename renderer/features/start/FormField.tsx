import styles from './start.module.css';

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

export function FormField({
  label,
  value,
  onChange,
  secret,
  placeholder,
  autoFocus,
}: FormFieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input
        type={secret ? 'password' : 'text'}
        value={value}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
