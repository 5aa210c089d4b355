import { assertNever } from '../../../shared/kernel/assertNever';
import type { OutcomeTone } from './outcomeTone';

/** Tick, hand, bar, drop: the sign that goes with each colour and word. */
export function OutcomeMark({ tone, size }: { readonly tone: OutcomeTone; readonly size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {sign(tone)}
    </svg>
  );
}

function sign(tone: OutcomeTone) {
  switch (tone) {
    case 'allow':
      return <path d="M4 13l5 5L20 6" />;
    case 'hold':
      return (
        <path d="M7 12V6.5a1.5 1.5 0 0 1 3 0V11m0-6.500a1.500 1.500 0 0 1 3 0V11m0-5a1.500 1.500 0 0 1 3 0V12m0-3.500a1.500 1.500 0 0 1 3 0V15c0 4-2.500 6.500-6 6.500-3 0-4.500-1.200-6-4L4.500 14a1.500 1.500 0 0 1 2.500-1.500L8 14" />
      );
    case 'refuse':
      return (
        <>
          <circle cx="12" cy="12" r="9" />
          <path d="M7 12h10" />
        </>
      );
    case 'test':
      return <path d="M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z" />;
    default:
      return assertNever(tone);
  }
}
