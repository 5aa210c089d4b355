import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, type Instant } from '../../../../shared/kernel/time';
import { shownNumber } from '../shownNumber';
import { freshnessOf, type Post } from './board';
import styles from './command.module.css';

interface PostTableProps {
  readonly posts: readonly Post[];
  readonly at: Instant;
  readonly onOpen: (post: Post) => void;
}

/** Every checkpoint in force, with what it has logged on the day and when it was last heard of. */
export function PostTable({ posts, at, onOpen }: PostTableProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const shown = posts.filter(({ name }) => name.includes(wanted));
  const sum = (of: (post: Post) => number) =>
    shownNumber(posts.reduce((all, post) => all + of(post), 0));
  return (
    <section className={styles.posts} aria-labelledby="posts-title">
      <header>
        <h2 id="posts-title">
          {t('figures.command.posts', { count: posts.length })}
          {shown.length < posts.length && (
            <small>{t('figures.command.shown', { count: shown.length })}</small>
          )}
        </h2>
        <span className={styles.quiet}>
          {t('figures.command.sums', {
            passages: sum(({ passages }) => passages),
            held: sum(({ held }) => held),
            turnedBack: sum(({ turnedBack }) => turnedBack),
          })}
        </span>
        <input
          value={text}
          placeholder={t('figures.command.find')}
          aria-label={t('figures.command.find')}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setText('');
          }}
        />
      </header>
      <div className={styles.postList}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('figures.command.post')}</th>
              <th scope="col">{t('figures.command.passages')}</th>
              <th scope="col">{t('figures.command.held')}</th>
              <th scope="col">{t('figures.command.newest')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((post) => (
              <tr key={post.id}>
                <th scope="row">
                  <button type="button" onClick={() => onOpen(post)}>
                    {post.name}
                  </button>
                </th>
                <td>{shownNumber(post.passages)}</td>
                <td data-some={post.held > 0 || undefined}>{shownNumber(post.held)}</td>
                <td>
                  <span className={styles.heard} data-state={freshnessOf(post, at)}>
                    {heardOf(post)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className={styles.quiet}>
            {posts.length === 0 ? t('figures.command.noPosts') : t('figures.noMatch')}
          </p>
        )}
      </div>
    </section>
  );

  function heardOf({ newestAt }: Post): string {
    if (newestAt === undefined) return t('figures.command.never');
    const moment = formatInstant(newestAt);
    const isToday = moment.slice(0, 10) === formatInstant(at).slice(0, 10);
    return isToday ? moment.slice(11) : moment.slice(5);
  }
}
