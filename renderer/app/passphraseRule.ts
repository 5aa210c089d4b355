export type PassphraseProblem = 'needed' | 'short' | 'spaces';

/** NIST SP 800-63B, 5.1.1.1: a secret that a person chooses has at least eight characters. */
export const shortestPassphrase = 8;

/**
 * What keeps a text from being a passphrase, if anything. A space at an end is not seen when the
 * passphrase is written down, and an input method likes to leave one there.
 */
export function passphraseProblem(text: string): PassphraseProblem | undefined {
  if (text === '') return 'needed';
  if ([...text].length < shortestPassphrase) return 'short';
  return text.trim() === text ? undefined : 'spaces';
}
