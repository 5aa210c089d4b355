import type { RowId } from '../../kernel/ids';
import { dateOf, startOfDay, type Instant, type IsoDate } from '../../kernel/time';
import { ruleInForce, type ApplicationPaper } from '../../policy/passageRule';
import type { Policy } from '../../policy/policy';
import { policyValueAt } from '../../policy/policyValue';
import { isOpen, stillHolds, type Application, type Filed, type Permit } from './application';

/** Words: `renderer/app/text/<language>/passes.ts`. */
export type ApplicationFinding =
  | { readonly tag: 'endsBeforeItBegins' }
  | { readonly tag: 'tooLong'; readonly days: number; readonly limit: number }
  | { readonly tag: 'alreadyOver' }
  /** A semi-trailer's pass is the tractor's. */
  | { readonly tag: 'trailerPlate' }
  /** `row` is the record that stands in the way, here and below. */
  | { readonly tag: 'duplicate'; readonly row: RowId; readonly number: string }
  | {
      readonly tag: 'overlapping';
      readonly row: RowId;
      readonly number: string;
      readonly until: IsoDate;
    }
  | { readonly tag: 'replacesNothing' }
  | {
      readonly tag: 'driverHasOther';
      readonly row: RowId;
      readonly number: string;
      readonly plate: string;
    }
  | { readonly tag: 'paperMissing'; readonly paper: ApplicationPaper }
  | { readonly tag: 'noRoute' }
  | { readonly tag: 'closedCheckpoint'; readonly name: string }
  | { readonly tag: 'sameEnds' }
  | { readonly tag: 'unknownEnterprise'; readonly name: string };

/** These must be put right; the others ask the checking clerk for a note. */
const blocking: ReadonlySet<ApplicationFinding['tag']> = new Set([
  'endsBeforeItBegins',
  'tooLong',
  'alreadyOver',
  'trailerPlate',
  'duplicate',
  'replacesNothing',
]);

export function blocks({ tag }: ApplicationFinding): boolean {
  return blocking.has(tag);
}

export interface ApplicationSurroundings {
  /** Other applications and the passes of the same vehicle or driver; more does no harm. */
  readonly applications: readonly Filed<Application>[];
  readonly permits: readonly Filed<Permit>[];
  /** Checkpoints that are not manned any more, by row id. */
  readonly closedCheckpoints: ReadonlyMap<string, string>;
  readonly policy: Policy;
  readonly now: Instant;
}

const dayMs = 86_400_000;

/** What is wrong or odd about an application, the grave first. One vehicle, one pass, one route. */
export function checkApplication(
  { id, values }: Filed<Application>,
  around: ApplicationSurroundings,
): readonly ApplicationFinding[] {
  const { applications, permits, policy, now } = around;
  const others = applications.filter((other) => other.id !== id && isOpen(other.values));
  const findings = [
    ...validity(values, policy, now),
    ...(values.plate.endsWith('挂') ? [{ tag: 'trailerPlate' } as const] : []),
    ...others
      .filter((other) => other.values.plate === values.plate)
      .map(({ id: row, values: { number = '' } }) => ({ tag: 'duplicate', row, number }) as const),
    ...againstPermits(values, permits, now),
    ...missingPapers(values, policy, now),
    ...route(values, around.closedCheckpoints),
    ...(values.enterprise.startsWith('~')
      ? [{ tag: 'unknownEnterprise', name: values.enterprise.slice(1) } as const]
      : []),
  ];
  return [...findings.filter(blocks), ...findings.filter((finding) => !blocks(finding))];
}

function validity(
  { validFrom, validUntil }: Application,
  policy: Policy,
  now: Instant,
): readonly ApplicationFinding[] {
  if (validUntil < validFrom) return [{ tag: 'endsBeforeItBegins' }];
  const days = (startOfDay(validUntil) - startOfDay(validFrom)) / dayMs + 1;
  const limit = policyValueAt(policy.values, '通行证最长有效天数', now);
  return [
    ...(days > limit ? [{ tag: 'tooLong', days, limit } as const] : []),
    ...(validUntil < dateOf(now) ? [{ tag: 'alreadyOver' } as const] : []),
  ];
}

/**
 * | kind             | a pass of the same vehicle that still holds          | finding         |
 * | 新办             | in the same days                                     | overlapping     |
 * | 变更 延期 补办    | is the one named, or the only one                    | none            |
 * | 变更 延期 补办    | none, and none is named                              | replacesNothing |
 * Another vehicle's pass with the same driver in the same days: driverHasOther.
 */
function againstPermits(
  values: Application,
  permits: readonly Filed<Permit>[],
  now: Instant,
): readonly ApplicationFinding[] {
  const today = dateOf(now);
  const meets = ({ values: permit }: Filed<Permit>) =>
    stillHolds(permit, today) &&
    permit.validFrom <= values.validUntil &&
    values.validFrom <= permit.validUntil;
  const own = permits.filter((permit) => permit.values.plate === values.plate);
  const findings: ApplicationFinding[] = [];
  const isNew = values.kind === undefined || values.kind === '新办';
  if (isNew) {
    for (const { id: row, values: permit } of own.filter(meets)) {
      findings.push({ tag: 'overlapping', row, number: permit.number, until: permit.validUntil });
    }
  } else if (own.length === 0 && values.replaces === undefined) {
    findings.push({ tag: 'replacesNothing' });
  }
  for (const { id: row, values: permit } of permits.filter(meets)) {
    const sameDriver = permit.driverDocumentNumber === values.driverDocumentNumber;
    if (permit.plate === values.plate || !sameDriver) continue;
    findings.push({ tag: 'driverHasOther', row, number: permit.number, plate: permit.plate });
  }
  return findings;
}

function missingPapers(
  { transport, attached }: Application,
  policy: Policy,
  now: Instant,
): readonly ApplicationFinding[] {
  const rule = ruleInForce(policy.passageRules, transport, '进', now);
  return (rule?.applicationPapers ?? [])
    .filter((paper) => !attached?.includes(paper))
    .map((paper) => ({ tag: 'paperMissing', paper }));
}

function route(
  { transport, checkpoints = [], origin, destination }: Application,
  closed: ReadonlyMap<string, string>,
): readonly ApplicationFinding[] {
  return [
    ...(transport !== '县域内' && checkpoints.length === 0 ? [{ tag: 'noRoute' } as const] : []),
    ...checkpoints.flatMap((checkpoint) => {
      const name = closed.get(checkpoint);
      return name === undefined ? [] : [{ tag: 'closedCheckpoint', name } as const];
    }),
    ...(origin === destination ? [{ tag: 'sameEnds' } as const] : []),
  ];
}
