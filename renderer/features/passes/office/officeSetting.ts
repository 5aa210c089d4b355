import { z } from 'zod';
import type { RandomBytes } from '../../../../shared/kernel/ids';
import type { StoreReading } from '../../../store/contract';

const setting = z.object({
  version: z.literal(1),
  /** Names this device among the holders of serials; read out to whoever gives it some. */
  holder: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
  /** Six digits of GB/T 2260. */
  division: z.string().regex(/^\d{6}$/),
  /** No serial below it: for a device that was restored from a backup of before. */
  atLeast: z.number().int().min(1),
});

/** What this device is among those that issue passes; a sealed setting of the event. */
export type Office = Readonly<z.infer<typeof setting>>;

export const officeSetting = 'passes.office';

export async function readOffice(store: StoreReading): Promise<Office | undefined> {
  const text = await store.setting(officeSetting);
  if (text === undefined) return undefined;
  try {
    return setting.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // no JSON
  }
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Forty random bits as `7K4Q-2M9X`: short enough to be read out, and nobody else's. */
export function newHolder(random: RandomBytes): string {
  const text = [...random(8)].map((byte) => digits.charAt(byte & 31)).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A code as it was heard and typed, in the form in which it is kept; undefined where it is none. */
export function readHolder(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain)
    ? `${plain.slice(0, 4)}-${plain.slice(4)}`
    : undefined;
}
