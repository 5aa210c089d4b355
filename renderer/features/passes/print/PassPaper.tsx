import { useTranslation } from 'react-i18next';
import { formatInstant, parseIsoDate, startOfDay, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permits } from '../../../../shared/ledgers/permits';
import { fieldWords, languageOf, plateWords, referenceWords } from '../list/fieldWords';
import type { OfficeRecords } from '../records';
import { QrCode } from './QrCode';
import styles from './paper.module.css';

export type PaperSize = 'A4' | 'A5';

interface PassPaperProps {
  readonly row: Row;
  readonly size: PaperSize;
  readonly records: OfficeRecords;
}

const rules = ['oneVehicle', 'withDriver', 'lost'] as const;

/** One pass on one page: upright on A4, lying on A5. The document number stays masked on paper. */
export function PassPaper({ row, size, records }: PassPaperProps) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const { values } = row;
  const text = (name: string) => fieldWords(permits, name, values, language);
  const plain = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const long = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  });
  const day = (name: string) => {
    const date = parseIsoDate(plain(name));
    return date ? long.format(startOfDay(date)) : '';
  };
  const checkpoints = Array.isArray(values.checkpoints)
    ? values.checkpoints
        .map((id) => referenceWords(id, records.checkpointName))
        .filter(Boolean)
        .join(t('frame.marks.list'))
    : '';
  const crew = Array.isArray(values.crew) ? values.crew.length : 0;
  const lines: readonly (readonly [string, string])[] = [
    ['enterprise', referenceWords(values.enterprise, records.enterpriseName)],
    ['transport', text('transport')],
    ['vehicle', [text('vehicleType'), text('plateColour')].filter(Boolean).join(' ')],
    ['driver', [plain('driverName'), text('driverDocumentNumber')].filter(Boolean).join('  ')],
    ['crew', crew > 0 ? t('passes.paper.persons', { count: crew }) : ''],
    ['origin', plain('origin')],
    ['destination', plain('destination')],
    ['checkpoints', checkpoints],
    ['goods', [plain('goods'), plain('amount')].filter(Boolean).join('  ')],
  ];
  const { issuedAt } = values;
  return (
    <article className={styles.paper} data-size={size} data-pass-paper={plain('number')}>
      <header>
        <p className={styles.issuer}>{plain('approvedBy')}</p>
        <h1>{t('passes.paper.title')}</h1>
        <p className={styles.number}>
          {t('passes.paper.number')} <b>{plain('number')}</b>
        </p>
      </header>
      <p className={styles.plate}>{plateWords(plain('plate'))}</p>
      <p className={styles.validity}>
        {t('passes.paper.valid', { from: day('validFrom'), until: day('validUntil') })}
      </p>
      <table>
        <tbody>
          {lines.map(([name, said]) =>
            said === '' ? null : (
              <tr key={name}>
                <th scope="row">{t(`passes.paper.${name}`)}</th>
                <td>{said}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <div className={styles.proof}>
        <div className={styles.code}>
          <QrCode text={plain('code')} label={t('passes.paper.code')} />
          <p>{t('passes.paper.code')}</p>
        </div>
        <div className={styles.sign}>
          <p className={styles.seal}>{t('passes.paper.seal')}</p>
          <p>
            {t('passes.paper.office')}
            {plain('approvedBy')}
          </p>
          <p>
            {t('passes.paper.approver')}
            {plain('approver')}
          </p>
          <p>
            {t('passes.paper.issuedAt')}
            {typeof issuedAt === 'number' ? formatInstant(toInstant(issuedAt)) : ''}
          </p>
        </div>
      </div>
      <ol className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule}>{t(`passes.paper.rules.${rule}`)}</li>
        ))}
      </ol>
    </article>
  );
}
