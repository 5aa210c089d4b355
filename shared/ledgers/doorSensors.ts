import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const sensor = { zh: '门磁', en: 'Sensor' };

/** 智能门磁: sensors on the doors of people isolated at home, and what they noticed. */
export const doorSensors = defineLedger({
  id: 'door-sensors',
  title: { zh: '智能门磁', en: 'Door sensors' },
  area: 'tracing',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'installedAt',
  fields: {
    number: field.text('设备编号', 'Sensor number', {
      required: true,
      section: sensor,
      synonyms: ['编号', '门磁编号'],
      width: 120,
    }),
    resident: field.name('住户', 'Resident', {
      sensitive: true,
      section: sensor,
      synonyms: ['户主', '姓名'],
      width: 90,
    }),
    address: field.text('地址', 'Address', {
      sensitive: true,
      section: sensor,
      synonyms: ['安装地址', '住址'],
      width: 200,
    }),
    installedAt: field.instant('安装时间', 'Installed at', {
      required: true,
      section: sensor,
      synonyms: ['安装日期'],
      width: 140,
    }),
    removedAt: field.instant('撤除时间', 'Removed at', {
      notBefore: 'installedAt',
      section: sensor,
      synonyms: ['拆除时间'],
      width: 140,
    }),
    gridWorker: field.name('网格员', 'Grid worker', {
      section: sensor,
      synonyms: ['网格长'],
      width: 90,
    }),
    agreed: field.text('约定开门时段', 'Agreed hours', {
      section: sensor,
      synonyms: ['允许开门时段'],
      width: 120,
    }),
    events: field.group(
      '开关记录',
      'Events',
      {
        at: field.instant('时间', 'At', { required: true }),
        motion: field.choice('动作', 'Motion', [
          { value: '开', en: 'Opened', synonyms: ['开门', 'open'] },
          { value: '关', en: 'Closed', synonyms: ['关门', 'close'] },
        ]),
      },
      { section: sensor, synonyms: ['门磁记录'], width: 200, hidden: true },
    ),
  },
});
