import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyFingerprint } from '../../../../shared/exchange/parcel/fingerprint';
import type { EnrolledDevice } from '../../../../shared/exchange/parcel/recognise';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import { useSession } from '../../../app/session';
import { enrolDevice, readDevices, readIdentity } from './exchangeIdentity';
import shared from '../exchange.module.css';
import styles from '../start.module.css';
import own from '../receive/receive.module.css';

/** The code of this computer, to be read out to whoever enrols it, and those enrolled here. */
export function DeviceList() {
  const session = useSession();
  const { store, clock } = session;
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [devices, setDevices] = useState<readonly EnrolledDevice[]>([]);
  const read = useCallback(async () => setDevices(await readDevices(store)), [store]);
  useEffect(() => {
    void read();
  }, [read]);

  const showCode = async () => {
    const { publicKey } = await readIdentity(session);
    setCode(await keyFingerprint(publicKey));
  };
  const revoke = async (device: EnrolledDevice) => {
    await enrolDevice(store, { ...device, revokedAt: clock() });
    await read();
  };

  return (
    <section className={styles.panel} aria-labelledby="devices-title">
      <div className={styles.panelHead}>
        <h2 id="devices-title" className={styles.panelTitle}>
          {t('correction.devices')}
        </h2>
        <span className={shared.spring} />
        {code === '' ? (
          <button type="button" className={shared.small} onClick={() => void showCode()}>
            {t('correction.showCode')}
          </button>
        ) : (
          <span role="status">
            {t('correction.ownCode')} <code className={own.code}>{code}</code>
          </span>
        )}
      </div>
      {devices.length === 0 ? (
        <p className={own.hint}>{t('correction.noDevices')}</p>
      ) : (
        <table className={styles.table}>
          <tbody>
            {devices.map((device) => (
              <tr key={device.publicKey}>
                <td className={styles.wide}>{`${device.unit} ${device.name}`}</td>
                <td>{formatInstant(toInstant(device.revokedAt ?? device.enrolledAt))}</td>
                <td className={styles.rowButtons}>
                  {device.revokedAt === undefined ? (
                    <button
                      type="button"
                      className={shared.small}
                      aria-label={`${t('correction.revoke')} ${device.name}`}
                      onClick={() => void revoke(device)}
                    >
                      {t('correction.revoke')}
                    </button>
                  ) : (
                    t('correction.revoked')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
