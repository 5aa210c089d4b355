import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { IsoDate } from '../../../shared/kernel/time';
import { typedPart, withChoice, withoutOpenEnd, type Assistant, type Choice } from './assistant';
import { moveDay } from './calendarDays';

interface Box {
  readonly assistant: Assistant | undefined;
  readonly editing: boolean;
  readonly text: string;
  /** The text with which editing began: until it changes, a list shows everything. */
  readonly initial: string;
  readonly onText: (text: string) => void;
  /** The text is chosen: it can be taken and left. */
  readonly onPick: (text: string) => void;
}

/** What a key meant: nothing here, something done, or a text with which the box can be left. */
export type KeyAnswer = undefined | 'done' | { readonly leaveWith: string };

export interface AssistantState {
  readonly id: string;
  readonly open: boolean;
  readonly choices: readonly Choice[];
  /** Position of the choice that Enter would take; -1 for none. */
  readonly active: number;
  /** The day under the keyboard, while the calendar has it. */
  readonly day: IsoDate | undefined;
  readonly onKey: (event: KeyboardEvent) => KeyAnswer;
  readonly onShow: () => void;
  readonly onHide: () => void;
  readonly onChoose: (choice: Choice) => void;
  readonly onDay: (day: IsoDate) => void;
}

const none: readonly Choice[] = [];

/** The list or calendar that belongs to a box, driven by the box's own keys. */
export function useAssistant(box: Box): AssistantState {
  const { assistant, editing, text, initial, onText, onPick } = box;
  const id = useId();
  const [hidden, setHidden] = useState(false);
  const [found, setFound] = useState<readonly Choice[]>(none);
  const [moved, setMoved] = useState<number>();
  const [day, setDay] = useState<IsoDate>();
  const touched = text !== initial;
  const list = assistant?.type === 'list' ? assistant : undefined;
  const open = editing && !hidden && assistant !== undefined;
  const typed = list && touched ? typedPart(text, list.several) : '';

  useEffect(() => {
    if (editing) return;
    setHidden(false);
    setMoved(undefined);
    setDay(undefined);
    setFound(none);
  }, [editing]);
  useEffect(() => {
    if (!open || !list) return undefined;
    let gone = false;
    void Promise.resolve(list.find(typed)).then((choices) => {
      if (gone) return;
      setFound(choices);
      setMoved(undefined);
    });
    return () => {
      gone = true;
    };
    // the assistant is made anew at each drawing; its field decides, and that changes with the box
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, list?.type, typed, id]);

  const choices = open && list ? found : none;
  const standing = list?.several ? -1 : choices.findIndex((choice) => choice.text === text);
  const active = moved ?? (typed === '' ? standing : choices.length > 0 ? 0 : -1);

  const choose = (choice: Choice): string => {
    list?.onTake?.(choice);
    return withChoice(text, choice.text, list?.several ?? false);
  };
  const onChoose = (choice: Choice) => {
    const next = choose(choice);
    if (list?.several) onText(next);
    else onPick(next);
  };
  const onDay = (picked: IsoDate) => {
    if (assistant?.type !== 'calendar') return;
    setDay(undefined);
    setHidden(true);
    onText(assistant.withDay(text, picked));
  };

  const listKey = (key: string): KeyAnswer => {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (choices.length === 0) return undefined;
      const step = key === 'ArrowDown' ? 1 : -1;
      setMoved((active + step + choices.length) % choices.length);
      return 'done';
    }
    const choice = choices[active];
    if (list?.oneKey && text === initial && /^[1-9]$/.test(key)) {
      const picked = choices[Number(key) - 1];
      return picked && { leaveWith: choose(picked) };
    }
    if (key !== 'Enter' && key !== 'Tab') return undefined;
    if (!choice || (key === 'Tab' && !touched)) return undefined;
    if (!list?.several) return { leaveWith: choose(choice) };
    if (key === 'Tab') return { leaveWith: withoutOpenEnd(choose(choice)) };
    onText(choose(choice));
    return 'done';
  };
  const calendarKey = (key: string): KeyAnswer => {
    if (day === undefined) return undefined;
    const next = moveDay(day, key);
    if (next) setDay(next);
    else if (key === 'Enter') onDay(day);
    else if (key === 'Escape') setDay(undefined);
    else {
      setDay(undefined);
      return undefined;
    }
    return 'done';
  };
  const onKey = ({ key, altKey }: KeyboardEvent): KeyAnswer => {
    if (!assistant) return undefined;
    if (altKey && key === 'ArrowDown') {
      setHidden(false);
      if (assistant.type === 'calendar') setDay(assistant.dayOf(text) ?? assistant.today);
      return 'done';
    }
    if (!open) return undefined;
    return assistant.type === 'list' ? listKey(key) : calendarKey(key);
  };
  return {
    id,
    open,
    choices,
    active,
    day,
    onKey,
    onShow: () => setHidden(false),
    onHide: () => setHidden(true),
    onChoose,
    onDay,
  };
}
