import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { nameInitials } from '../../../../renderer/store/table/nameInitials';
import { seededRandom } from '../../../../shared/sample/random';
import { inventName } from '../../../../shared/sample/people';

const whole = (name: string) =>
  pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' })
    .join('')
    .toLowerCase();

it.each([
  ['张三', 'zs'],
  ['单春', 'sc'],
  ['仇例', 'ql'],
  ['万俟例春', 'mqlc'],
  ['欧阳例', 'oyl'],
  ['阿例·春提', 'al·ct'],
  ['Li Ming', 'li ming'],
  ['𠅤例', 'xl'],
])('reads %s as %s', (name, initials) => expect(nameInitials(name)).toBe(initials));

it('reads every name as the dictionary does', () => {
  const random = seededRandom(3);
  for (let name = 0; name < 20_000; name++) {
    const text = inventName(random);
    expect(nameInitials(text)).toBe(whole(text));
  }
});

it('reads any characters as the dictionary does', () => {
  const character = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(...'王李张刘陈杨曾单仇解任朴区查盖翟长重乐行都大中人天子不一了着'),
    },
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 5 }), (characters) => {
      const text = characters.join('');
      expect(nameInitials(text)).toBe(whole(text));
    }),
    { numRuns: Number(process.env['COUNTYLINE_RUNS'] ?? 3000) },
  );
});
