import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../shared/kernel/time';
import { dayClosed } from '../../../../shared/reports/reportTime';
import { freshnessOf, spreadOver, type Post } from './board';
import { KeepPicture } from './KeepPicture';
import styles from './command.module.css';

interface BoardMapProps {
  readonly posts: readonly Post[];
  readonly at: Instant;
  /** Zones in force by kind, in words. */
  readonly zones: readonly string[];
  readonly onOpen: (post: Post) => void;
}

const width = 320;
const height = 200;
const margin = 12;

/** Where the checkpoints stand, from their coordinates: a scheme, no map. */
export function BoardMap({ posts, at, zones, onOpen }: BoardMapProps) {
  const { t } = useTranslation();
  const places = spreadOver(posts, width, height);
  const unplaced = posts.length - places.size;
  return (
    <section className={styles.panel} aria-labelledby="board-title">
      <header>
        <h2 id="board-title">{t('figures.command.board')}</h2>
        {zones.map((zone) => (
          <span key={zone} className={styles.zone}>
            {zone}
          </span>
        ))}
        {places.size > 0 && <KeepPicture title={t('figures.command.board')} day={dayClosed(at)} />}
      </header>
      {places.size === 0 ? (
        <p className={styles.quiet}>{t('figures.command.noPlaces')}</p>
      ) : (
        <svg
          className={styles.map}
          viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
          role="group"
          aria-label={t('figures.command.board')}
        >
          <rect
            x={-margin}
            y={-margin}
            width={width + 2 * margin}
            height={height + 2 * margin}
            rx={4}
          />
          {posts.map((post) => {
            const place = places.get(post.id);
            if (!place) return null;
            const state = post.held > 0 ? 'held' : freshnessOf(post, at);
            return (
              <g
                key={post.id}
                className={styles.post}
                data-state={state}
                role="button"
                tabIndex={0}
                aria-label={`${post.name} ${t(`figures.command.states.${state}`)}`}
                transform={`translate(${place[0]} ${place[1]})`}
                onClick={() => onOpen(post)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  onOpen(post);
                }}
              >
                <title>{`${post.name} ${t(`figures.command.states.${state}`)}`}</title>
                <circle r={9} className={styles.reach} />
                <Shape state={state} />
              </g>
            );
          })}
        </svg>
      )}
      {places.size > 0 && unplaced > 0 && (
        <p className={styles.quiet}>{t('figures.command.unplaced', { count: unplaced })}</p>
      )}
    </section>
  );
}

/** Not told apart by colour alone. */
function Shape({ state }: { readonly state: 'held' | 'fresh' | 'old' | 'silent' }) {
  if (state === 'held') return <path d="M0 -6 L6 5 L-6 5 Z" />;
  if (state === 'silent') return <path d="M-4.5 -4.5 L4.5 4.5 M4.5 -4.5 L-4.5 4.5" />;
  return <circle r={state === 'old' ? 4 : 5} />;
}
