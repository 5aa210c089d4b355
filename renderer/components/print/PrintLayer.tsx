import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './printLayer.css';

/** What goes on paper in place of the screen, for as long as it is there. */
export function PrintLayer({ children }: { readonly children: ReactNode }) {
  return createPortal(<div data-print-layer>{children}</div>, document.body);
}
