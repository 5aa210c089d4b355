/** Thousands parted, every digit kept. */
export function shownNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 12 });
}

/** `+64`, `-3`, `0`. */
export function shownChange(change: number): string {
  return change > 0 ? `+${shownNumber(change)}` : shownNumber(change);
}
