import { useCallback, useEffect, useState } from 'react';
import type { RowId } from '../../../../shared/kernel/ids';
import type { UndoableWriting } from './useUndo';

/** How long a sensitive value stays readable once somebody asked to see it. */
const shownMs = 60_000;

export interface Revealed {
  readonly row: RowId | undefined;
  readonly fields: ReadonlySet<string>;
}

export interface Reveal {
  readonly shown: Revealed;
  /** Shows fields of a record after the asking is on record; false where that could not be written. */
  readonly show: (row: RowId, fields: readonly string[]) => Promise<boolean>;
  readonly hide: () => void;
}

const nothing: Revealed = { row: undefined, fields: new Set() };

/** Masked values that a person asked to see: of one record, until it is left or a minute has passed. */
export function useReveal(
  { record }: UndoableWriting,
  ledger: string,
  current: RowId | undefined,
): Reveal {
  const [shown, setShown] = useState(nothing);
  const hide = useCallback(() => setShown(nothing), []);

  useEffect(() => {
    if (shown.row === undefined) return undefined;
    if (shown.row !== current) {
      setShown(nothing);
      return undefined;
    }
    const timer = setTimeout(() => setShown(nothing), shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [shown, current]);

  const show = useCallback(
    async (row: RowId, fields: readonly string[]) => {
      const done = await record([{ type: 'reveal', ledger, row, fields }]);
      if (done.ok)
        setShown((before) => ({
          row,
          fields: new Set(before.row === row ? [...before.fields, ...fields] : fields),
        }));
      return done.ok;
    },
    [record, ledger],
  );
  return { shown, show, hide };
}
