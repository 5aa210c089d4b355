import { creditCheckCharacter } from '../fields/creditCode';
import { identityCheckDigit } from '../fields/identityNumber';
import type { Random } from './random';

/**
 * Nobody is meant: the division 410899 was never assigned, the prefix 154 is in no operator's plan,
 * and every given name begins with a word for "example".
 */
const neverAssigned = '410899';
const unusedPrefix = '154';

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧',
  '欧阳',
  '司马',
];
const examples = [...'例样拟试'];
const given = [...'春夏秋冬晴朗山川江河湖海松竹梅兰东南西北石玉金木水火土云雨雪风星辰安宁平和'];
/** Characters that old encodings lose, as real names have them. */
const rare = ['䶮', '㛃', '𬭎', '𠅤', '犇', '玥', '堃'];

export interface Person {
  readonly name: string;
  readonly documentNumber: string;
  readonly phone: string;
}

export function inventName(random: Random): string {
  if (random.chance(0.004)) return `阿例·${random.pick(given)}提`;
  const last = random.chance(0.01) ? random.pick(rare) : random.pick(given);
  return random.pick(surnames) + random.pick(examples) + last;
}

export function inventPhone(random: Random): string {
  return unusedPrefix + digits(random.int(100_000_000), 8);
}

export function inventPerson(random: Random): Person {
  const birth = `${1950 + random.int(54)}${digits(1 + random.int(12), 2)}${digits(1 + random.int(28), 2)}`;
  const first17 = neverAssigned + birth + digits(random.int(1000), 3);
  return {
    name: inventName(random),
    documentNumber: first17 + identityCheckDigit(first17),
    phone: inventPhone(random),
  };
}

export function inventCreditCode(random: Random, serial: number): string {
  const first17 = `91${neverAssigned}MA${digits(serial, 5)}${digits(random.int(100), 2)}`;
  return first17 + creditCheckCharacter(first17);
}

export function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
