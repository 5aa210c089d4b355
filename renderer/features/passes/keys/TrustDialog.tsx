import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trustKey, type AnnouncedKey } from '../../../../shared/passes/issuerKeys';
import { trustSetting } from '../../../app/judging/judgingFacts';
import { readTrust } from '../../../app/judging/readTrust';
import { useSession } from '../../../app/session';
import { useOffice } from '../office/officeContext';
import { PassDialog } from '../PassDialog';

interface TrustDialogProps {
  readonly announced: AnnouncedKey;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** The digits are typed as they are heard from the office: what stands in the ledger is no proof. */
export function TrustDialog({ announced, onDone, onClose }: TrustDialogProps) {
  const { t } = useTranslation();
  const { store, clock } = useSession();
  const { readAgain } = useOffice();
  const [heard, setHeard] = useState('');
  const [problem, setProblem] = useState('');

  const trust = async () => {
    const decision = { how: 'fingerprint', heard, by: store.operator, at: clock() } as const;
    const list = await trustKey(await readTrust(store), announced, decision);
    if (!list.ok) {
      setProblem(t(`passes.trust.problems.${list.problem.tag}`));
      return;
    }
    const saved = await store.saveSetting(trustSetting, JSON.stringify(list.value));
    if (!saved.ok) {
      setProblem(t(`passes.commitProblems.${saved.problem.tag}`));
      return;
    }
    readAgain();
    onDone(t('passes.trust.done', { issuer: announced.issuer }));
    onClose();
  };
  return (
    <PassDialog
      title={t('passes.trust.dialog', { issuer: announced.issuer, keyId: announced.keyId })}
      submit={t('passes.trust.trust')}
      problem={problem}
      onSubmit={() => void trust()}
      onClose={onClose}
    >
      <p>{t('passes.trust.dialogNote')}</p>
      <label>
        {t('passes.trust.heard')}
        <input
          data-first
          inputMode="numeric"
          autoComplete="off"
          value={heard}
          onChange={({ target }) => {
            setHeard(target.value);
            setProblem('');
          }}
        />
      </label>
    </PassDialog>
  );
}
