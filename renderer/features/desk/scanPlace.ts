/** Where a scanned code belongs. */
export interface ScanPlace {
  readonly field: 'plate' | 'documentNumber' | 'permit' | 'phone' | 'unknown';
  readonly text: string;
}

const identityNumber = /^\d{17}[\dX]$/;
/** Six digits of the division and six of the serial. */
const permitNumber = /^(?:[A-Z]{0,6}[-:]?)?(\d{12})$/;
const plateWithProvince = /^\p{Script=Han}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}$/u;
const plateOfHome = /^[A-HJ-NP-Z](?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z0-9]{5,6}$/;
const mobile = /^1[3-9]\d{9}$/;

/** By its shape alone; `home` is the county's own prefix (豫H), whose province a bare plate gets. */
export function placeScan(text: string, home: string): ScanPlace {
  const code = text
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toUpperCase();
  if (identityNumber.test(code)) return { field: 'documentNumber', text: code };
  const permit = permitNumber.exec(code)?.[1];
  if (permit) return { field: 'permit', text: permit };
  if (plateWithProvince.test(code)) return { field: 'plate', text: code };
  if (mobile.test(code)) return { field: 'phone', text: code };
  if (plateOfHome.test(code)) return { field: 'plate', text: home.slice(0, 1) + code };
  return { field: 'unknown', text: text.slice(0, 60) };
}

/**
 * What a clerk leaves out of a local plate: `A3829` and `HA3829` are 豫HA3829. Anything else stays as
 * typed: `A12345` may be 豫A12345 or a new-energy 豫HA12345, and a wrong guess would be a wrong record.
 */
export function completePlate(text: string, home: string): string {
  const code = text
    .normalize('NFKC')
    .replace(/[\s·•・.-]/g, '')
    .toUpperCase();
  if (!/\d/.test(code) || !/^[A-HJ-NP-Z0-9]+$/.test(code)) return code;
  const city = home.slice(1);
  if (code.length === 5) return home + code;
  if (code.startsWith(city) && (code.length === 6 || code.length === 7)) return home[0] + code;
  return code;
}
