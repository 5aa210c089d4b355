import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readDrop, type Dropped } from './droppedFolders';
import styles from './exchange.module.css';

interface FileDropProps {
  readonly onFiles: (dropped: Dropped) => void;
  /** A folder that cannot be read. */
  readonly onUnreadable: () => void;
  readonly children: ReactNode;
}

const holdsFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') ?? false;

/** The whole page takes files and folders that are dropped on it. */
export function FileDrop({ onFiles, onUnreadable, children }: FileDropProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Dropped beside the page, a file must not take the place of the app.
    const refuse = (event: globalThis.DragEvent) => {
      if (holdsFiles(event.dataTransfer)) event.preventDefault();
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  return (
    <div
      className={styles.page}
      onDragOver={({ dataTransfer }: DragEvent) => setOver(holdsFiles(dataTransfer))}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) {
          setOver(false);
        }
      }}
      onDrop={({ dataTransfer }) => {
        setOver(false);
        if (holdsFiles(dataTransfer)) readDrop(dataTransfer).then(onFiles, onUnreadable);
      }}
    >
      {children}
      {over ? <div className={styles.dropHere}>{t('exchange.files.dropHere')}</div> : null}
    </div>
  );
}
