import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReceiveDetail } from './ReceiveDetail';
import { ReceiveList } from './ReceiveList';
import { isReady, type useReceive } from './useReceive';
import shared from '../exchange.module.css';
import styles from './receive.module.css';

interface ReceiveAreaProps {
  readonly receive: ReturnType<typeof useReceive>;
  readonly onChoose: () => void;
  readonly onNotice: (words: string) => void;
  /** The folder in which more may have come. */
  readonly watched: ReactNode;
}

const busyStages = new Set(['opening', 'planning', 'applying']);

/** Received workbooks: all of them on the left, what the chosen one would do on the right. */
export function ReceiveArea({ receive, onChoose, onNotice, watched }: ReceiveAreaProps) {
  const { t } = useTranslation();
  const { files, active, select, remove, applyAll } = receive;
  const ready = files.filter(isReady).length;
  const isBusy = files.some(({ stage }) => busyStages.has(stage.tag));
  return (
    <div className={styles.area}>
      <aside className={styles.side} aria-label={t('parcel.files')}>
        <ReceiveList files={files} active={active} onSelect={select} onRemove={remove} />
        <div className={shared.buttons}>
          <button type="button" className={shared.button} onClick={onChoose}>
            {t('exchange.files.add')}
          </button>
          {isBusy ? null : (
            <button
              type="button"
              className={shared.button}
              onClick={() => files.forEach(({ id }) => remove(id))}
            >
              {t('parcel.closeAll')}
            </button>
          )}
        </div>
        {ready > 1 ? (
          <button type="button" className={shared.primary} onClick={() => void applyAll()}>
            {t('parcel.applyAll', { count: ready })}
          </button>
        ) : null}
        {watched}
      </aside>
      <ReceiveDetail key={active} receive={receive} onNotice={onNotice} />
    </div>
  );
}
