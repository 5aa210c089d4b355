import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './frame.module.css';

const keys = [
  ['Ctrl K', 'search'],
  ['Ctrl L', 'lock'],
  ['Alt 1–9', 'places'],
  ['? / F1', 'help'],
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.keysDialog} onClose={onClose}>
      <h1>{t('frame.keys.title')}</h1>
      <dl>
        {keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`frame.keyWords.${word}`)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button autoFocus>{t('frame.keys.close')}</button>
      </form>
    </dialog>
  );
}
