import { digits, inventPerson, type Person } from './people';
import { townships } from './places';
import type { Random } from './random';

export interface Vehicle {
  readonly plate: string;
  readonly plateColour: '蓝' | '黄' | '绿';
  readonly vehicleType: '小型客车' | '货车' | '半挂车' | '冷藏车';
  readonly driver: Person;
  readonly origin: string;
  readonly destination: string;
  readonly purpose: string;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const regions = [
  '豫H',
  '豫H',
  '豫H',
  '豫H',
  '豫H',
  '豫H',
  '豫A',
  '豫G',
  '豫U',
  '晋E',
  '冀D',
  '鲁P',
  '陕A',
];
const outside = [
  '焦作市山阳区',
  '焦作市马村区',
  '武陟县',
  '博爱县',
  '获嘉县',
  '郑州市',
  '新乡市',
  '晋城市',
];
const purposes = {
  小型客车: ['返乡', '通勤', '就医', '探亲', '公务'],
  货车: ['运送蔬菜', '运送粮食', '运送原料', '运送产品'],
  半挂车: ['运送煤炭', '运送原料', '运送产品', '过境运输'],
  冷藏车: ['运送冻品', '运送药品'],
} as const;

/** The plate of a serial number: no two vehicles of a fleet have the same. */
function plateOf(random: Random, serial: number, isGreen: boolean): string {
  const region = random.pick(regions);
  const number = digits(serial % 10_000, 4);
  const first = letters.charAt(Math.floor(serial / 10_000) % letters.length);
  return isGreen ? `${region}D${first}${number}` : `${region}${first}${number}`;
}

function invent(random: Random, serial: number): Vehicle {
  const chance = random.next();
  const vehicleType =
    chance < 0.62 ? '小型客车' : chance < 0.82 ? '货车' : chance < 0.96 ? '半挂车' : '冷藏车';
  const isGreen = vehicleType === '小型客车' && random.chance(0.08);
  const isInbound = random.chance(0.6);
  const here = `修武县${random.pick(townships)}`;
  const there = random.pick(outside);
  return {
    plate: plateOf(random, serial, isGreen),
    plateColour: isGreen ? '绿' : vehicleType === '小型客车' ? '蓝' : '黄',
    vehicleType,
    driver: inventPerson(random),
    origin: isInbound ? there : here,
    destination: isInbound ? here : there,
    purpose: random.pick(purposes[vehicleType]),
  };
}

export function inventFleet(random: Random, size: number): readonly Vehicle[] {
  return Array.from({ length: size }, (_, serial) => invent(random, serial));
}
