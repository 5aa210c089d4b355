import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { Field } from '../../../../shared/ledger/field';
import { unitOfInput } from '../../../app/unitWord';
import { AssistedInput } from '../../../components/picking/AssistedInput';
import type { Assistant } from '../../../components/picking/assistant';
import { isBlankEntry, partFinding, textOfEntries, type EntryTexts } from '../data/groupDraft';
import { findingText } from '../data/readTyped';
import styles from './record.module.css';

export interface GroupSurroundings {
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
  readonly assistantOf: (field: Field) => Assistant | undefined;
  /** At each letter: what a name stands for may have to be asked. */
  readonly onTyping: (field: Field, text: string) => void;
}

interface GroupInputProps {
  readonly id: string;
  readonly field: Field;
  readonly entries: readonly EntryTexts[];
  readonly disabled: boolean;
  readonly surroundings: GroupSurroundings;
  readonly onText: (text: string) => void;
}

/** Repeated entries inside the form: add, take away, and put in another order, also by keys. */
export function GroupInput(props: GroupInputProps) {
  const { id, field, entries, disabled, surroundings, onText } = props;
  const { language, context, assistantOf } = surroundings;
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const parts = Object.entries(field.entry ?? {});
  const put = (next: readonly EntryTexts[]) => onText(textOfEntries(next));
  const [toFocus, setToFocus] = useState<{ readonly entry: number }>();
  // with the drawing itself: a frame later it would take the focus from whoever has gone on by then
  useLayoutEffect(() => {
    if (!toFocus) return;
    const entry = list.current?.children[Math.max(0, toFocus.entry)];
    entry?.querySelector<HTMLElement>('input')?.focus();
  }, [toFocus]);
  const focusEntry = (entry: number) => setToFocus({ entry });
  const add = () => {
    put([...entries, {}]);
    focusEntry(entries.length);
  };
  const remove = (index: number) => {
    put(entries.filter((_, at) => at !== index));
    focusEntry(Math.min(index, entries.length - 2));
  };
  const move = (index: number, by: number) => {
    const to = index + by;
    const moved = entries[index];
    if (!moved || to < 0 || to >= entries.length) return;
    const rest = entries.filter((_, at) => at !== index);
    put([...rest.slice(0, to), moved, ...rest.slice(to)]);
    focusEntry(to);
  };
  return (
    <div
      id={id}
      tabIndex={-1}
      className={styles.group}
      role="group"
      aria-label={field.header[language]}
      onKeyDown={(event) => {
        if (event.defaultPrevented || disabled || !event.ctrlKey || event.key !== 'Insert') return;
        event.preventDefault();
        add();
      }}
    >
      <div ref={list}>
        {entries.map((entry, index) => (
          <fieldset
            // entries have no name of their own: their place is what they are known by
            key={index}
            className={styles.entry}
            disabled={disabled}
            onKeyDown={(event) => {
              if (event.defaultPrevented) return;
              if (!event.ctrlKey) return;
              if (event.shiftKey && event.key === 'ArrowUp') move(index, -1);
              else if (event.shiftKey && event.key === 'ArrowDown') move(index, 1);
              else if (event.key === 'Delete') remove(index);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            <legend>{index + 1}</legend>
            {parts.map(([name, part]) => {
              const text = entry[name] ?? '';
              const found = partFinding(part, text, isBlankEntry(entry), context);
              return (
                <label key={name} className={styles.part}>
                  <span>
                    {part.header[language]}
                    {part.required && <em aria-hidden> *</em>}
                  </span>
                  <AssistedInput
                    text={text}
                    assistant={assistantOf(part)}
                    unit={unitOfInput(t, part)}
                    invalid={found?.wrong}
                    required={part.required}
                    disabled={disabled}
                    onText={(next) =>
                      put(entries.map((one, at) => (at === index ? { ...one, [name]: next } : one)))
                    }
                  />
                  {found && (text !== '' || found.wrong) && (
                    <small className={found.wrong ? styles.wrong : styles.odd} role="alert">
                      {findingText(t, found.finding)}
                    </small>
                  )}
                </label>
              );
            })}
            <div className={styles.entryActions}>
              <button
                type="button"
                title={`${t('record.entryUp')} Ctrl+Shift+↑`}
                aria-label={`${t('record.entryUp')} ${index + 1}`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                title={`${t('record.entryDown')} Ctrl+Shift+↓`}
                aria-label={`${t('record.entryDown')} ${index + 1}`}
                disabled={index === entries.length - 1}
                onClick={() => move(index, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                title={`${t('record.removeEntry')} Ctrl+Delete`}
                aria-label={`${t('record.removeEntry')} ${index + 1}`}
                onClick={() => remove(index)}
              >
                ×
              </button>
            </div>
          </fieldset>
        ))}
      </div>
      <button
        type="button"
        className={styles.addEntry}
        title="Ctrl+Insert"
        disabled={disabled}
        onClick={add}
      >
        ＋ {t('record.addEntry')}
      </button>
    </div>
  );
}
