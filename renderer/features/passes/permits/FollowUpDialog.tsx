import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../../../shared/kernel/ids';
import { addDays, dateOf, parseIsoDate } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { Filed, Permit } from '../../../../shared/passes/lifecycle/application';
import { policyValueAt } from '../../../../shared/policy/policyValue';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useSession } from '../../../app/session';
import { goTo } from '../../../app/useRoute';
import { PassDialog } from '../PassDialog';
import { endingWrites, followUpWrites } from './permitWrites';

export type PermitAsk = '变更' | '延期' | '补办' | 'void' | 'lose';

interface FollowUpDialogProps {
  readonly what: PermitAsk;
  readonly row: Row;
  readonly permit: Filed<Permit>;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** What is asked before a pass is followed by another, or ends before its time. */
export function FollowUpDialog({ what, row, permit, onDone, onClose }: FollowUpDialogProps) {
  const { t } = useTranslation();
  const { store, clock, random } = useSession();
  const { facts } = useJudging();
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState(() => {
    const days = policyValueAt(facts?.policy.values ?? [], '通行证最长有效天数', clock());
    return String(addDays(dateOf(clock()), days - 1));
  });
  const [problem, setProblem] = useState('');
  const ends = what === 'void' || what === 'lose';

  const end = async (at = clock()) => {
    const writes = endingWrites(
      permit,
      what === 'lose' ? { type: 'lose' } : { type: 'void', reason },
      at,
    );
    if (!writes.ok) {
      const { problem: why } = writes;
      setProblem(
        why.tag === 'notNow'
          ? t('passes.permits.notNow', { state: t(`passes.states.${why.state}`) })
          : t(`passes.issue.${why.tag}`),
      );
      return;
    }
    const done = await store.commit(writes.value, { type: 'typed' });
    if (!done.ok) {
      setProblem(t(`passes.commitProblems.${done.problem.tag}`));
      return;
    }
    onDone(t(`passes.permits.done.${what}`, { number: permit.values.number }));
    onClose();
  };
  const follow = async (kind: '变更' | '延期' | '补办') => {
    const day =
      kind === '延期' ? parseIsoDate(lastDay.normalize('NFKC').trim()) : permit.values.validUntil;
    if (!day || (kind === '延期' && day <= permit.values.validUntil)) {
      setProblem(t('passes.permits.noLastDay', { until: permit.values.validUntil }));
      return;
    }
    const at = clock();
    const id = newRowId(at, random);
    const filing = { id, at, by: store.operator, unit: store.event.unit };
    const done = await store.commit(followUpWrites(row, permit, kind, day, filing), {
      type: 'typed',
    });
    if (!done.ok) {
      setProblem(t(`passes.commitProblems.${done.problem.tag}`));
      return;
    }
    onClose();
    goTo({ page: 'passes', tab: 'applications', row: id });
  };
  const submit = () => void (what === 'void' || what === 'lose' ? end() : follow(what));
  return (
    <PassDialog
      title={t(`passes.permits.acts.${what}`)}
      submit={t(ends ? `passes.permits.acts.${what}` : 'passes.permits.begin')}
      grave={ends}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`passes.permits.notes.${what}`, { number: permit.values.number })}</p>
      {what === 'void' && (
        <label>
          {t('passes.permits.reason')}
          <input
            data-first
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
              setProblem('');
            }}
          />
        </label>
      )}
      {what === '延期' && (
        <label>
          {t('passes.permits.lastDay')}
          <input
            data-first
            inputMode="numeric"
            value={lastDay}
            onChange={({ target }) => {
              setLastDay(target.value);
              setProblem('');
            }}
          />
        </label>
      )}
    </PassDialog>
  );
}
