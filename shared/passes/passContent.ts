import { failed, ok, type Result } from '../kernel/result';
import {
  addDays,
  parseIsoDate,
  startOfDay,
  toInstant,
  type Instant,
  type IsoDate,
} from '../kernel/time';
import { utf8Bytes, utf8Text } from '../kernel/utf8';
import type { PermitOnHand } from './situation';

const transports = ['县域内', '市内跨县', '跨市'] as const;

/** What the code on a pass says: enough to judge by where the pass itself is not in the ledger. */
export interface PassContent {
  /** Six digits of the division, six of the serial. */
  readonly number: string;
  readonly transport: (typeof transports)[number];
  readonly plate: string;
  /** The last four characters of the driver's document number; the rest stays off the paper. */
  readonly driverTail: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate;
  /** Whole minutes. */
  readonly issuedAt: Instant;
  readonly origin: string;
  readonly destination: string;
  readonly goods: string;
  readonly checkpointMarks: readonly number[];
  /** Hours, to one decimal; absent where the pass names none. */
  readonly expectedHours?: number | undefined;
}

export type ContentProblem =
  | { readonly tag: 'number' | 'plate' | 'driver' | 'validity' | 'issuedAt' | 'route' | 'hours' }
  | { readonly tag: 'truncated' | 'trailing' | 'text' | 'transport' };

const epoch = startOfDay(parseIsoDate('2020-01-01') ?? ('2020-01-01' as IsoDate)); // a real day
const dayMs = 86_400_000;
const minuteMs = 60_000;
const mostMarks = 8;
const mostTenths = 0xffff;
/** Bytes of UTF-8; with these a code fits QR version 10 at level M whatever the pass says. */
const most = { plate: 20, origin: 27, destination: 27, goods: 18 };

/** Longer places and goods are cut at a character: the paper has them in full. */
export function contentBytes(content: PassContent): Result<Uint8Array, ContentProblem> {
  const { number, driverTail, checkpointMarks, expectedHours } = content;
  const bytes: number[] = [];
  const put = (value: number, length: number) => {
    for (let shift = length - 1; shift >= 0; shift--)
      bytes.push(Math.floor(value / 256 ** shift) % 256);
  };
  if (!/^\d{12}$/.test(number)) return failed({ tag: 'number' });
  put(Number(number), 5);
  const firstDay = (startOfDay(content.validFrom) - epoch) / dayMs;
  const days = (startOfDay(content.validUntil) - startOfDay(content.validFrom)) / dayMs;
  if (firstDay < 0 || firstDay > 0xffff || days < 0 || days > 0xff)
    return failed({ tag: 'validity' });
  put(firstDay, 2);
  put(days, 1);
  const minutes = Math.floor((content.issuedAt - epoch) / minuteMs);
  if (minutes < 0 || minutes > 0xffffffff) return failed({ tag: 'issuedAt' });
  put(minutes, 4);
  const tenths = Math.round((expectedHours ?? 0) * 10);
  if (tenths < 0 || tenths > mostTenths) return failed({ tag: 'hours' });
  put(tenths, 2);
  if (!/^[0-9A-Z]{4}$/.test(driverTail)) return failed({ tag: 'driver' });
  bytes.push(...utf8Bytes(driverTail));
  if (checkpointMarks.length > mostMarks) return failed({ tag: 'route' });
  put(transports.indexOf(content.transport) * 16 + checkpointMarks.length, 1);
  for (const mark of checkpointMarks) put(mark, 2);
  const plate = utf8Bytes(content.plate);
  if (plate.length === 0 || plate.length > most.plate) return failed({ tag: 'plate' });
  for (const text of [
    plate,
    cut(content.origin, most.origin),
    cut(content.destination, most.destination),
    cut(content.goods, most.goods),
  ]) {
    bytes.push(text.length, ...text);
  }
  return ok(Uint8Array.from(bytes));
}

function cut(text: string, limit: number): Uint8Array {
  let bytes = new Uint8Array();
  for (const character of text) {
    const more = utf8Bytes(character);
    if (bytes.length + more.length > limit) break;
    bytes = Uint8Array.from([...bytes, ...more]);
  }
  return bytes;
}

/** The content of bytes from anywhere: refused unless they are exactly what `contentBytes` makes. */
export function readContent(bytes: Uint8Array): Result<PassContent, ContentProblem> {
  let at = 0;
  let isShort = false;
  const take = (length: number): Uint8Array => {
    isShort ||= at + length > bytes.length;
    const taken = bytes.subarray(at, at + length);
    at += length;
    return taken;
  };
  const number = (length: number) => take(length).reduce((sum, byte) => sum * 256 + byte, 0);
  const text = () => utf8Text(take(number(1)));

  const passNumber = String(number(5)).padStart(12, '0');
  const firstDay = number(2);
  const days = number(1);
  const minutes = number(4);
  const tenths = number(2);
  const driverTail = utf8Text(take(4));
  const kinds = number(1);
  const marks = Array.from({ length: Math.min(kinds & 15, mostMarks) }, () => number(2));
  const [plate, origin, destination, goods] = [text(), text(), text(), text()];
  if (isShort) return failed({ tag: 'truncated' });
  if (at < bytes.length) return failed({ tag: 'trailing' });
  const transport = transports[kinds >> 4];
  if (transport === undefined) return failed({ tag: 'transport' });
  if (passNumber.length !== 12) return failed({ tag: 'number' });
  if ((kinds & 15) > mostMarks) return failed({ tag: 'route' });
  if (driverTail === undefined || !/^[0-9A-Z]{4}$/.test(driverTail))
    return failed({ tag: 'driver' });
  if (plate === undefined || origin === undefined || destination === undefined) {
    return failed({ tag: 'text' });
  }
  if (goods === undefined) return failed({ tag: 'text' });
  if (plate === '') return failed({ tag: 'plate' });
  const validFrom = addDays('2020-01-01' as IsoDate, firstDay); // a real day
  return ok({
    number: passNumber,
    transport,
    plate,
    driverTail,
    validFrom,
    validUntil: addDays(validFrom, days),
    issuedAt: toInstant(epoch + minutes * minuteMs),
    origin,
    destination,
    goods,
    checkpointMarks: marks,
    ...(tenths === 0 ? {} : { expectedHours: tenths / 10 }),
  });
}

/** A genuine code in place of the ledger's record: valid, unless the list of voided passes knows better. */
export function permitOf(content: PassContent): PermitOnHand {
  const { driverTail, ...rest } = content;
  return { ...rest, driver: driverTail, status: '有效' };
}
