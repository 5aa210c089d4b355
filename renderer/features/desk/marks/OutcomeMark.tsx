import { assertNever } from '../../../../shared/kernel/assertNever';
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
      strokeWidth={tone === 'hold' ? 2.4 : size > 30 ? 3.6 : 2.6}
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
        <path d="M8 13.5V6M11.5 12V4M15 12V5M18.5 13V8M18.5 12v4a5.5 5.5 0 0 1-5.5 5.5h-1.5c-2 0-3.600-1-4.600-2.700L3.800 14.200M8 13.5v2" />
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
