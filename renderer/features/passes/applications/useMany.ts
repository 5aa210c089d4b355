import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import { readApplication } from '../../../../shared/passes/lifecycle/readFiled';
import { useSession } from '../../../app/session';
import { actWrites } from './actWrites';
import { doMany, type ManyDone } from './doMany';
import { actProblemWords, findingWords } from './findingWords';
import { useCheck } from './useCheck';
import { issuingProblemWords, useIssuing } from './useIssuing';

export type ManyAct = 'check' | 'approve' | 'issue';

export interface ManyProgress {
  readonly act: ManyAct;
  readonly done: number;
  readonly total: number;
}

interface Many {
  readonly running: ManyProgress | undefined;
  readonly start: (act: ManyAct, ids: readonly RowId[]) => Promise<ManyDone>;
  readonly cancel: () => void;
}

/** One act for many applications: whatever is odd about one is left to a clerk who looks at it. */
export function useMany(): Many {
  const { t } = useTranslation();
  const { store, clock } = useSession();
  const check = useCheck();
  const issuing = useIssuing();
  const [running, setRunning] = useState<ManyProgress>();
  const calledOff = useRef<AbortController>(undefined);
  useEffect(() => () => calledOff.current?.abort(), []);

  const actOn = async (act: 'check' | 'approve', id: RowId): Promise<string | undefined> => {
    const row = await store.row(permitApplications.id, id);
    const application = row && readApplication(row);
    if (!application) return t('passes.applications.incomplete');
    const at = clock();
    const findings = check([application], at).get(id) ?? [];
    const asked = act === 'check' ? ({ type: act, notes: '', findings } as const) : { type: act };
    const writes = actWrites(application, asked, store.operator, at);
    if (!writes.ok) {
      const { problem } = writes;
      return 'findings' in problem
        ? problem.findings.map((one) => findingWords(t, one)).join(t('frame.marks.semicolon'))
        : actProblemWords(t, problem);
    }
    const done = await store.commit(writes.value, { type: 'typed' });
    return done.ok ? undefined : t(`passes.commitProblems.${done.problem.tag}`);
  };
  const issueOf = async (id: RowId): Promise<string | undefined> => {
    const issued = await issuing.issue(id);
    return issued.ok ? undefined : issuingProblemWords(t, issued.problem);
  };
  return {
    running,
    start: async (act, ids) => {
      const controller = new AbortController();
      calledOff.current = controller;
      const say = (done: number) => setRunning({ act, done, total: ids.length });
      say(0);
      const one = act === 'issue' ? issueOf : (id: RowId) => actOn(act, id);
      const result = await doMany(ids, one, controller.signal, say);
      setRunning(undefined);
      return result;
    },
    cancel: () => calledOff.current?.abort(),
  };
}
