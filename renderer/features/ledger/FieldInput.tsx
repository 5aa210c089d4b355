import type { Field } from '../../../shared/ledger/field';

interface FieldInputProps {
  readonly id: string;
  readonly field: Field;
  readonly text: string;
  /** Names of the records a reference may stand for. */
  readonly names: readonly string[];
  readonly language: 'zh' | 'en';
  readonly disabled: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (text: string) => void;
}

/** How many names a list offers before typing has to narrow it. */
const longestList = 500;

/** A field's input: text in every written form its codec reads, with suggestions where there are some. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, text, language, disabled, autoFocus, onChange } = props;
  const common = { id, disabled, autoFocus, spellCheck: false, autoComplete: 'off' } as const;
  if (field.kind === 'longText')
    return (
      <textarea
        {...common}
        rows={3}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  if (field.kind === 'choice' && field.options) {
    const shown = field.options.map((option) =>
      language === 'en' ? option.en : String(option.value),
    );
    return (
      <select {...common} value={text} onChange={({ target }) => onChange(target.value)}>
        <option value="" />
        {[...new Set(text === '' ? shown : [...shown, text])].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    );
  }
  const suggestions = props.names.slice(0, longestList);
  return (
    <>
      <input
        {...common}
        value={text}
        list={suggestions.length > 0 ? `${id}-names` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-names`}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}
