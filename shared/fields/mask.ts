import type { Field, StoredValue } from '../ledger/field';
import { codecFor } from './codecFor';

const stars = '******';

/**
 * What a screen or a masked workbook shows of a sensitive value: enough to recognise, not to know.
 * The same number of stars whatever is hidden, where its length would tell something.
 */
export function maskValue(field: Field, value: StoredValue): string {
  const text = () => codecFor(field).toText(value, 'zh');
  switch (field.kind) {
    case 'identityNumber':
    case 'documentNumber':
    case 'creditCode':
      return maskNumber(text());
    case 'name':
      return maskName(text());
    case 'phone':
      return text().split('、').map(maskPhone).join('、');
    case 'plate':
      return maskEnds(text(), 2, 2);
    case 'group':
      return maskGroup(field, value);
    case 'text':
    case 'longText':
    case 'division':
      return maskEnds(text(), 2, 0);
    case 'date':
    case 'instant':
    case 'integer':
    case 'quantity':
    case 'temperature':
    case 'flag':
    case 'choice':
    case 'choices':
    case 'reference':
      return stars;
  }
}

/** `410899199001010016` → `4108******0016`; short numbers keep one character at each end. */
function maskNumber(number: string): string {
  return number.length >= 12 ? maskEnds(number, 4, 4) : maskEnds(number, 1, 1);
}

/** `张三` → `张*`, `张三丰` → `张**`; names of several parts keep the first character only. */
function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)));
}

/** `13800138000` → `138****8000`, `0391-7191234` → `0391-****234`. */
function maskPhone(phone: string): string {
  const dash = phone.indexOf('-');
  if (dash > 0) return `${phone.slice(0, dash + 1)}****${phone.slice(dash + 1).slice(-3)}`;
  return phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `****${phone.slice(-2)}`;
}

/** Shows the ends only of what is half as long again as they are; anything shorter not at all. */
function maskEnds(text: string, head: number, tail: number): string {
  const characters = [...text];
  if (characters.length < (head + tail) * 1.5) return stars;
  return (
    characters.slice(0, head).join('') + stars + (tail > 0 ? characters.slice(-tail).join('') : '')
  );
}

function maskGroup(field: Field, value: StoredValue): string {
  const inner = Object.entries(field.entry ?? {});
  if (!Array.isArray(value)) return stars;
  return value
    .map((entry: unknown) => {
      const values = new Map(Object.entries(entry ?? {}));
      return inner
        .map(([name, part]) => {
          const one: unknown = values.get(name);
          if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean')
            return '';
          return part.sensitive ? maskValue(part, one) : codecFor(part).toText(one, 'zh');
        })
        .filter((text) => text !== '')
        .join(' ');
    })
    .join('；');
}
