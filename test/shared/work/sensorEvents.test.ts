import { describe, expect, it } from 'vitest';
import { formatInstant, parseIsoDate, type IsoDate } from '../../../shared/kernel/time';
import { planEvents, readSensorEvents, type SensorEvent } from '../../../shared/work/sensorEvents';
import { on, rowOf } from './moments';

const today = parseIsoDate('2022-03-27') as IsoDate; // a real day
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const found = readSensorEvents(utf8(text), today);
  if (!found.ok) return found.problem.tag;
  const { events, unread } = found.value;
  return [
    ...events.map(({ sensor, at, motion }) => `${sensor} ${formatInstant(at)} ${motion}`),
    ...unread.map(({ line, why }) => `${line} ${why}`),
  ];
};

describe('the maker’s csv', () => {
  it.each([
    ['设备编号,时间,状态\nMC1,2022-03-27 08:05:00,开门\n', ['MC1 2022-03-27 08:05 开']],
    ['sn;status;timestamp\nMC1;0;1648339500\n', ['MC1 2022-03-27 08:05 关']],
    ['deviceId,event,time\nMC1,OPEN,2022-03-27T08:05:00\n', ['MC1 2022-03-27 08:05 开']],
    [
      '某厂门磁平台\n导出\n编号\t事件时间\t动作\nMC1\t3月27日8时5分\t关闭\n',
      ['MC1 2022-03-27 08:05 关'],
    ],
    [
      '设备编号,时间,状态\n,2022-03-27 08:05,开\nMC1,昨天,开\nMC1,2022-03-27 08:05,离线\n',
      ['2 noSensor', '3 noTime', '4 noMotion'],
    ],
    ['设备编号,电量\nMC1,90\n', 'noHeader'],
    ['', 'noHeader'],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is read in the encoding of Chinese spreadsheets', () => {
    // 设备编号,时间,状态 and 开 in GB 18030
    const head = [0xc9, 0xe8, 0xb1, 0xb8, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xca, 0xb1, 0xbc, 0xe4];
    const state = [0x2c, 0xd7, 0xb4, 0xcc, 0xac, 0x0a];
    const row = [...utf8('MC1,2022-03-27 08:05,'), 0xbf, 0xaa, 0x0a];
    const found = readSensorEvents(new Uint8Array([...head, ...state, ...row]), today);
    expect(found.ok && found.value.events).toEqual([
      { sensor: 'MC1', at: on(27, 8, 5), motion: '开' },
    ]);
  });
});

describe('what it adds', () => {
  const opened: SensorEvent = { sensor: 'mc-00001', at: on(27, 8, 5), motion: '开' };
  const closed: SensorEvent = { sensor: 'MC00001', at: on(27, 8, 6), motion: '关' };
  const sensor = rowOf('s', { number: 'MC00001', events: [{ at: on(27, 8, 6), motion: '关' }] });

  it('stands with what was there, in the order of time', () => {
    const plan = planEvents([closed, opened, opened], [sensor]);
    expect(plan.changes[0]?.values['events']).toEqual([
      { at: opened.at, motion: '开' },
      { at: closed.at, motion: '关' },
    ]);
    expect([plan.added, plan.known]).toEqual([1, 2]);
  });

  it('is nothing the second time', () => {
    const [change] = planEvents([opened, closed], [sensor]).changes;
    const after = rowOf('s', {
      number: 'MC00001',
      ...change?.values,
      events: change?.values['events'] ?? [],
    });
    expect(planEvents([opened, closed], [after])).toEqual({
      changes: [],
      added: 0,
      known: 2,
      strangers: [],
    });
  });

  it('leaves out sensors that nobody has installed, and names them once', () => {
    const stranger = { ...opened, sensor: 'X9' };
    expect(planEvents([stranger, stranger], [sensor])).toMatchObject({
      added: 0,
      strangers: ['X9'],
    });
  });
});
