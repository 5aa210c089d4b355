export interface Token {
  readonly text: string;
  /** Stood in “ ”: taken as it is. */
  readonly quoted: boolean;
}

const entryEnd = new Set(['；', ';', '\n', '、']);
const valueEnd = new Set([' ', '\t', '，', ',', '\u3000', '\u00A0', '\r']);
const needsQuotes = /[\s；;、，,“”"\u3000\u00A0]|^\/$|^$/;

/** A value as it stands in the cell of a group; quoted where it would not be read back otherwise. */
export function quoteToken(text: string, labels: readonly string[]): string {
  const looksLabelled = /[：:]/.test(text) && labels.some((label) => text.startsWith(label));
  if (!needsQuotes.test(text) && !looksLabelled && !/[：:]/.test(text)) return text;
  return `“${text.replaceAll('”', '””')}”`;
}

/** The tokens of each entry of a cell's text. */
export function splitEntries(text: string): readonly (readonly Token[])[] {
  const entries: Token[][] = [[]];
  let token = '';
  const endToken = (quoted: boolean) => {
    if (token !== '' || quoted) entries.at(-1)?.push({ text: token, quoted });
    token = '';
  };
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '“' && token === '') {
      const close = closingQuote(text, i + 1);
      if (close !== undefined) {
        token = text.slice(i + 1, close).replaceAll('””', '”');
        endToken(true);
        i = close;
        continue;
      }
    }
    if (entryEnd.has(character)) {
      endToken(false);
      entries.push([]);
    } else if (valueEnd.has(character)) endToken(false);
    else token += character;
  }
  endToken(false);
  return entries.filter((tokens) => tokens.length > 0);
}

/** The first ” from `from` on that is not doubled. */
function closingQuote(text: string, from: number): number | undefined {
  for (let i = from; i < text.length; i++) {
    if (text.charAt(i) !== '”') continue;
    if (text.charAt(i + 1) === '”') i++;
    else return i;
  }
  return undefined;
}
