export type PassphraseProblem = 'needed' | 'short' | 'spaces' | 'guessable';

/** NIST SP 800-63B, 5.1.1.1: a secret that a person chooses has at least eight characters. */
export const shortestPassphrase = 8;

/** What is tried first, whatever stands behind it. */
const common =
  /^(password|passw0rd|qwerty|asdfgh|1q2w3e|1qaz2wsx|admin|root|woaini|abc123|a123456)/i;
/** Rows of the keyboard, of digits and of letters. */
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * What keeps a text from being a passphrase, if anything. A space at an end is not seen when the
 * passphrase is written down, and an input method likes to leave one there. Repeated and sequential
 * characters and the most common ones are refused, as NIST SP 800-63B asks.
 */
export function passphraseProblem(text: string): PassphraseProblem | undefined {
  if (text === '') return 'needed';
  if ([...text].length < shortestPassphrase) return 'short';
  if (text.trim() !== text) return 'spaces';
  return isGuessable(text) ? 'guessable' : undefined;
}

/** `88888888`, `12341234`, `87654321`, `qwertyui`, `password1`. */
function isGuessable(text: string): boolean {
  const plain = text.toLowerCase();
  if (common.test(plain) || /^(.{1,4})\1+$/u.test(plain)) return true;
  const back = [...plain].reverse().join('');
  return rows.some((row) => row.includes(plain) || row.includes(back));
}
