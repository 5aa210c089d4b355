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

export function createFocusOrder(
  lane: () => Element | undefined,
  form: () => DeskForm,
): FocusOrder {
  const find = (field: DeskField | 'save') =>
    lane()?.querySelector<HTMLElement>(`[data-desk-field="${field}"]`) ?? undefined;
  const focusField = (field: DeskField | 'save') => find(field)?.focus();
  return {
    focusField,
    focusNext: (after) => {
      const rest = after ? deskFields.slice(deskFields.indexOf(after) + 1) : deskFields;
      const next = rest.find(
        (field) => !passedBy.includes(field) && find(field) && textOf(form(), field).trim() === '',
      );
      focusField(next ?? 'save');
    },
  };
}
