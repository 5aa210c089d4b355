import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What nobody may find, in the bytes of one way to write it down. */
interface WrittenSecret {
  readonly text: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/**
 * A text in every form a file may hold it in. `gb18030`: its bytes there, in hex, where it is not
 * ASCII; that is how the machines of the offices write Chinese.
 */
export function writtenForms(text: string, gb18030?: string): readonly WrittenSecret[] {
  return [
    { text, form: 'UTF-8', bytes: Buffer.from(text, 'utf8') },
    { text, form: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
    ...(gb18030 ? [{ text, form: 'GB 18030', bytes: Buffer.from(gb18030, 'hex') }] : []),
  ];
}

/** Where one of the secrets stands in the clear, in any file below the folder. */
export function clearTextIn(folder: string, secrets: readonly WrittenSecret[]): readonly string[] {
  return readdirSync(folder, { recursive: true }).flatMap((entry) => {
    const name = String(entry);
    const bytes = bytesOf(join(folder, name));
    return secrets
      .filter((secret) => bytes?.includes(secret.bytes))
      .map(({ text, form }) => `${text} as ${form} in ${name}`);
  });
}

/** Nothing for a folder or a socket, and for a file that a running program has just removed. */
function bytesOf(file: string): Buffer | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
