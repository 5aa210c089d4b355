import { codecFor } from '../fields/codecFor';
import { defaultReadLimits } from '../exchange/read/limits';
import type { ReadProblem } from '../exchange/read/readProblem';
import { decodeText, readDelimited } from '../exchange/read/readText';
import { failed, ok, type Result } from '../kernel/result';
import { toInstant, type Instant, type IsoDate } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { textAt } from '../todos/rowValues';
import { entriesAt } from './entries';
import { groupBy } from './groupRows';
import type { WorkChange } from './workList';

export interface SensorEvent {
  readonly sensor: string;
  readonly at: Instant;
  readonly motion: '开' | '关';
}

/** A line of the maker's file that says nothing that can be kept, and why. */
export interface UnreadEvent {
  /** As a text editor counts it, from 1. */
  readonly line: number;
  readonly why: 'noSensor' | 'noTime' | 'noMotion';
}

export interface ReadEvents {
  readonly events: readonly SensorEvent[];
  readonly unread: readonly UnreadEvent[];
}

export type EventsProblem = ReadProblem | { readonly tag: 'noHeader' };

/** Makers name their columns as they like; compared without blanks, brackets, case and width. */
const headers = {
  sensor: ['设备编号', '设备号', '设备id', '编号', 'imei', 'sn', 'deviceid', 'device', 'deviceno'],
  time: [
    '时间',
    '事件时间',
    '上报时间',
    '发生时间',
    '开关时间',
    'time',
    'timestamp',
    'eventtime',
    'date',
  ],
  motion: [
    '状态',
    '动作',
    '事件',
    '事件类型',
    '开关',
    '门状态',
    'event',
    'status',
    'state',
    'action',
  ],
} as const;
const openWords = ['开', '开门', '打开', '开启', '门开', 'open', 'opened', '1', 'on', 'true'];
const closeWords = ['关', '关门', '关闭', '门关', 'close', 'closed', '0', 'off', 'false'];
const headerLines = 10;
const momentField = field.instant('时间', 'Time');

/**
 * The events of door sensors as their maker exports them: a delimited text in any of the usual
 * encodings, one line an opening or closing. Problems: what keeps a text from being read at all,
 * and `noHeader` where none of the first lines names sensor, time and motion.
 */
export function readSensorEvents(
  bytes: Uint8Array,
  today: IsoDate,
): Result<ReadEvents, EventsProblem> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const workbook = readDelimited(decoded.value, 'events', defaultReadLimits);
  if (!workbook.ok) return workbook;
  const [sheet] = workbook.value.sheets;
  if (!sheet) return failed({ tag: 'noHeader' });
  const rows = sheet.rows.map((cells) =>
    cells.map((cell) => (cell.type === 'text' ? cell.text.trim() : '')),
  );
  const head = rows.slice(0, headerLines).findIndex((cells) => columnsOf(cells) !== undefined);
  const columns = columnsOf(rows[head] ?? []);
  if (!columns) return failed({ tag: 'noHeader' });
  const events: SensorEvent[] = [];
  const unread: UnreadEvent[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index <= head) continue;
    const line = sheet.rowNumbers[index] ?? index + 1;
    const sensor = cells[columns.sensor] ?? '';
    const at = momentOf(cells[columns.time] ?? '', today);
    const motion = motionOf(cells[columns.motion] ?? '');
    if (sensor === '') unread.push({ line, why: 'noSensor' });
    else if (at === undefined) unread.push({ line, why: 'noTime' });
    else if (motion === undefined) unread.push({ line, why: 'noMotion' });
    else events.push({ sensor, at, motion });
  }
  return ok({ events, unread });
}

export interface EventsPlan {
  /** One for each sensor that has something new. */
  readonly changes: readonly WorkChange[];
  readonly added: number;
  /** Were there before, or stand in the file twice. */
  readonly known: number;
  /** Numbers of sensors that are not in the ledger, each once. */
  readonly strangers: readonly string[];
}

/** What the events add to the sensors of the ledger. The same file again adds nothing. */
export function planEvents(events: readonly SensorEvent[], sensors: readonly Row[]): EventsPlan {
  const bySensor = new Map(sensors.map((row) => [plain(textAt(row, 'number') ?? ''), row]));
  const changes: WorkChange[] = [];
  const strangers: string[] = [];
  let added = 0;
  let known = 0;
  for (const [key, own] of groupBy(events, ({ sensor }) => plain(sensor))) {
    const row = bySensor.get(key);
    if (!row) {
      strangers.push(own[0]?.sensor ?? key);
      continue;
    }
    const kept = entriesAt(row, 'events', 'at').map(({ entry }) => entry);
    const seen = new Set(kept.map(({ at, motion }) => `${String(at)} ${String(motion)}`));
    const fresh = own.flatMap(({ at, motion }) => {
      const id = `${at} ${motion}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ at, motion }];
    });
    added += fresh.length;
    known += own.length - fresh.length;
    if (fresh.length === 0) continue;
    const all = [...kept, ...fresh].sort((left, right) => Number(left['at']) - Number(right['at']));
    changes.push({ type: 'update', ledger: 'door-sensors', row: row.id, values: { events: all } });
  }
  return { changes, added, known, strangers };
}

interface EventColumns {
  readonly sensor: number;
  readonly time: number;
  readonly motion: number;
}

function columnsOf(cells: readonly string[]): EventColumns | undefined {
  const at = (names: readonly string[]) => cells.findIndex((cell) => names.includes(plain(cell)));
  const columns = {
    sensor: at(headers.sensor),
    time: at(headers.time),
    motion: at(headers.motion),
  };
  return Object.values(columns).every((index) => index >= 0) ? columns : undefined;
}

/** Days and times as people write them; seconds or milliseconds since 1970 as machines do. */
function momentOf(text: string, today: IsoDate): Instant | undefined {
  if (/^\d{10}$/.test(text)) return toInstant(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return toInstant(Number(text));
  const written = text.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(:\d{2})?)(\.\d+)?$/, '$1 $2');
  const parsed = codecFor(momentField).parse({ type: 'text', text: written }, { reportOn: today });
  return parsed.state === 'value' && typeof parsed.value === 'number'
    ? toInstant(parsed.value)
    : undefined;
}

function motionOf(text: string): SensorEvent['motion'] | undefined {
  const word = plain(text);
  if (openWords.includes(word)) return '开';
  return closeWords.includes(word) ? '关' : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s()\[\]_\-:]/g, '')
    .toLowerCase();
}
