import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../../shared/exchange/parcel/manifest';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import { openDecisions, type ReceivedFile } from './useReceive';
import styles from './receive.module.css';

interface ReceiveListProps {
  readonly files: readonly ReceivedFile[];
  readonly active: number | undefined;
  readonly onSelect: (id: number) => void;
  readonly onRemove: (id: number) => void;
}

/** Each received workbook with its sender, its time and how far it is. */
export function ReceiveList({ files, active, onSelect, onRemove }: ReceiveListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {files.map((file) => {
        const { id, name, stage } = file;
        const found = 'found' in stage ? stage.found : undefined;
        const manifest = found?.manifest;
        const busy =
          stage.tag === 'planning' || stage.tag === 'applying' || stage.tag === 'opening';
        return (
          <li key={id} className={id === active ? styles.chosen : styles.item}>
            <button
              type="button"
              className={styles.card}
              aria-current={id === active}
              onClick={() => onSelect(id)}
            >
              <strong title={name}>{name}</strong>
              {manifest ? (
                <span>
                  {[manifest.sender.unit, manifest.sender.deviceName].filter(Boolean).join(' · ')}
                </span>
              ) : null}
              {manifest ? (
                <span>
                  {formatInstant(toInstant(manifest.sentAt))}
                  {manifest.part.of > 1
                    ? ` ${t('parcel.part', { index: manifest.part.index, of: manifest.part.of })}`
                    : ''}
                </span>
              ) : null}
              {manifest && manifest.ledgers.length > 0 ? (
                <span>{t('parcel.cardCounts', countsOf(manifest))}</span>
              ) : null}
              {found?.alreadyReceived && stage.tag !== 'done' ? (
                <span>{t('parcel.receivedBefore')}</span>
              ) : null}
              <span className={styles[stage.tag]}>
                {t(`parcel.stages.${stage.tag}`, { count: openDecisions(file) })}
                {stage.tag === 'review' && openDecisions(file) > 0
                  ? ` · ${t('correction.open_conflicts', { count: openDecisions(file) })}`
                  : ''}
              </span>
            </button>
            {busy ? null : (
              <button
                type="button"
                className={styles.remove}
                aria-label={`${t('parcel.remove')} ${name}`}
                onClick={() => onRemove(id)}
              >
                ×
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What its sender says is in it. */
function countsOf({ ledgers }: Manifest) {
  const sum = (count: (one: Manifest['ledgers'][number]) => number) =>
    ledgers.reduce((total, one) => total + count(one), 0);
  return {
    ledgers: ledgers.length,
    rows: sum(({ rows }) => rows),
    changes: sum(({ changes }) => changes),
  };
}
