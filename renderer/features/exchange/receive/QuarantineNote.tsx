import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundParcel } from './useReceive';
import shared from '../exchange.module.css';
import styles from './receive.module.css';

interface QuarantineNoteProps {
  readonly found: FoundParcel;
  readonly back: ReactNode;
  readonly onAccept: (enrol: boolean) => void;
}

/** Nothing of it is merged before two people have compared its code, or one takes it all the same. */
export function QuarantineNote({ found, back, onAccept }: QuarantineNoteProps) {
  const { t } = useTranslation();
  const { manifest, trust, fingerprint } = found;
  const { unit, deviceName: device, operator } = manifest.sender;
  const mayEnrol = trust.state === 'unknownDevice' || trust.state === 'revoked';
  return (
    <>
      <p role="status">{t(`correction.trust.${trust.state}`)}</p>
      <p>{t('correction.from', { unit, device, operator })}</p>
      <p>
        {t('correction.fingerprint')} <code className={styles.code}>{fingerprint}</code>
      </p>
      <div className={shared.buttons}>
        {back}
        <button type="button" className={shared.button} onClick={() => onAccept(false)}>
          {t('correction.acceptOnce')}
        </button>
        {mayEnrol ? (
          <button type="button" className={shared.primary} onClick={() => onAccept(true)}>
            {t('correction.enrol')}
          </button>
        ) : null}
      </div>
    </>
  );
}
