import type { TFunction } from 'i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { JudgingFacts } from '../../../app/judging/judgingFacts';
import type { Session } from '../../../app/session';
import type { DeskField } from '../form/deskFields';
import type { DeskAction, LaneAndParked } from '../form/deskForm';
import type { Lookups } from '../known/lookups';
import type { Duty } from '../passage/passageValues';
import type { Names } from '../useNames';
import type { BeforeInput } from './useBeforeInput';

/** What stands on a lane of the desk at the moment an action runs. */
export interface DeskNow extends LaneAndParked {
  readonly duty: Duty;
  readonly checkpoints: Names;
  /** Undefined until they are read for the first time. */
  readonly facts: JudgingFacts | undefined;
  /** Shows a passage that was written just now in today's list. */
  readonly put: (row: Row, sequence: number) => void;
  readonly focusField: (field: DeskField) => void;
  /** To what is asked next. */
  readonly focusNext: () => void;
}

/** What the actions of a lane work with. */
export interface DeskParts {
  readonly session: Pick<Session, 'store' | 'clock' | 'random'>;
  readonly dispatch: (action: DeskAction) => void;
  readonly now: () => DeskNow;
  readonly lookups: Lookups;
  readonly beforeInput: BeforeInput;
  /** Records are written in Chinese, whatever language the screen is in. */
  readonly zh: TFunction;
  readonly screen: TFunction;
  readonly language: string;
}

/** Where a change at the desk came from, for the history of a record. */
export function sourceOf({ duty, checkpoints }: DeskNow) {
  const checkpoint = checkpoints.nameOf(duty.checkpoint) ?? duty.checkpoint;
  return { type: 'desk', checkpoint, shift: duty.shift } as const;
}
