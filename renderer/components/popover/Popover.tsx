import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { createPortal } from 'react-dom';
import { useAnchorBox } from './useAnchorBox';
import styles from './popover.module.css';

interface PopoverProps {
  readonly label: string;
  /** It hangs below this, and gives the focus back to it. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const margin = 8;

/** A small window below a button; Esc, a click elsewhere or tabbing out of it closes it. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useAnchorBox(anchor, true, (box) => {
    const own = panel.current?.getBoundingClientRect();
    if (!own) return;
    const left = Math.max(margin, Math.min(box.left, window.innerWidth - own.width - margin));
    const top = Math.max(
      margin,
      Math.min(box.bottom + 2, window.innerHeight - own.height - margin),
    );
    setPlace({ left, top });
  });
  const isPlaced = place !== undefined;
  useEffect(() => {
    // what is hidden cannot take the focus
    if (!isPlaced) return;
    const first = panel.current?.querySelector<HTMLElement>('[data-first]');
    const stop = panel.current?.querySelector<HTMLElement>(':is(input, button):enabled');
    (first ?? stop)?.focus();
  }, [isPlaced]);
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const inside = event.target instanceof Node && panel.current?.contains(event.target);
      const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
      // lists and calendars of its own boxes hang on the page, not in here
      const onPopup =
        event.target instanceof Element && event.target.closest('[data-popup]') !== null;
      if (!inside && !onAnchor && !onPopup) close.current();
    };
    window.addEventListener('mousedown', pressed, true);
    return () => {
      window.removeEventListener('mousedown', pressed, true);
    };
  }, [anchor]);

  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      anchor.current?.focus();
      return;
    }
    const stops = [
      ...(panel.current?.querySelectorAll<HTMLElement>('input, button, [tabindex="0"]') ?? []),
    ].filter((stop) => !stop.matches(':disabled, [tabindex="-1"]'));
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (event.key === 'Tab' && at === (event.shiftKey ? 0 : stops.length - 1)) {
      // it stands at the end of the page: the next stop is not what follows the button
      event.preventDefault();
      onClose();
      anchor.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length]?.focus();
  };
  return createPortal(
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      className={styles.popover}
      style={place ?? { visibility: 'hidden' }}
      onKeyDown={pressed}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !panel.current?.contains(relatedTarget)) onClose();
      }}
    >
      {children}
    </div>,
    document.body,
  );
}
