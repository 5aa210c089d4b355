import styles from '../export/dialog.module.css';

interface RadioCardsProps {
  readonly legend: string;
  readonly name: string;
  readonly value: boolean;
  readonly disabled?: boolean;
  readonly options: readonly {
    readonly value: boolean;
    readonly title: string;
    readonly hint: string;
  }[];
  readonly onChange: (value: boolean) => void;
}

/** One of two, each with a line that says what it means. */
export function RadioCards({ legend, name, value, disabled, options, onChange }: RadioCardsProps) {
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label
          key={option.title}
          className={option.value === value ? styles.chosen : styles.option}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <strong>{option.title}</strong>
          <span>{option.hint}</span>
        </label>
      ))}
    </fieldset>
  );
}
