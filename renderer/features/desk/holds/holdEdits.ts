import { codecFor } from '../../../../shared/fields/codecFor';
import type { Parsed } from '../../../../shared/fields/codec';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import { dateOf, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import type { Write } from '../../../store/contract';
import { readTestTime } from '../form/readTestTime';

/** What is written down while somebody waits, in the order in which it is asked. */
export const contactFields = ['contactUnit', 'contact', 'contactPhone', 'contactedAt'] as const;
export const releaseFields = ['releasedTo', 'handoverUnit'] as const;

export type HoldField = (typeof contactFields)[number] | (typeof releaseFields)[number];

export function holdField(name: HoldField): Field {
  return checkpointHolds.fields[name];
}

/** As a ledger reads it; a time whose day is left out has just been. */
export function readHoldField(name: HoldField, text: string, now: Instant): Parsed<StoredValue> {
  const field = holdField(name);
  if (field.kind === 'instant') return readTestTime(text, now);
  return codecFor(field).parse({ type: 'text', text }, { reportOn: dateOf(now) });
}

/**
 * One field of a hold; `null` clears it, undefined: nothing has changed. Whoever writes down whom
 * the checkpoint called has called just now, unless a time stands there already.
 */
export function editOf(
  { id, values }: Row,
  name: HoldField,
  value: StoredValue | null,
  now: Instant,
): Write | undefined {
  if ((values[name] ?? null) === value) return undefined;
  const calledNow =
    contactFields.some((one) => one === name) &&
    name !== 'contactedAt' &&
    value !== null &&
    values.contactedAt === undefined;
  return update(id, { [name]: value, ...(calledNow ? { contactedAt: now } : {}) });
}

interface CareGiven {
  readonly kind: string;
  readonly at: Instant;
  readonly by: string;
}

/** Care is added to what was given before, in the order of its times. */
export function careOf({ id, values }: Row, given: CareGiven): Write {
  const before = careGiven(values.care);
  const care = [...before, { ...given }].sort((left, right) => Number(left.at) - Number(right.at));
  return update(id, { care });
}

type Entry = Readonly<Record<string, string | number | boolean>>;

export function careGiven(value: StoredValue | undefined): readonly Entry[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null);
}

export function papersOf({ id }: Row, at: Instant): Write {
  return update(id, { papersAt: at });
}

export interface Closing {
  readonly outcome: string;
  readonly releasedTo: string;
  readonly handoverUnit: string;
}

/** These are handed over to somebody: to whom belongs to the outcome. */
const handedOver: readonly string[] = ['移交属地', '留观转运'];

/**
 * | outcome           | where to | handed over to | closes           |
 * | none              |          |                | needOutcome      |
 * | 放行, 劝返        | any      | any            | yes              |
 * | 移交属地 留观转运 | any      | blank          | needHandoverUnit |
 * | 移交属地 留观转运 | any      | given          | yes              |
 */
export function closingOf(
  { id }: Row,
  { outcome, releasedTo, handoverUnit }: Closing,
  at: Instant,
): Result<Write, 'needOutcome' | 'needHandoverUnit'> {
  if (outcome === '') return failed('needOutcome');
  if (handedOver.includes(outcome) && handoverUnit.trim() === '') return failed('needHandoverUnit');
  const words = (text: string) => (text.trim() === '' ? null : text.trim());
  return ok(
    update(id, {
      outcome,
      releasedAt: at,
      releasedTo: words(releasedTo),
      handoverUnit: words(handoverUnit),
    }),
  );
}

function update(row: Row['id'], values: Readonly<Record<string, StoredValue | null>>): Write {
  return { type: 'update', ledger: checkpointHolds.id, row, values };
}
