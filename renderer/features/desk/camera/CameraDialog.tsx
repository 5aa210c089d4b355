import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import { useCamera } from './useCamera';
import dialog from '../marks/dialog.module.css';
import styles from './camera.module.css';

interface CameraDialogProps {
  /** The first code seen; the camera is off by then. */
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
}

/** What the camera sees, until a code is in it. */
export function CameraDialog({ onCode, onClose }: CameraDialogProps) {
  const { desktop } = useSession();
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const state = useCamera(video, desktop.camera, onCode);
  const isThere = state.tag === 'opening' || state.tag === 'looking';
  return (
    <DeskDialog title={t('camera.title')} onClose={onClose}>
      <video
        ref={video}
        className={styles.picture}
        hidden={!isThere}
        aria-label={t('camera.picture')}
        autoPlay
        muted
        playsInline
      />
      <p className={isThere ? styles.said : styles.problem} role="status" data-camera={state.tag}>
        {t(`camera.states.${state.tag}`)}
      </p>
      <div className={dialog.buttons}>
        <button type="button" className={dialog.button} data-first onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
      </div>
    </DeskDialog>
  );
}
