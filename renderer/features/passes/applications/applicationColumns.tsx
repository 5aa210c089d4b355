import type { TFunction } from 'i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import { dayWords, fieldWords, plateWords, referenceWords } from '../list/fieldWords';
import type { ListColumn } from '../list/RowList';
import type { OfficeRecords } from '../records';
import { rowState } from './filterApplications';
import { StateMark } from './StateMark';
import shared from '../passes.module.css';

/** What the list shows of an application. */
export function applicationColumns(
  t: TFunction,
  language: 'zh' | 'en',
  records: OfficeRecords,
): readonly ListColumn<Row>[] {
  const header = (name: string) => permitApplications.fields[name as 'plate'].header[language];
  const words = (row: Row, name: string) =>
    fieldWords(permitApplications, name, row.values, language);
  return [
    {
      id: 'number',
      label: header('number'),
      width: '118px',
      cell: (row) => <b>{words(row, 'number') || t('passes.applications.unnumbered')}</b>,
    },
    {
      id: 'kind',
      label: header('kind'),
      width: language === 'zh' ? '60px' : '86px',
      cell: (row) => words(row, 'kind') || t('passes.applications.new'),
    },
    {
      id: 'enterprise',
      label: header('enterprise'),
      width: 'minmax(90px, 1.4fr)',
      cell: (row) => referenceWords(row.values.enterprise, records.enterpriseName),
    },
    {
      id: 'plate',
      label: header('plate'),
      width: '94px',
      cell: ({ values: { plate } }) => (typeof plate === 'string' ? plateWords(plate) : ''),
    },
    {
      id: 'driver',
      label: header('driverName'),
      width: language === 'zh' ? '76px' : '64px',
      cell: (row) => words(row, 'driverName'),
    },
    {
      id: 'route',
      label: t('passes.route'),
      width: 'minmax(90px, 1.6fr)',
      cell: ({ values: { origin, destination } }) => (
        <span className={shared.quiet}>
          {[origin, destination].filter((end) => typeof end === 'string').join(' → ')}
        </span>
      ),
    },
    {
      id: 'goods',
      label: header('goods'),
      width: 'minmax(56px, 0.8fr)',
      cell: (row) => words(row, 'goods'),
    },
    {
      id: 'validity',
      label: t('passes.validity'),
      width: '140px',
      cell: ({ values: { validFrom, validUntil } }) =>
        typeof validFrom === 'string' && typeof validUntil === 'string'
          ? dayWords(validFrom, validUntil)
          : '',
    },
    {
      id: 'state',
      label: header('state'),
      width: language === 'zh' ? '66px' : '104px',
      cell: (row) => <StateMark state={rowState(row)} />,
    },
  ];
}
