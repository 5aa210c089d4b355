import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { closedLoopReleases } from '../../../../shared/ledgers/closedLoopReleases';
import { useSession } from '../../../app/session';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import { applicationOf, numberFor, type Application } from './releaseActs';
import type { Releases } from './useReleases';
import styles from '../marks/dialog.module.css';

interface NewReleaseProps {
  readonly rows: readonly Row[];
  readonly releases: Releases;
  readonly onMade: (id: RowId) => void;
  readonly onClose: () => void;
}

const asked = ['applicant', 'reason', 'community'] as const;
const blank: Application = { applicant: '', reason: '', community: '' };

/** What an application cannot do without; the rest is written down as it comes. */
export function NewRelease({ rows, releases, onMade, onClose }: NewReleaseProps) {
  const { clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const [application, setApplication] = useState(blank);
  const [problem, setProblem] = useState('');
  const language = i18n.language.startsWith('en') ? 'en' : 'zh';
  const confirm = async () => {
    const now = clock();
    const made = applicationOf(application, numberFor(rows, now), now, random);
    if (!made.ok) setProblem(t(`releases.${made.problem}`));
    else if (await releases.write(made.value)) onMade(made.value.row);
    else setProblem(t('releases.notSaved'));
  };
  return (
    <DeskDialog title={t('releases.new')} onClose={onClose} onConfirm={() => void confirm()}>
      {asked.map((name, index) => (
        <label key={name} className={styles.field}>
          {closedLoopReleases.fields[name].header[language]}
          <input
            className={styles.input}
            autoComplete="off"
            value={application[name]}
            data-first={index === 0 || undefined}
            onChange={({ currentTarget }) =>
              setApplication({ ...application, [name]: currentTarget.value })
            }
          />
        </label>
      ))}
      <div className={styles.problem} role="alert">
        {problem}
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
        <button type="button" className={styles.primary} onClick={() => void confirm()}>
          {t('releases.make')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </DeskDialog>
  );
}
