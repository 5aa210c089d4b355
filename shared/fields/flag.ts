import { cellCode, textCell } from './cellText';
import type { Codec } from './codec';
import { read, unreadable } from './parsed';

const yes = new Set(['是', '有', '对', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1', '已']);
const no = new Set([
  '否',
  '无',
  '不是',
  '没有',
  '×',
  '✗',
  '✘',
  '☐',
  'x',
  'n',
  'no',
  'false',
  '0',
  '未',
]);

/** 是 or 否, and the ticks and crosses clerks put. */
export const flagCodec: Codec<boolean> = {
  parse(cell) {
    if (cell.type === 'boolean') return read(cell.boolean);
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    const text = raw.value.toLowerCase();
    if (yes.has(text)) return read(true);
    return no.has(text) ? read(false) : unreadable('flag.form');
  },
  normalise: (value) => value,
  toText: (value, language) => (language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  toCell: (value) => textCell(value ? '是' : '否'),
  compare: (left, right) => Number(left) - Number(right),
};
