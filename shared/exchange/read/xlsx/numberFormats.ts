import { attributesOf } from './attributeScan';
import { nameCode, type Stop, type XmlHandler } from './xmlTokens';
import { meant } from './xmlText';

/**
 * The formats that files name by number only (ECMA-376 part 1, 18.8.30), as SheetJS spells them. 27
 * to 36 and 50 to 58 are what they are in Chinese: dates, though other programs take them for
 * numbers.
 */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const names = {
  numFmt: nameCode('numFmt'),
  cellXfs: nameCode('cellXfs'),
  xf: nameCode('xf'),
};

/** The number format of every cell style of a workbook. */
export class NumberFormats implements XmlHandler {
  stop: Stop | undefined;
  readonly #own = new Map<number, string>();
  readonly #ofStyle: number[] = [];
  #inCellStyles = false;

  open(name: number, bytes: Uint8Array, from: number, to: number, isEmpty: boolean): void {
    if (name === names.cellXfs) this.#inCellStyles = !isEmpty;
    else if (name === names.xf && this.#inCellStyles) {
      this.#ofStyle.push(Number(attributesOf(bytes, from, to).get('numFmtId') ?? 0));
    } else if (name === names.numFmt) {
      const attributes = attributesOf(bytes, from, to);
      const code = attributes.get('formatCode');
      if (code !== undefined) this.#own.set(Number(attributes.get('numFmtId')), meant(code));
    }
  }

  close(name: number): void {
    if (name === names.cellXfs) this.#inCellStyles = false;
  }

  text(): void {
    // formats stand in attributes
  }

  /** By the number a cell's `s` names; undefined where it is General or nothing is known. */
  byStyle(): readonly (string | undefined)[] {
    return this.#ofStyle.map((id) => {
      const code = this.#own.get(id) ?? builtIn[id];
      return code === 'General' ? undefined : code;
    });
  }
}
