import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rotateKeys, signingKey } from '../../../../shared/passes/issuerKeys';
import { useSession } from '../../../app/session';
import { useOffice } from '../office/officeContext';
import { PassDialog } from '../PassDialog';
import { keepRing } from './keyRing';
import styles from '../dialog.module.css';

interface MakeKeyDialogProps {
  /** Else the key of now is retired by it. */
  readonly isFirst: boolean;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** A new key that signs from now on. The passes of the one before stay good unless it was lost. */
export function MakeKeyDialog({ isFirst, onDone, onClose }: MakeKeyDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { ring, readAgain } = useOffice();
  const [issuer, setIssuer] = useState(session.store.event.unit);
  const [compromised, setCompromised] = useState(false);
  const [problem, setProblem] = useState('');

  const make = async () => {
    const name = issuer.trim();
    if (name === '') {
      setProblem(t('passes.keys.noIssuer'));
      return;
    }
    const old = signingKey(ring)?.keyId;
    const next = await rotateKeys(ring, name, session.clock(), session.random);
    const kept = await keepRing(session, next, compromised ? old : undefined);
    readAgain();
    if (!kept.ok) {
      setProblem(t(`passes.commitProblems.${kept.problem.tag}`));
      return;
    }
    onDone(t('passes.keys.made'));
    onClose();
  };
  return (
    <PassDialog
      title={t(isFirst ? 'passes.keys.make' : 'passes.keys.rotate')}
      submit={t(isFirst ? 'passes.keys.make' : 'passes.keys.rotate')}
      problem={problem}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <p>{t(isFirst ? 'passes.keys.makeNote' : 'passes.keys.rotateNote')}</p>
      <label>
        {t('passes.sheet.issuer')}
        <input data-first value={issuer} onChange={({ target }) => setIssuer(target.value)} />
      </label>
      {!isFirst && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={compromised}
            onChange={({ target }) => setCompromised(target.checked)}
          />
          {t('passes.keys.compromised')}
        </label>
      )}
    </PassDialog>
  );
}
