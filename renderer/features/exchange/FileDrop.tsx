import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../shared/desktop/contract';
import styles from './exchange.module.css';

interface FileDropProps {
  readonly onFiles: (files: readonly Pick<OpenedFile, 'name' | 'bytes'>[]) => void;
  readonly children: ReactNode;
}

/** The whole page takes files that are dropped on it. */
export function FileDrop({ onFiles, children }: FileDropProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  const drop = async (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    onFiles(
      await Promise.all(
        dropped.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    );
  };
  return (
    <div
      className={styles.page}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) {
          setOver(false);
        }
      }}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {over ? <div className={styles.dropHere}>{t('exchange.files.dropHere')}</div> : null}
    </div>
  );
}
