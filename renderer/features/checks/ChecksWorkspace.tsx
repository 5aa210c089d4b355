import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checks } from '../../../shared/checks/checks';
import { formatInstant } from '../../../shared/kernel/time';
import { useCommands } from '../../app/commands';
import { useSession } from '../../app/session';
import { wordDiscrepancy } from './checkWords';
import { DiscrepancyList } from './DiscrepancyList';
import { useChecks } from './useChecks';
import styles from './checks.module.css';

const parted = (count: number) => count.toLocaleString('en-US');

/** What two ledgers, or two cells, cannot both be right about. */
export function ChecksWorkspace() {
  const { t, i18n } = useTranslation();
  const { ledgers } = useSession();
  const checking = useChecks();
  const { found, checkedAt, progress, isStale, wasCancelled } = checking;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useCommands({
    title: t('frame.checks'),
    scope: 'page',
    commands: [
      {
        id: 'checks.find',
        title: t('checks.search'),
        keys: 'Ctrl+F',
        run: () => search.current?.focus(),
      },
      { id: 'checks.again', title: t('checks.again'), keys: 'F5', run: checking.again },
      { id: 'checks.walk', title: t('checks.walk'), keys: '↑ ↓' },
    ],
  });
  const worded = useMemo(
    () =>
      checks
        .filter(({ id }) => chosen === undefined || id === chosen)
        .flatMap(({ id }) => found.get(id) ?? [])
        .map((one) => wordDiscrepancy(t, one, ledgers, language)),
    [found, chosen, ledgers, t, language],
  );
  const wanted = text.trim().toLowerCase();
  const shown = worded.filter(({ what, first, second }) =>
    [what, first.title, second?.title ?? ''].some((words) => words.toLowerCase().includes(wanted)),
  );
  const total = [...found.values()].reduce((sum, list) => sum + list.length, 0);
  return (
    <div className={styles.workspace}>
      <div className={styles.bar}>
        <h1>{t('frame.checks')}</h1>
        <span className={styles.count}>
          {shown.length === total
            ? t('checks.number', { number: parted(total) })
            : t('checks.numberOf', { number: parted(shown.length), total: parted(total) })}
        </span>
        {checkedAt !== undefined && (
          <span className={styles.count}>
            {t('checks.checkedAt', { time: formatInstant(checkedAt) })}
          </span>
        )}
        <span className={styles.push} />
        <input
          ref={search}
          className={styles.search}
          value={text}
          placeholder={t('checks.search')}
          aria-label={t('checks.search')}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setText('');
          }}
        />
        <button type="button" className={styles.again} onClick={checking.again}>
          {t('checks.again')} <kbd>F5</kbd>
        </button>
      </div>
      {progress && (
        <p className={styles.progress} role="status">
          {t('checks.checking', { check: t(`checks.names.${progress.check}`) })}
          <progress value={progress.done} max={Math.max(1, progress.total)} />
          <button type="button" onClick={checking.cancel}>
            {t('checks.cancel')}
          </button>
        </p>
      )}
      {!progress && (isStale || wasCancelled) && (
        <p className={styles.progress} role="status">
          {t(wasCancelled ? 'checks.cancelled' : 'checks.stale')}
        </p>
      )}
      <div className={styles.body}>
        <div className={styles.names} role="group" aria-label={t('checks.which')}>
          {[undefined, ...checks.map(({ id }) => id)].map((id) => {
            const count = id === undefined ? total : found.get(id)?.length;
            return (
              <button
                key={id ?? ''}
                type="button"
                aria-pressed={chosen === id}
                data-check={id}
                onClick={() => setChosen(id)}
              >
                {t(id === undefined ? 'checks.all' : `checks.names.${id}`)}
                <b data-some={(count ?? 0) > 0 || undefined}>
                  {count === undefined ? '…' : parted(count)}
                </b>
              </button>
            );
          })}
        </div>
        {shown.length > 0 ? (
          <DiscrepancyList list={shown} />
        ) : (
          <p className={styles.empty}>
            {t(progress ? 'checks.looking' : wanted === '' ? 'checks.nothing' : 'checks.noMatch')}
          </p>
        )}
      </div>
    </div>
  );
}
