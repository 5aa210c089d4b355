import styles from './shift.module.css';

interface ShiftCountsProps {
  readonly title: string;
  readonly counts: readonly { readonly value: string; readonly passages: number }[];
  readonly word: (value: string) => string;
}

/** One breakdown of a shift: words, figures, and bars that compare them. */
export function ShiftCounts({ title, counts, word }: ShiftCountsProps) {
  const most = Math.max(1, ...counts.map(({ passages }) => passages));
  return (
    <table className={styles.counts}>
      <caption>{title}</caption>
      <tbody>
        {counts.map(({ value, passages }) => (
          <tr key={value}>
            <th scope="row">{word(value)}</th>
            <td>{passages.toLocaleString()}</td>
            <td className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(passages / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
