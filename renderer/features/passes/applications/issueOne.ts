import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import { permits } from '../../../../shared/ledgers/permits';
import { signingKey, type IssuerKeys } from '../../../../shared/passes/issuerKeys';
import { readFiledPermit } from '../../../../shared/passes/lifecycle/readFiled';
import { nextPassNumber, type NumberProblem } from '../../../../shared/passes/numbering';
import { allRows } from '../../../app/judging/judgingFacts';
import type { Session } from '../../../app/session';
import type { CommitProblem } from '../../../store/contract';
import type { Office } from '../office/officeSetting';
import { readUsed } from '../office/readUsed';
import type { FiledRange } from '../office/serials';
import { issueWrites, type IssueProblem } from './issueWrites';

/** What issuing needs beside the application. */
export interface IssuingOffice {
  readonly ring: IssuerKeys;
  readonly office: Office | undefined;
  readonly ranges: readonly FiledRange[];
  /** In the clerk's words; `number` is that of the new pass. */
  readonly reasonOf: (number: string) => string;
}

export type IssuingProblem =
  | { readonly tag: 'noKey' }
  | { readonly tag: 'noOffice' }
  | { readonly tag: 'number'; readonly why: NumberProblem['tag'] }
  | { readonly tag: 'issue'; readonly why: IssueProblem }
  | { readonly tag: 'commit'; readonly why: CommitProblem['tag'] };

export interface Issued {
  readonly permit: RowId;
  readonly number: string;
  /** Passes of the same vehicle that ended with it. */
  readonly voided: number;
}

const mostTries = 3;

/** Issues the pass of an approved application, from what the store holds at this moment. */
export async function issueOne(
  session: Pick<Session, 'store' | 'clock' | 'random'>,
  application: RowId,
  { ring, office, ranges, reasonOf }: IssuingOffice,
): Promise<Result<Issued, IssuingProblem>> {
  const { store, clock, random } = session;
  const key = signingKey(ring);
  if (!key) return failed({ tag: 'noKey' });
  if (!office) return failed({ tag: 'noOffice' });
  for (let tries = 1; ; tries++) {
    const { sequence } = store.status();
    const row = await store.row(permitApplications.id, application);
    if (!row) return failed({ tag: 'issue', why: { tag: 'incomplete' } });
    const { division, holder, atLeast } = office;
    const used = await readUsed(store, division);
    const number = nextPassNumber(ranges, division, holder, used, atLeast);
    if (!number.ok) return failed({ tag: 'number', why: number.problem.tag });
    const { plate } = row.values;
    const ofVehicle =
      typeof plate === 'string'
        ? await allRows(store, {
            ledger: permits.id,
            filters: [{ field: 'plate', test: { type: 'equals', value: plate } }],
          })
        : [];
    const at = clock();
    const permit = newRowId(at, random);
    const writes = await issueWrites(
      row,
      ofVehicle.flatMap((one) => readFiledPermit(one) ?? []),
      {
        key,
        number: number.value,
        permit,
        at,
        by: store.operator,
        unit: store.event.unit,
        reason: reasonOf(number.value),
      },
    );
    if (!writes.ok) return failed({ tag: 'issue', why: writes.problem });
    // numbered by what was read: nothing may have been written in between
    const done = await store.commit(writes.value, { type: 'typed' }, { expectSequence: sequence });
    if (done.ok) return ok({ permit, number: number.value, voided: writes.value.length - 2 });
    if (done.problem.tag !== 'moved' || tries === mostTries)
      return failed({ tag: 'commit', why: done.problem.tag });
  }
}
