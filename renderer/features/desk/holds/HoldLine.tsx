import type { Clock } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { RecordLine, type LineDrafts } from '../marks/RecordLine';
import { editOf, holdField, readHoldField, type HoldField } from './holdEdits';
import type { HoldEditing } from './useHoldEditing';

interface HoldLineProps {
  readonly row: Row;
  readonly name: HoldField;
  readonly drafts: LineDrafts;
  readonly editing: HoldEditing;
  readonly clock: Clock;
}

/** One field of a hold. */
export function HoldLine({ row, name, drafts, editing, clock }: HoldLineProps) {
  return (
    <RecordLine
      name={name}
      field={holdField(name)}
      value={row.values[name]}
      draft={`${row.id} ${name}`}
      drafts={drafts}
      read={(text) => readHoldField(name, text, clock())}
      write={(value) => editing.write(editOf(row, name, value, clock()))}
      reveal={() => editing.reveal(row, name)}
    />
  );
}
