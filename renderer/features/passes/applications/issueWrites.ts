import { fromHex } from '../../../../shared/kernel/hex';
import type { RowId } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permits as permitsLedger } from '../../../../shared/ledgers/permits';
import { pickPermitParts } from '../../../../shared/ledgers/permitParts';
import type { IssuerKey } from '../../../../shared/passes/issuerKeys';
import type { Filed, Permit } from '../../../../shared/passes/lifecycle/application';
import {
  contentOf,
  issuePermit,
  type PermitProblem,
} from '../../../../shared/passes/lifecycle/permitActs';
import { readApplication } from '../../../../shared/passes/lifecycle/readFiled';
import type { ContentProblem } from '../../../../shared/passes/passContent';
import { writePass } from '../../../../shared/passes/signedPass';
import type { Write } from '../../../store/contract';
import { updateOf } from './actWrites';

export type IssueProblem =
  | PermitProblem
  | { readonly tag: 'incomplete' }
  /** What the pass says does not go into a code. */
  | { readonly tag: 'content'; readonly why: ContentProblem['tag'] };

export interface Issuing {
  readonly key: IssuerKey;
  readonly number: string;
  readonly permit: RowId;
  readonly at: Instant;
  /** Who issues, and for which office. */
  readonly by: string;
  readonly unit: string;
  /** Why other passes of the vehicle end, as the clerk will read it. */
  readonly reason: string;
}

/**
 * All that issuing writes, for one commit: the pass with its signed code, the application that is
 * done with, and the passes of the vehicle that end.
 */
export async function issueWrites(
  row: Row,
  permits: readonly Filed<Permit>[],
  issuing: Issuing,
): Promise<Result<readonly Write[], IssueProblem>> {
  const { key, number, permit, at, by, unit, reason } = issuing;
  const application = readApplication(row);
  if (!application) return failed({ tag: 'incomplete' });
  const issue = issuePermit(application, number, permit, permits, reason, at);
  if (!issue.ok) return issue;
  const content = contentOf({ ...application.values, number, issuedAt: at });
  const code = await writePass(content, fromHex(key.seed) ?? new Uint8Array(32), key.keyId);
  if (!code.ok) return failed({ tag: 'content', why: code.problem.tag });
  const { validFrom, validUntil } = application.values;
  const ledger = permitsLedger.id;
  return ok([
    {
      type: 'insert',
      ledger,
      row: permit,
      values: {
        ...pickPermitParts(row.values),
        validFrom,
        validUntil,
        ...issue.value.permit,
        approvedBy: key.issuer,
        code: code.value,
        unit,
        recorder: by,
        recordedAt: at,
      },
    },
    updateOf(application, issue.value.application, at),
    ...issue.value.voided.map(({ id, change }): Write => ({
      type: 'update',
      ledger,
      row: id,
      values: change,
    })),
  ]);
}
