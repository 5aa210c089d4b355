import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import {
  stateOf,
  type Application,
  type Filed,
} from '../../../../shared/passes/lifecycle/application';
import type { ApplicationAct } from '../../../../shared/passes/lifecycle/applicationActs';
import type { ApplicationFinding } from '../../../../shared/passes/lifecycle/checkApplication';
import { useSession } from '../../../app/session';
import { actWrites } from './actWrites';
import { actProblemWords } from './findingWords';
import { issuingProblemWords, useIssuing } from './useIssuing';

/** A button of the panel with its key. */
export interface PanelAct {
  readonly id: string;
  readonly title: string;
  readonly keys: string;
  readonly look: 'primary' | 'button' | 'danger';
  readonly run: () => void;
}

export interface ApplicationActs {
  readonly acts: readonly PanelAct[];
  readonly notes: string;
  readonly onNotes: (notes: string) => void;
  readonly problem: string;
  /** What has to be done elsewhere before it can be issued; empty where nothing has. */
  readonly hint: string;
}

/** What may be done with the application that is open; what was typed stays with its application. */
export function useApplicationActs(
  application: Filed<Application> | undefined,
  findings: readonly ApplicationFinding[],
  onDone: (words: string) => void,
): ApplicationActs {
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const issuing = useIssuing();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<{ readonly of: RowId; readonly words: string }>();
  const [busy, setBusy] = useState(false);
  const notes = application ? (texts[application.id] ?? '') : '';

  const act = async (one: ApplicationAct) => {
    if (!application || busy) return;
    const { id } = application;
    const writes = actWrites(application, one, store.operator, clock());
    if (!writes.ok) {
      setProblem({ of: id, words: actProblemWords(t, writes.problem) });
      return;
    }
    setBusy(true);
    const done = await store.commit(writes.value, { type: 'typed' });
    setBusy(false);
    if (!done.ok) {
      setProblem({ of: id, words: t(`passes.commitProblems.${done.problem.tag}`) });
      return;
    }
    setProblem(undefined);
    setTexts((before) => ({ ...before, [id]: '' }));
    onDone(t(`passes.done.${one.type}`));
  };
  const issue = async () => {
    if (!application || busy) return;
    setBusy(true);
    const issued = await issuing.issue(application.id);
    setBusy(false);
    if (!issued.ok) {
      setProblem({ of: application.id, words: issuingProblemWords(t, issued.problem) });
      return;
    }
    setProblem(undefined);
    const { number, voided } = issued.value;
    const more = voided > 0 ? t('passes.issue.voided', { count: voided }) : '';
    onDone(t('passes.issue.done', { number }) + more);
  };
  const button = (
    id: ApplicationAct['type'] | 'issue',
    keys: string,
    look: PanelAct['look'],
    run: () => Promise<void>,
  ): PanelAct => ({ id, title: t(`passes.acts.${id}`), keys, look, run: () => void run() });
  const sendBack = button('return', 'F7', 'danger', () => act({ type: 'return', reason: notes }));
  const main: Readonly<Record<string, readonly PanelAct[]>> = {
    待核验: [
      button('check', 'Ctrl+Enter', 'primary', () => act({ type: 'check', notes, findings })),
      sendBack,
    ],
    待审批: [button('approve', 'Ctrl+Enter', 'primary', () => act({ type: 'approve' })), sendBack],
    待发证: [button('issue', 'Ctrl+Enter', 'primary', issue), sendBack],
    已退回: [button('resubmit', 'Ctrl+Enter', 'primary', () => act({ type: 'resubmit' }))],
  };
  return {
    acts: application ? (main[stateOf(application.values)] ?? []) : [],
    notes,
    onNotes: (next) => {
      if (!application) return;
      setTexts({ ...texts, [application.id]: next });
      setProblem(undefined);
    },
    hint: application && stateOf(application.values) === '待发证' ? issuing.hint : '',
    problem: problem !== undefined && problem.of === application?.id ? problem.words : '',
  };
}
