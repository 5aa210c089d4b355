import { useEffect, useRef, type KeyboardEvent } from 'react';
import { AssistantPopup } from '../picking/AssistantPopup';
import { useAssistant } from '../picking/useAssistant';
import { withoutOpenEnd } from '../picking/assistant';
import type { Block } from './gridSelection';
import type { GridProps } from './gridTypes';
import { readTableText } from './tableText';
import type { CellBox } from './useCellBox';
import { rowHeight } from './useGridScroll';
import styles from './grid.module.css';

interface CellEditorProps<Row extends object> extends GridProps<Row> {
  readonly typing: CellBox;
  readonly cursor: { readonly row: Row; readonly column: string } | undefined;
  readonly block: Block;
  /** px from the first column */
  readonly left: number;
  readonly onMove: (key: string, control: boolean, shift: boolean) => boolean;
}

/** The box that always has the focus, its list or calendar, and what is to be said about its text. */
export function CellEditor<Row extends object>(props: CellEditorProps<Row>) {
  const { box, typing, cursor, selection, block, columns, onMove } = props;
  const reasonBox = useRef<HTMLInputElement>(null);
  const { draft } = typing;
  const editing = draft !== undefined;
  const column = columns[selection.column];
  const assistant = column && props.assistantAt(column.id);
  const state = useAssistant({
    assistant,
    editing,
    text: draft ?? '',
    initial: typing.initial,
    onText: typing.change,
    onPick: typing.leave,
  });
  const note = editing && column ? props.noteOn(column.id, draft) : undefined;
  const problem = !editing && cursor ? props.problemAt(cursor.row, cursor.column) : undefined;

  useEffect(() => {
    // nothing else has the focus: a page that just opened, a dialog that just closed
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  });

  const leaveBy = (key: string, shift: boolean, text?: string) => {
    typing.leave(text ?? (draft === undefined ? undefined : withoutOpenEnd(draft)));
    onMove(key, false, shift);
    box.current?.focus({ preventScroll: true });
  };
  const pressedWhileTyping = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey: shift } = event;
    const answer = state.onKey(event);
    if (typeof answer === 'object') {
      if (key === 'Enter' || key === 'Tab') leaveBy(key, shift, answer.leaveWith);
      else typing.leave(answer.leaveWith);
    } else if (answer !== 'done') {
      if (key === 'Escape') typing.cancel();
      else if ((key === 'Enter' && !event.altKey) || key === 'Tab') {
        if (note?.asksReason && typing.reason === '' && key === 'Enter') reasonBox.current?.focus();
        else leaveBy(key, shift);
      } else if (key === 'Enter' && draft !== undefined) typing.change(`${draft}\n`);
      else return;
    }
    event.preventDefault();
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (editing) return pressedWhileTyping(event);
    const { key, shiftKey: shift } = event;
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return undefined;
    if (control && key.toLowerCase() === 'a')
      props.onSelect({
        row: props.rowCount - 1,
        column: columns.length - 1,
        anchorRow: 0,
        anchorColumn: 0,
      });
    else if (!control && (key === 'Delete' || key === 'Backspace')) props.onClear(block);
    else if (key === 'F2') typing.open();
    else if (key === 'Escape') props.onEscape();
    else if (key === 'Enter' && control && cursor) props.onOpen(cursor.row, cursor.column);
    else if (/^[1-9]$/.test(key) && !control && assistant?.type === 'list' && assistant.oneKey) {
      void Promise.resolve(assistant.find('')).then((choices) => {
        const choice = choices[Number(key) - 1];
        if (choice) typing.leave(choice.text);
      });
    } else if (!onMove(key, control, shift)) return undefined;
    event.preventDefault();
    return undefined;
  };

  if (!column || props.rowCount === 0) return null;
  const copy = (event: React.ClipboardEvent, cut: boolean) => {
    if (editing) return;
    event.preventDefault();
    const text = props.onCopy(block, cut);
    if (text !== undefined) event.clipboardData.setData('text/plain', text);
  };
  const frozen = selection.column === 0;
  return (
    <div className={styles.boxRow} style={{ top: selection.row * rowHeight }}>
      <div
        className={frozen ? styles.boxFrozen : styles.box}
        style={{ left: props.left, width: column.width }}
      >
        <textarea
          ref={box}
          className={editing ? styles.editor : styles.waiting}
          data-editing={editing}
          role={assistant ? 'combobox' : undefined}
          aria-expanded={assistant ? state.open : undefined}
          aria-controls={state.open ? state.id : undefined}
          aria-activedescendant={state.active >= 0 ? `${state.id}-${state.active}` : undefined}
          aria-label={cursor ? `${column.label} ${column.cell(cursor.row).text}` : column.label}
          aria-invalid={problem !== undefined}
          value={draft ?? ''}
          rows={1}
          spellCheck={false}
          onChange={({ target }) => typing.change(target.value)}
          onKeyDown={pressed}
          onBlur={({ relatedTarget }) => {
            if (relatedTarget !== reasonBox.current || relatedTarget === null) typing.leave();
          }}
          onCopy={(event) => copy(event, false)}
          onCut={(event) => copy(event, true)}
          onPaste={(event) => {
            if (editing) return;
            event.preventDefault();
            const text = event.clipboardData.getData('text/plain');
            if (text !== '') props.onPaste(readTableText(text));
          }}
        />
        <AssistantPopup assistant={assistant} state={state} text={draft ?? ''} anchor={box} />
        {problem !== undefined && (
          <div className={styles.wrong} role="alert">
            {problem}
          </div>
        )}
        {note && (
          <div className={styles.note} role="status">
            {note.text}
            {note.asksReason && (
              <input
                ref={reasonBox}
                value={typing.reason}
                placeholder={props.words.reason}
                aria-label={props.words.reason}
                onChange={({ target }) => typing.changeReason(target.value)}
                onBlur={({ relatedTarget }) => {
                  if (relatedTarget !== box.current) typing.leave();
                }}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return;
                  if (event.key === 'Escape') box.current?.focus();
                  else if (event.key === 'Enter' || event.key === 'Tab')
                    leaveBy(event.key, event.shiftKey);
                  else return;
                  event.preventDefault();
                }}
              />
            )}
          </div>
        )}
      </div>
    </div>
  );
}
