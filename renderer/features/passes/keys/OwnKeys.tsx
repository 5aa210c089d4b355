import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import { signingKey } from '../../../../shared/passes/issuerKeys';
import { useSession } from '../../../app/session';
import { useOffice } from '../office/officeContext';
import { PrintLayer } from '../../../components/print/PrintLayer';
import { KeySheet } from './KeySheet';
import { MakeKeyDialog } from './MakeKeyDialog';
import { RestoreKeyDialog } from './RestoreKeyDialog';
import { useFingerprint } from './useFingerprint';
import styles from './keys.module.css';
import shared from '../passes.module.css';

/** The key that passes are signed with: made here, read out by its digits, kept on paper, changed. */
export function OwnKeys() {
  const { t } = useTranslation();
  const { store, desktop } = useSession();
  const { ready, ring } = useOffice();
  const key = signingKey(ring);
  const fingerprint = useFingerprint(key?.publicKey);
  const [asking, setAsking] = useState<'make' | 'restore'>();
  const [notice, setNotice] = useState('');
  const [printing, setPrinting] = useState(false);
  const earlier = ring.keys.filter(({ retiredAt }) => retiredAt !== undefined);

  const print = async () => {
    if (!key) return;
    const name = `${t('passes.sheet.title')}-${key.keyId}.pdf`;
    // the secret is on the page only for as long as it takes to print it
    flushSync(() => setPrinting(true));
    const printed = await desktop.printing.toPdf(name);
    setPrinting(false);
    if (printed.ok) setNotice(t('passes.keys.printed', { name: printed.value.name }));
    else if (printed.problem.tag !== 'cancelled') setNotice(t('passes.keys.notPrinted'));
  };
  return (
    <section className={styles.card} aria-labelledby="own-keys">
      <h2 id="own-keys">{t('passes.keys.own')}</h2>
      {!ready ? null : key ? (
        <>
          <dl className={styles.facts}>
            <dt>{t('passes.sheet.issuer')}</dt>
            <dd>{key.issuer}</dd>
            <dt>{t('passes.sheet.keyId')}</dt>
            <dd>{key.keyId}</dd>
            <dt>{t('passes.sheet.createdAt')}</dt>
            <dd>{formatInstant(key.createdAt)}</dd>
          </dl>
          <p className={styles.digits} data-fingerprint>
            {fingerprint}
          </p>
          <p className={styles.note}>{t('passes.keys.readOut')}</p>
          <p className={styles.buttons}>
            <button type="button" className={shared.primary} onClick={() => void print()}>
              {t('passes.keys.print')}
            </button>
            <button type="button" className={shared.button} onClick={() => setAsking('make')}>
              {t('passes.keys.rotate')}
            </button>
            <button type="button" className={shared.button} onClick={() => setAsking('restore')}>
              {t('passes.keys.restore')}
            </button>
          </p>
          {printing && (
            <PrintLayer>
              <KeySheet issuerKey={key} event={store.event.name} fingerprint={fingerprint} />
            </PrintLayer>
          )}
        </>
      ) : (
        <>
          <p className={styles.note}>{t('passes.keys.none')}</p>
          <p className={styles.buttons}>
            <button type="button" className={shared.primary} onClick={() => setAsking('make')}>
              {t('passes.keys.make')}
            </button>
            <button type="button" className={shared.button} onClick={() => setAsking('restore')}>
              {t('passes.keys.restore')}
            </button>
          </p>
        </>
      )}
      <p className={styles.note} role="status">
        {notice}
      </p>
      {earlier.length > 0 && (
        <ul className={styles.earlier}>
          {earlier.map(({ keyId, retiredAt }) => (
            <li key={keyId}>
              {t('passes.keys.retired', {
                keyId,
                at: retiredAt === undefined ? '' : formatInstant(retiredAt),
              })}
            </li>
          ))}
        </ul>
      )}
      {asking === 'make' && (
        <MakeKeyDialog isFirst={!key} onDone={setNotice} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'restore' && (
        <RestoreKeyDialog onDone={setNotice} onClose={() => setAsking(undefined)} />
      )}
    </section>
  );
}
