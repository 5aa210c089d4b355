import { cellCode, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec } from './codec';
import { compareCode } from './collate';
import { blank, finding, read, unreadable } from './parsed';

interface Division {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** GB/T 2260: the city and its counties. The demonstration zone has no code of its own. */
export const divisions: readonly Division[] = [
  { code: '410800', zh: '焦作市', en: 'Jiaozuo' },
  { code: '410802', zh: '解放区', en: 'Jiefang' },
  { code: '410803', zh: '中站区', en: 'Zhongzhan' },
  { code: '410804', zh: '马村区', en: 'Macun' },
  { code: '410811', zh: '山阳区', en: 'Shanyang' },
  { code: '410821', zh: '修武县', en: 'Xiuwu' },
  { code: '410822', zh: '博爱县', en: "Bo'ai" },
  { code: '410823', zh: '武陟县', en: 'Wuzhi' },
  { code: '410825', zh: '温县', en: 'Wenxian' },
  { code: '410882', zh: '沁阳市', en: 'Qinyang' },
  { code: '410883', zh: '孟州市', en: 'Mengzhou' },
];

const byCode = new Map(divisions.map((division) => [division.code, division]));
const byName = new Map(
  divisions.flatMap(({ code, zh, en }) => {
    const short = zh.slice(0, -1);
    const names = [zh, en.toLowerCase(), en.toLowerCase().replace("'", '')];
    // 温 alone is no name of a county; the others are called without 县, 区 or 市
    if (short.length > 1) names.push(short);
    return names.map((name) => [name, code] as const);
  }),
);
// the province codes of GB/T 2260
const code6 = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}$/;

function codeOf(text: string): string | undefined {
  const bare = withoutBlanks(codeText(text)).toLowerCase();
  if (code6.test(bare)) return bare;
  const longCode = /^(\d{6})(?:0{3}|0{6})$/.exec(bare)?.[1];
  if (longCode && code6.test(longCode)) return longCode;
  const name = bare.replace(/^(?:河南省)?(?:河南)?(?=焦作)/, '');
  return byName.get(name) ?? byName.get(name.replace(/^焦作市?/, ''));
}

export function divisionName(code: string, language: 'zh' | 'en'): string | undefined {
  return byCode.get(code)?.[language];
}

/** Six digits of GB/T 2260, read from the code or the name, shown as the name where it is known. */
export const divisionCodec: Codec<string> = {
  parse(cell) {
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    const text = raw.value;
    const code = codeOf(text);
    if (code) return read(code);
    if (text.includes('示范区')) {
      return read('410800', [finding('division.noCodeOfItsOwn', { text })]);
    }
    return text === '' ? blank : unreadable('division.unknown', { text });
  },
  normalise: (value) => codeOf(value) ?? value,
  toText: (value, language) => divisionName(value, language) ?? value,
  toCell: (value) => textCell(divisionName(value, 'zh') ?? value),
  compare: compareCode,
};
