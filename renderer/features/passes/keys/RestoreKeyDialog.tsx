import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { restoreKey } from '../../../../shared/passes/issuerKeys';
import { useSession } from '../../../app/session';
import { useOffice } from '../office/officeContext';
import { PassDialog } from '../PassDialog';
import { keepRing } from './keyRing';

interface RestoreKeyDialogProps {
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** The seven lines of a paper typed back in; what was typed stays until they are right. */
export function RestoreKeyDialog({ onDone, onClose }: RestoreKeyDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { ring, readAgain } = useOffice();
  const [lines, setLines] = useState('');
  const [issuer, setIssuer] = useState(session.store.event.unit);
  const [problem, setProblem] = useState('');

  const restore = async () => {
    const read = await restoreKey(ring, lines, issuer.trim(), session.clock());
    if (!read.ok) {
      const { tag, ...words } = read.problem;
      setProblem(t(`passes.keys.paper.${tag}`, words));
      return;
    }
    const kept = await keepRing(session, read.value);
    readAgain();
    if (!kept.ok) {
      setProblem(t(`passes.commitProblems.${kept.problem.tag}`));
      return;
    }
    onDone(t('passes.keys.restored'));
    onClose();
  };
  return (
    <PassDialog
      title={t('passes.keys.restore')}
      submit={t('passes.keys.restoreNow')}
      problem={problem}
      onSubmit={() => void restore()}
      onClose={onClose}
    >
      <p>{t('passes.keys.restoreNote')}</p>
      <label>
        {t('passes.keys.lines')}
        <textarea
          data-first
          rows={7}
          spellCheck={false}
          value={lines}
          onChange={({ target }) => {
            setLines(target.value);
            setProblem('');
          }}
        />
      </label>
      <label>
        {t('passes.sheet.issuer')}
        <input value={issuer} onChange={({ target }) => setIssuer(target.value)} />
      </label>
    </PassDialog>
  );
}
