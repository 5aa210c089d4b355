import type { Language } from '../../fields/codec';
import { dateOf, toInstant } from '../../kernel/time';
import { workbookWords } from '../write/words';
import type { Manifest } from './manifest';

const namedLedgers = 2;

/** `县指挥部-卡点通行登记、通行证-20220327-003.xlsx`: unit, ledgers, day, running number, part. */
export function parcelFileName(manifest: Omit<Manifest, 'payload'>, language: Language): string {
  const { sender, ledgers, sentAt, number, part } = manifest;
  const words = workbookWords[language];
  const titles = ledgers.slice(0, namedLedgers).map(({ title }) => title);
  const more = ledgers.length > namedLedgers ? words.andMore(ledgers.length) : '';
  const parts = [
    sender.unit === '' ? sender.deviceName : sender.unit,
    ...(titles.length > 0 ? [titles.join('、') + more] : []),
    dateOf(toInstant(sentAt)).replaceAll('-', ''),
    String(number).padStart(3, '0'),
    ...(part.of > 1 ? [words.part(part.index, part.of)] : []),
  ];
  return `${parts.map(clean).join('-')}.xlsx`;
}

/** What Windows does not allow in a name, and dashes that would blur the parts. */
function clean(text: string): string {
  return text.replace(/[\\/:*?"<>|\u0000-\u001f-]/g, ' ').trim();
}
