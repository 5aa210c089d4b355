export type OutcomeTone = 'allow' | 'hold' | 'refuse' | 'test';

/** Colour and icon of an outcome; what keeps a person here or sends them on is amber. */
export function outcomeTone(outcome: string): OutcomeTone {
  switch (outcome) {
    case '放行':
      return 'allow';
    case '劝返':
      return 'refuse';
    case '现场采样':
      return 'test';
    default:
      return 'hold';
  }
}
