import { cellText, oneLine, textCell, toHalfWidth } from './cellText';
import type { Codec, Finding } from './codec';
import { compareText } from './collate';
import { blank, finding, read } from './parsed';

// the dots that keyboards and old encodings give for the one between parts of a name
const middleDots = /[\u2022\u2027\u2219\u22C5\u30FB\u25CF\uFF65\u16EB\u2024\u0387]/g;
const blankBesideHan = /(?<=[\p{Script=Han}·]) | (?=[\p{Script=Han}·])/gu;
const dotBetweenHan = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
/** As most names are: nothing about them to make uniform or to wonder at. */
const onlyHan = /^[\u4E00-\u9FFF]+$/;
const privateUse = /\p{Private_Use}/u;

/** `张 三` → `张三`; `阿里木•买买提` → `阿里木·买买提`; Latin names keep single blanks. */
function normalise(value: string): string {
  if (onlyHan.test(value)) return value;
  return oneLine(
    oneLine(toHalfWidth(value).normalize('NFC'))
      .replace(middleDots, '·')
      .replace(dotBetweenHan, '·')
      .replace(blankBesideHan, ''),
  );
}

function oddities(name: string): readonly Finding[] {
  if (onlyHan.test(name)) return [];
  const warnings: Finding[] = [];
  if (/[?\uFFFD]/.test(name)) warnings.push(finding('name.lostCharacter'));
  // GB 18030 once put rare characters there; the font of another machine may show something else
  if (privateUse.test(name)) warnings.push(finding('name.privateUseCharacter'));
  if (/[0-9:;,，、；：/]/.test(name)) warnings.push(finding('name.unlikely'));
  return warnings;
}

/** Names of people: rare characters (any plane) stay as they are. */
export const nameCodec: Codec<string> = {
  parse(cell) {
    const raw = cellText(cell);
    if (raw.state !== 'value') return raw;
    const value = normalise(raw.value);
    if (value === '' || /^[-—/\\]+$/.test(value)) return blank;
    return read(value, oddities(value));
  },
  normalise,
  toText: (value) => value,
  toCell: textCell,
  compare: compareText,
};
