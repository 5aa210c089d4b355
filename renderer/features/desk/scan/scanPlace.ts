import { birthOf, identityCheckDigit } from '../../../../shared/fields/identityNumber';

/** Where a scanned code belongs, or why it belongs nowhere. */
export type ScanPlace =
  | { readonly field: 'plate' | 'documentNumber' | 'permit' | 'phone'; readonly text: string }
  | { readonly field: 'refused'; readonly why: RefusedScan };

export type RefusedScan =
  /** Nothing the desk knows: a product, a web address. */
  | 'scanUnknown'
  /** An identity number whose check digit or birth date is wrong: a character was misread. */
  | 'scanMisread'
  /** Nearly an identity number or a permit: characters are missing or doubled. */
  | 'scanIncomplete';

const identityNumber = /^\d{17}[\dX]$/;
/** Six digits of the division and six of the serial. */
const permitNumber = /^(?:[A-Z]{0,6}[-:]?)?(\d{12})$/;
const plateWithProvince = /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}$/u;
const plateOfHome = /^[A-HJ-NP-Z](?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z0-9]{5,6}$/;
const mobile = /^1[3-9]\d{9}$/;
const nearlyIdentityNumber = /^(?:\d{15,17}|\d{14,16}X|\d{19,20}|\d{18,19}X)$/;
const nearlyPermitNumber = /^(?:[A-Z]{0,6}[-:]?)?41(?:\d{9}|\d{11})$/;

/**
 * By its shape alone; `home` is the county's own prefix (豫H), whose province a bare plate gets. Caps
 * lock and full-width characters are put right; a code that came twice in a row is taken once.
 */
export function placeScan(text: string, home: string): ScanPlace {
  const code = text
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toUpperCase();
  const half = code.slice(0, code.length / 2);
  const place = placeCode(code, home) ?? (half + half === code ? placeCode(half, home) : undefined);
  if (place) return place;
  const nearly = nearlyIdentityNumber.test(code) || nearlyPermitNumber.test(code);
  return { field: 'refused', why: nearly ? 'scanIncomplete' : 'scanUnknown' };
}

function placeCode(code: string, home: string): ScanPlace | undefined {
  if (identityNumber.test(code)) {
    const isWhole = identityCheckDigit(code.slice(0, 17)) === code.charAt(17) && birthOf(code);
    return isWhole
      ? { field: 'documentNumber', text: code }
      : { field: 'refused', why: 'scanMisread' };
  }
  const permit = permitNumber.exec(code)?.[1];
  if (permit) return { field: 'permit', text: permit };
  if (plateWithProvince.test(code)) return { field: 'plate', text: code };
  if (mobile.test(code)) return { field: 'phone', text: code };
  if (plateOfHome.test(code)) return { field: 'plate', text: home.slice(0, 1) + code };
  return undefined;
}

/**
 * What a clerk leaves out of a local plate: `A3829` and `HA3829` are 豫HA3829. Anything else stays as
 * typed: `A12345` may be 豫A12345 or a new-energy 豫HA12345, and a wrong guess would be a wrong record.
 */
export function completePlate(text: string, home: string): string {
  const code = plateCode(text);
  if (!/\d/.test(code) || !/^[A-HJ-NP-Z0-9]+$/.test(code)) return code;
  const city = home.slice(1);
  if (code.length === 5) return home + code;
  if (code.startsWith(city) && (code.length === 6 || code.length === 7)) return home[0] + code;
  return code;
}

/** The beginning of a plate of which so much is typed: `A38` and `HA38` are 豫HA38; blank below two. */
export function begunPlate(text: string, home: string): string {
  const code = plateCode(text);
  if (code.length < 2) return '';
  if (!/^[A-HJ-NP-Z][A-HJ-NP-Z0-9]*$/.test(code)) return code;
  return code.startsWith(home.slice(1)) ? home.slice(0, 1) + code : home + code;
}

const plateCode = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s·•・.-]/g, '')
    .toUpperCase();
