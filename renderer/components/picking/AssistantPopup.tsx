import { useLayoutEffect, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useAnchorBox } from '../popover/useAnchorBox';
import { Calendar } from './Calendar';
import { partsOf, type Assistant } from './assistant';
import type { AssistantState } from './useAssistant';
import styles from './picking.module.css';

interface AssistantPopupProps {
  readonly assistant: Assistant | undefined;
  readonly state: AssistantState;
  readonly text: string;
  readonly anchor: RefObject<HTMLElement | null>;
}

const gap = 2;
const highest = 292;
/** px, as the style sheet has it. */
const widest = 380;

interface Place {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
  readonly minWidth: number;
}

/** On the box's left edge, or on its right one where the widest list would leave the window. */
function placeOf(box: DOMRect): Place {
  const below = window.innerHeight - box.bottom;
  return {
    minWidth: box.width,
    ...(box.left + widest <= window.innerWidth
      ? { left: Math.max(4, box.left) }
      : { right: Math.max(4, window.innerWidth - box.right) }),
    ...(below >= highest || below >= box.top
      ? { top: box.bottom + gap }
      : { bottom: window.innerHeight - box.top + gap }),
  };
}

/** The list or calendar below the box (above where there is no room). Never takes the focus. */
export function AssistantPopup({ assistant, state, text, anchor }: AssistantPopupProps) {
  const [place, setPlace] = useState<Place>();
  const { open } = state;
  useAnchorBox(anchor, open, (box) => setPlace(placeOf(box)));
  useLayoutEffect(() => {
    document.getElementById(`${state.id}-${state.active}`)?.scrollIntoView({ block: 'nearest' });
  }, [state.id, state.active]);
  if (!open || !place || !assistant) return null;
  if (assistant.type === 'list' && state.choices.length === 0 && text.trim() === '') return null;
  const taken = assistant.type === 'list' && assistant.several ? partsOf(text) : [];
  return createPortal(
    <div
      className={styles.popup}
      data-popup
      style={place}
      // the box keeps the focus, or it would be left before the click arrives
      onMouseDown={(event) => event.preventDefault()}
    >
      {assistant.type === 'calendar' ? (
        <Calendar
          language={assistant.language}
          shown={state.day ?? assistant.dayOf(text) ?? assistant.today}
          today={assistant.today}
          chosen={assistant.dayOf(text)}
          keyboard={state.day !== undefined}
          onPick={state.onDay}
        />
      ) : state.choices.length === 0 ? (
        <p className={styles.none}>{assistant.none}</p>
      ) : (
        <ul id={state.id} role="listbox" aria-multiselectable={assistant.several}>
          {state.choices.map((choice, index) => (
            <li
              key={choice.value ?? choice.text}
              id={`${state.id}-${index}`}
              role="option"
              aria-selected={assistant.several ? taken.includes(choice.text) : text === choice.text}
              data-active={index === state.active}
              onClick={() => state.onChoose(choice)}
            >
              {assistant.oneKey && index < 9 && <kbd>{index + 1}</kbd>}
              {assistant.several && (
                <span aria-hidden>{taken.includes(choice.text) ? '☑' : '☐'}</span>
              )}
              <span>{choice.text}</span>
              {choice.detail && <small>{choice.detail}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>,
    document.body,
  );
}
