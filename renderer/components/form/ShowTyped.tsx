import { useId } from 'react';
import styles from './form.module.css';

interface ShowTypedProps {
  readonly label: string;
  readonly shown: boolean;
  readonly onChange: (shown: boolean) => void;
}

/** Twenty-five signs off a sheet of paper are not typed right blindly. */
export function ShowTyped({ label, shown, onChange }: ShowTypedProps) {
  const id = useId();
  return (
    <div className={styles.show}>
      <input
        id={id}
        type="checkbox"
        checked={shown}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
