import { cellCode, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec, Finding } from './codec';
import { compareText } from './collate';
import { blank, finding, read, unreadable } from './parsed';

const province = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const letter = 'A-HJ-NP-Z';
/** GA 36-2018: ordinary, trailer 挂, learner 学, police 警, Hong Kong and Macao, new energy. */
const ordinary = new RegExp(
  `^[${province}](?:` +
    `[${letter}][${letter}0-9]{5}` +
    `|[${letter}][${letter}0-9]{4}[挂学警]` +
    `|Z[${letter}0-9]{4}[港澳]` +
    `|[${letter}][A-HJK][${letter}0-9][0-9]{4}` +
    `|[${letter}][0-9]{5}[${letter}]` +
    `)$`,
);
const hongKongMacao = /[港澳]$/;
const special = new RegExp(
  `^(?:` +
    `[军空海北沈兰济南广成VKHBSLJNGCEZ][A-Z][0-9A-Z]{5}` + // armed forces, 2004 and 2012 forms
    `|WJ[${province}]?[0-9A-Z]{5,6}` + // armed police
    `|使[0-9]{6}|[0-9]{6}使|.?[A-Z]?[0-9A-Z]{3,6}领` + // embassies and consulates
    `|临.*|.*临|.*临时.*|.*[试超]` + // temporary
    `|[${province}][0-9]{2}[0-9A-Z]{4,6}|拖拉机.*` + // tractors
    `|无|无牌|无号牌|无车牌|未上牌|未挂牌` +
    `)$`,
);

function normalise(value: string): string {
  return withoutBlanks(codeText(value))
    .replace(/[·•・‧∙.\-—–_'’"]/g, '')
    .toUpperCase();
}

function oddity(plate: string): Finding | undefined {
  const isOrdinary = ordinary.test(plate) && (!hongKongMacao.test(plate) || plate[0] === '粤');
  if (isOrdinary) return undefined;
  return finding(special.test(plate) ? 'plate.special' : 'plate.unrecognised');
}

/** Plates of vehicles; what no standard describes is kept as typed and warned about. */
export const plateCodec: Codec<string> = {
  parse(cell) {
    if (cell.type === 'text' && ordinary.test(cell.text) && !oddity(cell.text))
      return read(cell.text);
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    const value = normalise(raw.value);
    if (value === '') return blank;
    if (value.length > 30) return unreadable('plate.form');
    const odd = oddity(value);
    return odd ? read(value, [odd]) : read(value);
  },
  normalise,
  toText: (value) => value,
  toCell: textCell,
  compare: compareText,
};
