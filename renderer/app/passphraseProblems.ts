/** Fewer characters are guessed by trying. */
const shortestPassphrase = 8;

export type PassphraseProblem = 'needed' | 'short' | 'differs';

/** What is wrong with a new passphrase typed twice; empty when nothing is. */
export function passphraseProblems(
  passphrase: string,
  again: string,
): Readonly<Partial<Record<'passphrase' | 'again', PassphraseProblem>>> {
  if (passphrase === '') return { passphrase: 'needed' };
  if (passphrase.length < shortestPassphrase) return { passphrase: 'short' };
  return passphrase === again ? {} : { again: 'differs' };
}
