import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Tells where the anchor stands while something hangs on it: at once, and again in the frame after
 * it moved. A bar that wraps anew moves it without scrolling or resizing anything that tells.
 */
export function useAnchorBox(
  anchor: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onBox: (box: DOMRect) => void,
): void {
  const latest = useRef(onBox);
  useEffect(() => {
    latest.current = onBox;
  });
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    let last: DOMRect | undefined;
    let lastSize = '';
    let frame = 0;
    const follow = () => {
      const box = anchor.current?.getBoundingClientRect();
      const size = `${window.innerWidth} ${window.innerHeight}`;
      const moved =
        box &&
        (size !== lastSize ||
          last?.left !== box.left ||
          last.top !== box.top ||
          last.width !== box.width ||
          last.height !== box.height);
      if (moved) {
        last = box;
        lastSize = size;
        latest.current(box);
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [anchor, isOpen]);
}
