import { useState } from 'react';
import type { CellEditing } from './gridTypes';

interface Target<Row> {
  readonly row: Row;
  readonly column: string;
}

export interface CellBox {
  /** Undefined while nothing is being typed. */
  readonly draft: string | undefined;
  /** Where editing began; an empty text when a first key replaced what was there. */
  readonly initial: string;
  readonly reason: string;
  /** Begins with what the cell holds. */
  readonly open: () => void;
  readonly change: (text: string) => void;
  readonly changeReason: (reason: string) => void;
  readonly cancel: () => void;
  /** Hands the text over, this one or the draft; nothing to do while nothing is typed. */
  readonly leave: (text?: string) => void;
}

interface Typing<Row> extends Target<Row> {
  readonly text: string;
  readonly initial: string;
  readonly reason: string;
}

/**
 * The text being typed over the cursor's cell. It stays with the row it was begun in: rows may move
 * under the cursor while somebody types, when an import arrives for instance.
 */
export function useCellBox<Row extends object>(
  editing: CellEditing<Row>,
  cursor: Target<Row> | undefined,
): CellBox {
  const [typing, setTyping] = useState<Typing<Row>>();
  return {
    draft: typing?.text,
    initial: typing?.initial ?? '',
    reason: typing?.reason ?? '',
    open: () => {
      if (!cursor) return;
      void Promise.resolve(editing.textToEdit(cursor.row, cursor.column)).then((text) => {
        if (text !== undefined) setTyping({ ...cursor, text, initial: text, reason: '' });
      });
    },
    change: (text) => {
      if (typing) setTyping({ ...typing, text });
      else if (cursor && editing.canType(cursor.row, cursor.column))
        setTyping({ ...cursor, text, initial: '', reason: '' });
    },
    changeReason: (reason) => {
      if (typing) setTyping({ ...typing, reason });
    },
    cancel: () => setTyping(undefined),
    leave: (text) => {
      if (typing) {
        setTyping(undefined);
        editing.onEdit(typing.row, typing.column, text ?? typing.text, typing.reason.trim());
      } else if (text !== undefined && cursor && editing.canType(cursor.row, cursor.column))
        editing.onEdit(cursor.row, cursor.column, text, '');
    },
  };
}
