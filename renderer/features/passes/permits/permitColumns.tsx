import type { TFunction } from 'i18next';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permits } from '../../../../shared/ledgers/permits';
import { fieldWords, plateWords, referenceWords, routeWords } from '../list/fieldWords';
import type { ListColumn } from '../list/RowList';
import type { OfficeRecords } from '../records';
import { PermitMark } from './PermitMark';
import { permitState } from './permitState';
import shared from '../passes.module.css';

/** What the list shows of a pass. */
export function permitColumns(
  t: TFunction,
  language: 'zh' | 'en',
  records: OfficeRecords,
  now: Instant,
): readonly ListColumn<Row>[] {
  const words = (row: Row, name: string) => fieldWords(permits, name, row.values, language);
  return [
    {
      id: 'number',
      label: t('passes.number'),
      width: '100px',
      cell: (row) => <b>{words(row, 'number')}</b>,
    },
    {
      id: 'state',
      label: permits.fields.status.header[language],
      width: language === 'zh' ? '44px' : '64px',
      cell: (row) => <PermitMark state={permitState(row, now)} />,
    },
    {
      id: 'plate',
      label: permits.fields.plate.header[language],
      width: '84px',
      cell: ({ values: { plate } }) => (typeof plate === 'string' ? plateWords(plate) : ''),
    },
    {
      id: 'enterprise',
      label: permits.fields.enterprise.header[language],
      width: 'minmax(78px, 1.4fr)',
      cell: (row) => referenceWords(row.values.enterprise, records.enterpriseName),
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
      width: 'minmax(70px, 1.6fr)',
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
      id: 'until',
      label: t('passes.until'),
      width: '82px',
      cell: (row) => words(row, 'validUntil'),
    },
  ];
}
