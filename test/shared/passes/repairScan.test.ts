import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairScan } from '../../../shared/passes/repairScan';
import { content, issue } from './issuing';

const text = await issue();
const put = (scanned: string) => {
  const read = repairScan(scanned);
  return read.ok ? read.value : read.problem.tag;
};
const mended = { text, repaired: true, pass: expect.objectContaining({ content }) };

const swapCase = (code: string) =>
  code.replace(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
const fullWidth = (code: string) =>
  code.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const signs: Readonly<Record<string, string>> = {
  $: '￥',
  '.': '。',
  '/': '、',
  ':': '：',
  '*': '×',
};
const inputMethod = (code: string) => code.replace(/[$./:*]/g, (sign) => signs[sign] ?? sign);

describe('a scanned pass', () => {
  it('is taken as it is when nothing is wrong with it', () => {
    expect(put(text)).toMatchObject({ text, repaired: false });
    expect(put(`${text}\r\n`)).toMatchObject({ text, repaired: false });
  });

  it.each([
    ['caps lock', swapCase(text)],
    ['full-width characters', fullWidth(text)],
    ['the signs of an input method', inputMethod(text)],
    ['all three', inputMethod(fullWidth(swapCase(text)))],
    ['the code read twice', text + text],
    ['the first character lost', text.slice(1)],
    ['the colon lost', text.replace(':', '')],
    ['the first character doubled', `T${text}`],
    ['line breaks inside', `${text.slice(0, 40)}\r\n${text.slice(40)}`],
  ])('is put right after %s', (_what, scanned) => expect(put(scanned)).toMatchObject(mended));

  it('is put right when any one character was lost or doubled', { timeout: 60_000 }, () => {
    const ends = [...Array(12).keys()].flatMap((index) => [index, text.length - 1 - index]);
    const places = fc.sample(fc.nat({ max: text.length - 1 }), 60);
    for (const index of [...ends, ...places]) {
      const lost = text.slice(0, index) + text.slice(index + 1);
      const doubled = text.slice(0, index + 1) + text.slice(index);
      for (const scanned of [lost, doubled]) {
        const result = put(scanned);
        if (typeof result === 'string') expect.fail(`${result} at ${index}: ${scanned}`);
        else expect(result.text).toBe(text);
      }
    }
  });

  it(
    'is never put wrong: what comes out was signed so, or it is refused',
    { timeout: 60_000 },
    () => {
      const slip = fc.record({
        index: fc.nat({ max: text.length - 1 }),
        what: fc.constantFrom('lose', 'double', 'change'),
        character: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      });
      fc.assert(
        fc.property(fc.array(slip, { minLength: 2, maxLength: 5 }), (slips) => {
          let scanned = text;
          for (const { index, what, character } of slips) {
            const kept = what === 'double' ? scanned.slice(index) : scanned.slice(index + 1);
            const changed = what === 'change' ? character : '';
            const upTo = what === 'double' ? index + 1 : index;
            scanned = scanned.slice(0, upTo) + changed + kept;
          }
          const result = put(scanned);
          if (typeof result === 'string')
            expect(result).toMatch(/^(garbled|notAPass|newerFormat)$/);
          else expect(result.text).toBe(text);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each(['410821000123', '豫H12345', '41089919900101001X', 'T', 'TX', 'https://例.cn/', ''])(
    'is not seen in “%s”',
    (scanned) => expect(put(scanned)).toBe('notAPass'),
  );
});
