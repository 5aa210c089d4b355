import styles from './widthWord.module.css';

interface WidthWordProps {
  readonly text: string;
  /** Where two lanes share the screen. */
  readonly narrow: string;
}

/** Two words for one thing; the lane's width decides which is shown. */
export function WidthWord({ text, narrow }: WidthWordProps) {
  if (text === narrow) return text;
  return (
    <>
      <span className={styles.long}>{text}</span>
      <span className={styles.narrow}>{narrow}</span>
    </>
  );
}
