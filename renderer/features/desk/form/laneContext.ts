import { createContext, useContext } from 'react';
import type { DeskField } from './deskFields';

/** Which lane a field belongs to: counted from 0. */
export const LaneContext = createContext(0);

/** The id of a field's element, different in each lane. */
export function useFieldId(field: DeskField): string {
  const lane = useContext(LaneContext);
  return lane === 0 ? `desk-${field}` : `desk-${lane + 1}-${field}`;
}
