import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import { distrustKey, noTrust, type AnnouncedKey } from '../../../../shared/passes/issuerKeys';
import { announcedKey, trustSetting } from '../../../app/judging/judgingFacts';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { readTrust } from '../../../app/judging/readTrust';
import { useSession } from '../../../app/session';
import { useOffice } from '../office/officeContext';
import { TrustDialog } from './TrustDialog';
import styles from './keys.module.css';
import shared from '../passes.module.css';

/** Whose passes are believed here: keys that offices announced, and who decided about them. */
export function TrustedKeys() {
  const { t } = useTranslation();
  const { store } = useSession();
  const { facts } = useJudging();
  const { announced, ring, readAgain } = useOffice();
  const [trusting, setTrusting] = useState<AnnouncedKey>();
  const [sure, setSure] = useState('');
  const [search, setSearch] = useState('');
  const [notice, setNotice] = useState('');
  const trust = facts?.trust ?? noTrust;
  const rows = announced.map((row) => ({ id: row.id, key: announcedKey(row) }));
  const unannounced = trust.keys.filter(
    ({ publicKey }) => !rows.some(({ key }) => key.publicKey === publicKey),
  );
  const all = [
    ...rows,
    ...unannounced.map(({ keyId, publicKey, issuer }) => ({
      id: publicKey,
      key: { keyId, publicKey, issuer },
    })),
  ];
  const sought = search.trim().toLowerCase();
  const shown = all.filter(({ key: { keyId, issuer } }) =>
    `${keyId} ${issuer}`.toLowerCase().includes(sought),
  );

  const stop = async (keyId: string) => {
    const list = distrustKey(await readTrust(store), keyId);
    const saved = await store.saveSetting(trustSetting, JSON.stringify(list));
    setNotice(
      saved.ok
        ? t('passes.trust.stopped', { keyId })
        : t(`passes.commitProblems.${saved.problem.tag}`),
    );
    setSure('');
    readAgain();
  };
  return (
    <section className={styles.card} aria-labelledby="trusted-keys">
      <div className={styles.head}>
        <h2 id="trusted-keys">{t('passes.trust.title')}</h2>
        <span className={shared.count}>{t('passes.trust.count', { count: all.length })}</span>
        {all.length > 0 && (
          <input
            type="search"
            className={shared.search}
            value={search}
            aria-label={t('passes.list.search')}
            placeholder={t('passes.trust.search')}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
      </div>
      <p className={styles.note} role="status">
        {notice || t('passes.trust.note')}
      </p>
      {shown.length === 0 ? (
        <p className={styles.empty}>
          {t(all.length === 0 ? 'passes.trust.empty' : 'passes.trust.noneFound')}
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('passes.sheet.keyId')}</th>
              <th>{t('passes.sheet.issuer')}</th>
              <th>{t('passes.trust.state')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, key }) => {
              const entry = trust.keys.find(({ publicKey }) => publicKey === key.publicKey);
              const isOwn = ring.keys.some(({ publicKey }) => publicKey === key.publicKey);
              return (
                <tr key={id} data-key={key.keyId}>
                  <td>
                    <b>{key.keyId}</b>
                  </td>
                  <td>{key.issuer}</td>
                  <td>
                    <KeyMarks announced={key} isOwn={isOwn} isTrusted={entry !== undefined} />
                    {entry && (
                      <small className={shared.quiet}>
                        {' '}
                        {t(`passes.trust.how.${entry.how}`, {
                          by: entry.trustedBy,
                          at: formatInstant(entry.trustedAt),
                        })}
                      </small>
                    )}
                  </td>
                  <td className={styles.rowButtons}>
                    {entry ? (
                      <button
                        type="button"
                        className={sure === key.keyId ? shared.danger : shared.button}
                        onClick={() =>
                          sure === key.keyId ? void stop(key.keyId) : setSure(key.keyId)
                        }
                        onBlur={() => setSure('')}
                      >
                        {t(sure === key.keyId ? 'passes.trust.stopSure' : 'passes.trust.stop')}
                      </button>
                    ) : (
                      <button
                        type="button"
                        className={shared.button}
                        onClick={() => setTrusting(key)}
                      >
                        {t('passes.trust.trust')}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {trusting && (
        <TrustDialog
          announced={trusting}
          onDone={setNotice}
          onClose={() => setTrusting(undefined)}
        />
      )}
    </section>
  );
}

interface KeyMarksProps {
  readonly announced: AnnouncedKey;
  readonly isOwn: boolean;
  readonly isTrusted: boolean;
}

function KeyMarks({ announced, isOwn, isTrusted }: KeyMarksProps) {
  const { t } = useTranslation();
  const mark = (name: string, tone: string) => (
    <span className={shared.tone} data-tone={tone}>
      {t(`passes.trust.marks.${name}`)}
    </span>
  );
  return (
    <>
      {isTrusted ? mark(isOwn ? 'own' : 'trusted', 'good') : mark('stranger', 'warn')}{' '}
      {announced.compromised && mark('compromised', 'bad')}
      {announced.retiredAt !== undefined && !announced.compromised && mark('retired', 'calm')}
    </>
  );
}
