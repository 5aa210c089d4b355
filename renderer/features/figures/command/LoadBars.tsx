import { KeepPicture } from './KeepPicture';
import styles from './command.module.css';

/** One bar: how far it reaches of its whole, and what is written at its end. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  /** 0 to 1; more is drawn as whole. */
  readonly part: number;
  readonly text: string;
  readonly tone: 'usual' | 'watch' | 'grave';
  readonly open: () => void;
}

interface LoadBarsProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly empty: string;
  /** What the bars hold for; names the picture. */
  readonly day: string;
  readonly bars: readonly Bar[];
}

export function LoadBars({ id, title, note, empty, day, bars }: LoadBarsProps) {
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className={styles.quiet}>{note}</span>
        {bars.length > 0 && <KeepPicture title={title} day={day} />}
      </header>
      {bars.length === 0 && <p className={styles.quiet}>{empty}</p>}
      <ul className={styles.bars}>
        {bars.map(({ id: bar, name, part, text, tone, open }) => (
          <li key={bar}>
            <button type="button" data-tone={tone} onClick={open}>
              <span className={styles.barName}>{name}</span>
              <span className={styles.track}>
                <i style={{ width: `${Math.min(1, Math.max(0, part)) * 100}%` }} />
              </span>
              <span className={styles.barText}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
