/**
 * Spreadsheet date serials. The 1900 system counts a 29 February 1900 that never was (serial 60),
 * so days before it are one off; the 1904 system counts from 1 January 1904 as 0.
 */
const dayMs = 86_400_000;
const before1900March = Date.UTC(1899, 11, 31);
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465;

/** Wall-clock milliseconds (as if UTC) rounded to the second; undefined where no such day exists. */
export function serialToWallMs(serial: number, system: 1900 | 1904 = 1900): number | undefined {
  if (!(serial >= 0) || serial >= lastSerial + 1) return undefined;
  const ms = Math.round(serial * 86_400) * 1_000;
  if (system === 1904) return epoch1904 + ms;
  const day = Math.floor(ms / dayMs);
  if (day < 1 || day === 60) return undefined;
  return (day < 60 ? before1900March : epoch1900) + ms;
}

/** The serial of a wall-clock time; undefined before March 1900, where programs disagree. */
export function wallMsToSerial(wallMs: number, system: 1900 | 1904 = 1900): number | undefined {
  const serial = (wallMs - (system === 1904 ? epoch1904 : epoch1900)) / dayMs;
  return serial >= (system === 1904 ? 0 : 61) && serial < lastSerial + 1 ? serial : undefined;
}

/** `2022-03-27` or `2022-03-27 12:00`: what the cell showed, for kinds that are plain text. */
export function serialToText(serial: number): string | undefined {
  const wallMs = serialToWallMs(serial);
  if (wallMs === undefined) return undefined;
  const text = new Date(wallMs).toISOString();
  return wallMs % dayMs === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
