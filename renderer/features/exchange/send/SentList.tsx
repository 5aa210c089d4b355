import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sending } from '../../../../shared/exchange/parcel/peers';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import { useSession } from '../../../app/session';
import { readMemory } from '../parcel/exchangeMemory';
import shared from '../exchange.module.css';
import styles from '../start.module.css';

const shownSendings = 20;

/** What was sent out, newest first, and whether a receipt has come back. `version`: read again. */
export function SentList({ version }: { readonly version: number }) {
  const { store } = useSession();
  const { t } = useTranslation();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  useEffect(() => {
    let gone = false;
    void readMemory(store).then((memory) => {
      if (!gone) setSendings(memory.sendings.toReversed());
    });
    return () => {
      gone = true;
    };
  }, [store, version]);
  if (sendings.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="sent-title">
      <div className={styles.panelHead}>
        <h2 id="sent-title" className={styles.panelTitle}>
          {t('parcel.sendings')}
        </h2>
        <span className={shared.quiet}>{sendings.length}</span>
      </div>
      <table className={styles.table}>
        <tbody>
          {sendings.slice(0, shownSendings).map(({ parcel, to, sentAt, parts, applied }) => (
            <tr key={parcel}>
              <td>{formatInstant(toInstant(sentAt))}</td>
              <td className={styles.wide}>{to === '' ? t('parcel.toAnyone') : to}</td>
              <td>
                {applied.length === 0
                  ? t('parcel.noReceipt')
                  : applied.length < parts
                    ? t('parcel.partsApplied', { applied: applied.length, parts })
                    : t('parcel.allApplied')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
