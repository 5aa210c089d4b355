import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useModal } from '../../../components/popover/useModal';
import styles from './dialog.module.css';

interface DeskDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Enter anywhere but on a button; a key that composes a character is not meant. */
  readonly onConfirm?: () => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  /** Holds a list beside what is chosen in it. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A question at the desk: its keys are its own, Esc leaves it, Enter confirms. */
export function DeskDialog(props: DeskDialogProps) {
  const { title, onClose, onConfirm, onKey, isWide, children } = props;
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      className={isWide ? styles.wide : styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (onConfirm && event.key === 'Enter' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          if (event.target instanceof HTMLButtonElement) event.target.click();
          else onConfirm();
        }
        onKey?.(event);
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
