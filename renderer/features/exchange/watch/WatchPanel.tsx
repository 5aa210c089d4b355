import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../../../../shared/desktop/contract';
import type { Result } from '../../../../shared/kernel/result';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { NamedBytes } from '../droppedFiles';
import { fileProblemWords } from '../export/saveWorkbook';
import { useWatchedFolder } from './useWatchedFolder';
import shared from '../exchange.module.css';
import start from '../start.module.css';
import styles from './watch.module.css';

interface WatchPanelProps {
  /** Names of files that are being received just now. */
  readonly open: readonly string[];
  /** Another one: something was received, and may lie in the folder. */
  readonly version: string;
  readonly onTake: (files: readonly NamedBytes[]) => Promise<void>;
  readonly onNotice: (words: string) => void;
}

/** The watched folder: what has come in there, to be taken by a click and never by itself. */
export function WatchPanel({ open, version, onTake, onNotice }: WatchPanelProps) {
  const { t } = useTranslation();
  const { state, folder } = useWatchedFolder(version);
  const [isTaking, setTaking] = useState(false);
  const { watch, offers } = state;
  if (!watch) return null;

  const ask = async (asking: Promise<Result<unknown, FileProblem>>) => {
    const answer = await asking;
    if (!answer.ok && answer.problem.tag !== 'cancelled')
      onNotice(fileProblemWords(t, answer.problem));
  };
  const take = async (names: readonly string[]) => {
    setTaking(true);
    const taken: NamedBytes[] = [];
    const refused: string[] = [];
    for (const name of names) {
      const read = await folder.read(name);
      if (read.ok) taken.push(read.value);
      else refused.push(fileProblemWords(t, read.problem));
    }
    onNotice(refused.join(' '));
    setTaking(false);
    await onTake(taken);
    await folder.refresh();
  };
  const stateOf = ({ name, isReceived }: (typeof offers)[number]) =>
    isReceived ? 'received' : open.includes(name) ? 'open' : 'fresh';
  const fresh = offers.filter((offer) => stateOf(offer) === 'fresh');
  const others = offers.filter((offer) => !fresh.includes(offer));

  return (
    <section className={start.panel} aria-labelledby="watch-title">
      <div className={start.panelHead}>
        <h2 id="watch-title" className={start.panelTitle}>
          {t('parcel.watch.title')}
        </h2>
        {'folder' in watch ? <span className={styles.folder}>{watch.folder}</span> : null}
        <span className={shared.spring} />
        {fresh.length > 1 ? (
          <button
            type="button"
            className={shared.small}
            disabled={isTaking}
            onClick={() => void take(fresh.map(({ name }) => name))}
          >
            {t('parcel.watch.takeAll', { count: fresh.length })}
          </button>
        ) : null}
        {watch.tag === 'notAllowed' ? (
          <button type="button" className={shared.small} onClick={() => void ask(folder.allow())}>
            {t('parcel.watch.allow')}
          </button>
        ) : null}
        {watch.tag === 'none' ? (
          <button type="button" className={shared.small} onClick={() => void ask(folder.choose())}>
            {t('parcel.watch.choose')}
          </button>
        ) : null}
        {'folder' in watch ? (
          <button type="button" className={shared.small} onClick={() => void ask(folder.stop())}>
            {t('parcel.watch.stop')}
          </button>
        ) : null}
      </div>
      <p className={styles.hint} role="status">
        {t(`parcel.watch.states.${watch.tag}`, { count: fresh.length })}
        {watch.tag === 'watching' && watch.arriving > 0
          ? ` ${t('parcel.watch.arriving', { count: watch.arriving })}`
          : ''}
      </p>
      {offers.length > 0 ? (
        <table className={start.table}>
          <tbody>
            {[...fresh, ...others].map((offer) => {
              const { name, modifiedAt } = offer;
              const now = stateOf(offer);
              return (
                <tr key={name} data-offer={now}>
                  <td className={start.wide} title={name}>
                    {name}
                  </td>
                  <td>{formatInstant(toInstant(modifiedAt))}</td>
                  <td>{t(`parcel.watch.offer.${now}`)}</td>
                  <td className={start.rowButtons}>
                    {now === 'open' ? null : (
                      <button
                        type="button"
                        className={shared.small}
                        aria-label={`${t('parcel.watch.take')} ${name}`}
                        disabled={isTaking}
                        onClick={() => void take([name])}
                      >
                        {t('parcel.watch.take')}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
