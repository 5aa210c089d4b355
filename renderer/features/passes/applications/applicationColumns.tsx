import type { TFunction } from 'i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import {
  fieldWords,
  plateWords,
  referenceWords,
  routeWords,
  shortDays,
  withoutDivisions,
} from '../list/fieldWords';
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
      label: t('passes.number'),
      width: '94px',
      cell: (row) => <b>{words(row, 'number') || t('passes.applications.unnumbered')}</b>,
    },
    {
      id: 'state',
      label: header('state'),
      width: language === 'zh' ? '62px' : '84px',
      cell: (row) => <StateMark state={rowState(row)} />,
    },
    {
      id: 'kind',
      label: t('passes.kind'),
      width: language === 'zh' ? '34px' : '38px',
      cell: (row) => words(row, 'kind') || t('passes.applications.new'),
    },
    {
      id: 'enterprise',
      label: header('enterprise'),
      width: 'minmax(66px, 1.2fr)',
      cell: (row) =>
        withoutDivisions(referenceWords(row.values.enterprise, records.enterpriseName)),
    },
    {
      id: 'plate',
      label: header('plate'),
      width: '84px',
      cell: ({ values: { plate } }) => (typeof plate === 'string' ? plateWords(plate) : ''),
    },
    {
      id: 'driver',
      label: t('passes.driver'),
      width: '46px',
      cell: (row) => words(row, 'driverName'),
    },
    {
      id: 'route',
      label: t('passes.route'),
      width: 'minmax(70px, 2.2fr)',
      cell: ({ values: { origin, destination } }) => (
        <span className={shared.quiet}>{routeWords([origin, destination])}</span>
      ),
    },
    {
      id: 'goods',
      label: t('passes.goods'),
      width: 'minmax(44px, 0.8fr)',
      cell: (row) => words(row, 'goods'),
    },
    {
      id: 'validity',
      label: t('passes.validity'),
      width: '88px',
      cell: ({ values: { validFrom, validUntil } }) =>
        typeof validFrom === 'string' && typeof validUntil === 'string'
          ? shortDays(validFrom, validUntil)
          : '',
    },
  ];
}
