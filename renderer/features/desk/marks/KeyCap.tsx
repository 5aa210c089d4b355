import styles from '../desk.module.css';

/** The key that does the same as the button it stands on. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.key} aria-hidden="true">
      {children}
    </kbd>
  );
}
