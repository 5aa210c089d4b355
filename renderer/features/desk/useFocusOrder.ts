import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { deskFields, seldomFields, type DeskField } from './deskFields';
import { textOf, type DeskForm } from './deskForm';

/** Asked only where it matters: the way on passes them by, Tab does not. */
const passedBy: readonly DeskField[] = [
  'purpose',
  'permit',
  'passengerCount',
  'vehicleType',
  'goodsDisinfected',
  ...seldomFields,
];

export interface FocusOrder {
  readonly focusField: (field: DeskField | 'save') => void;
  /** The first field after this one (or of all) that nothing is known of; else the saving button. */
  readonly focusNext: (after?: DeskField) => void;
}

export function useFocusOrder(
  root: RefObject<HTMLElement | null>,
  form: () => DeskForm,
): FocusOrder {
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  });
  const focusField = useCallback(
    (field: DeskField | 'save') => {
      root.current?.querySelector<HTMLElement>(`[data-desk-field="${field}"]`)?.focus();
    },
    [root],
  );
  const focusNext = useCallback(
    (after?: DeskField) => {
      const rest = after ? deskFields.slice(deskFields.indexOf(after) + 1) : deskFields;
      const next = rest.find(
        (field) =>
          !passedBy.includes(field) &&
          root.current?.querySelector(`[data-desk-field="${field}"]`) != null &&
          textOf(latest.current(), field).trim() === '',
      );
      focusField(next ?? 'save');
    },
    [root, focusField],
  );
  return { focusField, focusNext };
}
