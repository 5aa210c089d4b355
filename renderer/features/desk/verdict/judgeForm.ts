import type { Instant } from '../../../../shared/kernel/time';
import { judgeNoted, type Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { shownPermit } from '../../../../shared/passes/checkPass';
import type { SeenPassage, ShownPermit } from '../../../../shared/passes/situation';
import type { Effect } from '../../../../shared/policy/passageRule';
import type { JudgingFacts } from '../../../app/judging/judgingFacts';
import { oneKeyFields, type DeskField } from '../form/deskFields';
import { textOf, type DeskForm } from '../form/deskForm';
import type { FormReading } from '../form/readForm';
import type { VehicleRecord } from '../known/vehicleRecord';

export interface FormFacts {
  readonly form: DeskForm;
  readonly reading: FormReading;
  readonly record: VehicleRecord;
  readonly facts: JudgingFacts;
  /** Row id. */
  readonly checkpoint: string;
  readonly at: Instant;
  /** The newest moment that this device has recorded. */
  readonly latestRecord: Instant | undefined;
  /** The field being typed in: what stands half there is not judged. */
  readonly active?: string | undefined;
}

/** What stands on a lane, judged by the rules in force. */
export function judgeForm(parts: FormFacts): Judgement {
  const { form, record, facts, checkpoint, at, latestRecord } = parts;
  return judgeNoted(
    {
      passage: seenIn(parts),
      permit: shownBy(form, record),
      earlier: record.earlier,
      // who is held here is decided on here
      holds: facts.holds.filter((hold) => hold.checkpoint !== checkpoint),
      revocations: facts.revocations,
      positions: facts.positions,
      now: at,
      // a correction is judged at the passage's own time
      ...(form.correcting ? {} : { latestRecord }),
    },
    facts.policy,
  );
}

function seenIn({ reading, checkpoint, active }: FormFacts): SeenPassage {
  const isHalf = (field: string) =>
    field === active && field !== 'plate' && !oneKeyFields.some((one) => one === field);
  const values = Object.fromEntries(
    Object.entries(reading.values).filter(([field]) => !isHalf(field)),
  );
  // read by the codecs of the ledger whose records are judged
  return { direction: '进', ...(values as Partial<SeenPassage>), checkpoint };
}

/**
 * | scanned            | number on the desk | the ledger          | what counts                  |
 * | a code, its number |                    |                     | the code; the ledger's record of it |
 * | none               | given              | has it              | that record                  |
 * | none               | given              | has it not          | a number nobody knows        |
 * | none               | blank              | has one that holds for the plate | that record     |
 * | none               | blank              | has none            | no pass                      |
 */
function shownBy(form: DeskForm, { permit }: VehicleRecord): ShownPermit {
  const number = textOf(form, 'permit').trim();
  const { pass } = form;
  if (pass && pass.content.number === number) {
    return shownPermit(pass, permit?.permit.number === number ? permit.permit : undefined);
  }
  if (permit && (number === '' || permit.permit.number === number)) {
    return { tag: 'known', permit: permit.permit };
  }
  return number === '' ? { tag: 'none' } : { tag: 'unknown', number };
}

const effectOf = { allow: '放行', test: '现场采样', hold: '滞留', refuse: '劝返' } as const;

/** The verdict as the ledger writes it. */
export function verdictInRecord({ seen }: Judgement): Effect {
  return effectOf[seen.outcome];
}

/** True when letting the vehicle through goes against something that was seen. */
export function needsOverride(judgement: Judgement, outcome: string): boolean {
  return outcome === '放行' && judgement.seen.outcome !== 'allow';
}

/** The field that a finding is about, to mark it. */
export function fieldsBlamed(judgement: Judgement | undefined): ReadonlySet<DeskField> {
  const blamed = new Set<DeskField>();
  for (const { fact, effect } of judgement?.seen.reasons ?? []) {
    if (effect === '放行') continue;
    const { tag } = fact;
    if (tag.startsWith('test')) blamed.add('testSampledAt').add('testResult');
    else if (tag.startsWith('permit') || tag === 'otherVehicle') blamed.add('permit');
    else if (tag.startsWith('seal') || tag === 'transitOverdue') blamed.add('sealNumber');
    else if (tag === 'otherPlaces') blamed.add('origin').add('destination');
    else if (tag === 'otherDriver') blamed.add('documentNumber');
    else if (tag === 'fever') blamed.add('temperature');
    else if (tag === 'healthCode' || tag === 'tripCode') blamed.add(tag);
    else if (tag === 'goodsNotDisinfected') blamed.add('goodsDisinfected');
    else if (tag === 'wrongDirection') blamed.add('direction');
  }
  return blamed;
}
