import { useRef, useState, type KeyboardEvent } from 'react';
import { AssistantPopup } from './AssistantPopup';
import { withoutOpenEnd, type Assistant } from './assistant';
import { useAssistant } from './useAssistant';
import styles from './picking.module.css';

interface AssistedInputProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly assistant?: Assistant | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onFocus?: (() => void) | undefined;
}

/** A box with the list or calendar that suits its kind; the list opens as soon as it is entered. */
export function AssistedInput(props: AssistedInputProps) {
  const { text, onText, assistant, unit } = props;
  const box = useRef<HTMLInputElement>(null);
  const [entered, setEntered] = useState<string>();
  const editing = entered !== undefined;
  const pick = (picked: string) => {
    onText(picked);
    setEntered(picked);
    state.onHide();
  };
  const state = useAssistant({
    assistant,
    editing,
    text,
    initial: entered ?? '',
    onText,
    onPick: pick,
  });
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && state.open && state.day === undefined) {
      state.onHide();
      event.preventDefault();
      return;
    }
    const answer = state.onKey(event);
    if (answer === undefined) return;
    if (answer !== 'done') pick(answer.leaveWith);
    // Tab goes on to the next box with what was taken
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    <span className={styles.assisted}>
      <input
        ref={box}
        id={props.id}
        value={text}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        aria-required={props.required}
        role={assistant ? 'combobox' : undefined}
        aria-expanded={assistant ? state.open : undefined}
        aria-haspopup={assistant ? (assistant.type === 'list' ? 'listbox' : 'dialog') : undefined}
        aria-controls={state.open ? state.id : undefined}
        aria-activedescendant={state.active >= 0 ? `${state.id}-${state.active}` : undefined}
        placeholder={props.placeholder}
        disabled={props.disabled}
        autoFocus={props.autoFocus}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => {
          setEntered(text);
          props.onFocus?.();
        }}
        onBlur={() => {
          setEntered(undefined);
          const closed = withoutOpenEnd(text);
          if (assistant?.type === 'list' && assistant.several && closed !== text) onText(closed);
        }}
        onChange={({ target }) => {
          onText(target.value);
          state.onShow();
        }}
        onMouseDown={state.onShow}
        onKeyDown={pressed}
      />
      {unit && <small>{unit}</small>}
      {assistant && !unit && (
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
          {assistant.type === 'list' ? (
            <path d="M1.500 3.500 5 7l3.500-3.500" fill="none" stroke="currentColor" />
          ) : (
            <path
              d="M1.500 2.500h7v6h-7zM1.500 4.500h7M3.500 1v2M6.500 1v2"
              fill="none"
              stroke="currentColor"
            />
          )}
        </svg>
      )}
      <AssistantPopup assistant={assistant} state={state} text={text} anchor={box} />
    </span>
  );
}
