import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../../components/popover/useModal';
import styles from './dialog.module.css';
import shared from './passes.module.css';

interface PassDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly grave?: boolean;
  /** What stood in the way, in words. */
  readonly problem: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A question of the pass office: Enter does it, Esc leaves it. */
export function PassDialog(props: PassDialogProps) {
  const { t } = useTranslation();
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={props.wide || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <h2 id={id}>{props.title}</h2>
        {props.children}
        <p className={styles.problem} role="alert">
          {props.problem}
        </p>
        <footer>
          <button type="button" className={shared.button} onClick={props.onClose}>
            {t('passes.cancel')}
          </button>
          <button
            type="submit"
            // where nothing is asked, Enter does it as well
            data-first
            className={props.grave ? shared.danger : shared.primary}
          >
            {props.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
