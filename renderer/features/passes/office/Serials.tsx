import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { divisionName } from '../../../../shared/fields/division';
import { useSession } from '../../../app/session';
import { languageOf } from '../list/fieldWords';
import { GrantDialog } from './GrantDialog';
import { useOffice } from './officeContext';
import { OfficeForm } from './OfficeForm';
import { useNextNumber } from './useNextNumber';
import styles from '../keys/keys.module.css';
import shared from '../passes.module.css';

/** The serials that this device gives out, and those that others hold. */
export function Serials() {
  const { t, i18n } = useTranslation();
  const { ready, office, ranges } = useOffice();
  const { store } = useSession();
  const [asking, setAsking] = useState<'grant' | 'change'>();
  const [notice, setNotice] = useState('');
  const next = useNextNumber();
  const language = languageOf(i18n.language);
  const own = ranges.filter(({ division }) => division === office?.division);
  return (
    <section className={styles.card} aria-labelledby="serials">
      <h2 id="serials">{t('passes.serials.title')}</h2>
      {ready && !office && <OfficeForm onDone={setNotice} />}
      {office && (
        <>
          <dl className={styles.facts}>
            <dt>{t('passes.serials.division')}</dt>
            <dd>
              {office.division} {divisionName(office.division, language) ?? ''}
            </dd>
            <dt>{t('passes.serials.holder')}</dt>
            <dd>
              <b>{office.holder}</b> {store.event.deviceName}
            </dd>
            <dt>{t('passes.serials.next')}</dt>
            <dd data-next-number>{next}</dd>
          </dl>
          <p className={styles.buttons}>
            <button type="button" className={shared.button} onClick={() => setAsking('grant')}>
              {t('passes.serials.grant')}
            </button>
            <button type="button" className={shared.button} onClick={() => setAsking('change')}>
              {t('passes.serials.skip')}
            </button>
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('passes.serials.holderName')}</th>
                <th>{t('passes.serials.holderCode')}</th>
                <th className={styles.number}>{t('passes.serials.from')}</th>
                <th className={styles.number}>{t('passes.serials.to')}</th>
              </tr>
            </thead>
            <tbody>
              {own.map(({ id, holder, holderName, first, last }) => (
                <tr key={id}>
                  <td>
                    {holderName}{' '}
                    {holder === office.holder && (
                      <span className={shared.tone} data-tone="good">
                        {t('passes.serials.own')}
                      </span>
                    )}
                  </td>
                  <td>{holder}</td>
                  <td className={styles.number}>{String(first).padStart(6, '0')}</td>
                  <td className={styles.number}>{String(last).padStart(6, '0')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className={styles.note} role="status">
        {notice}
      </p>
      {office && asking && (
        <GrantDialog
          office={office}
          what={asking}
          onDone={setNotice}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
