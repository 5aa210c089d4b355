/**
 * A text for the clipboard that no spreadsheet program runs as a formula; signed numbers and phone
 * numbers with a country code are left as they are.
 */
export function safeText(text: string): string {
  return /^[=@]/.test(text) || /^[+-](?![\d.,\s-]+$)/.test(text) ? `'${text}` : text;
}
