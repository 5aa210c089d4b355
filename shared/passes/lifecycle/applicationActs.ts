import { failed, ok, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { stateOf, type Application, type ApplicationState } from './application';
import { blocks, type ApplicationFinding } from './checkApplication';

export type ApplicationAct =
  | {
      readonly type: 'check';
      readonly notes: string;
      readonly findings: readonly ApplicationFinding[];
    }
  | { readonly type: 'approve' }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'resubmit' };

export type ActProblem =
  | { readonly tag: 'notNow'; readonly state: ApplicationState }
  | { readonly tag: 'noName' }
  /** Who checked may not approve: two persons stand for a pass. */
  | { readonly tag: 'samePerson'; readonly name: string }
  | { readonly tag: 'blocked'; readonly findings: readonly ApplicationFinding[] }
  /** Something is odd: the clerk says in a note why it goes on. */
  | { readonly tag: 'noNotes'; readonly findings: readonly ApplicationFinding[] }
  | { readonly tag: 'noReason' };

/** Fields of the application that the act changes; `null` clears. */
export type ApplicationChange = Readonly<Record<string, string | number | null>>;

const from: Readonly<Record<ApplicationAct['type'], readonly ApplicationState[]>> = {
  check: ['待核验'],
  approve: ['待审批'],
  return: ['待核验', '待审批', '待发证'],
  resubmit: ['已退回'],
};

/**
 * | act      | from                    | asks for                                        | to     |
 * | check    | 待核验                   | nothing that blocks; a note where it is odd      | 待审批 |
 * | approve  | 待审批                   | another person than who checked                 | 待发证 |
 * | return   | 待核验 待审批 待发证     | a reason                                        | 已退回 |
 * | resubmit | 已退回                   |                                                 | 待核验 |
 * Issuing, from 待发证 to 已发证, makes the pass as well: `issuePermit`.
 */
export function actOnApplication(
  application: Application,
  act: ApplicationAct,
  by: string,
  at: Instant,
): Result<ApplicationChange, ActProblem> {
  const name = by.trim();
  const state = stateOf(application);
  if (!from[act.type].includes(state)) return failed({ tag: 'notNow', state });
  if (name === '') return failed({ tag: 'noName' });
  switch (act.type) {
    case 'check': {
      const grave = act.findings.filter(blocks);
      if (grave.length > 0) return failed({ tag: 'blocked', findings: grave });
      const notes = act.notes.trim();
      if (act.findings.length > 0 && notes === '') {
        return failed({ tag: 'noNotes', findings: act.findings });
      }
      return ok({
        state: '待审批',
        checkedBy: name,
        checkedAt: at,
        checkNotes: notes === '' ? null : notes,
        returnReason: null,
      });
    }
    case 'approve':
      return name === application.checkedBy?.trim()
        ? failed({ tag: 'samePerson', name })
        : ok({ state: '待发证', approver: name, approvedAt: at });
    case 'return': {
      const returnReason = act.reason.trim();
      return returnReason === ''
        ? failed({ tag: 'noReason' })
        : ok({ state: '已退回', returnReason });
    }
    case 'resubmit':
      return ok({
        state: '待核验',
        checkedBy: null,
        checkedAt: null,
        approver: null,
        approvedAt: null,
        returnReason: null,
      });
  }
}
