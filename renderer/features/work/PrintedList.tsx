import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import type { WorkLine, WorkList, WorkMoment } from '../../../shared/work/workList';
import { useSession } from '../../app/session';
import { PrintLayer } from '../../components/print/PrintLayer';
import type { ShownColumn } from './lineCells';
import styles from './paper.module.css';

interface PrintedListProps {
  readonly list: WorkList;
  readonly moment: WorkMoment;
  readonly columns: readonly ShownColumn[];
  readonly lines: readonly WorkLine[];
  readonly onDone: (words: string) => void;
}

/** The lines on screen as a table on A4, masked as there. */
export function PrintedList({ list, moment, columns, lines, onDone }: PrintedListProps) {
  const { t } = useTranslation();
  const { desktop, store } = useSession();
  const title = t(`work.lists.${list.id}`);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void desktop.printing.toPdf(`${title}-${moment.today}.pdf`).then((printed) => {
      if (printed.ok) onDone(t('work.printed', { name: printed.value.name }));
      else onDone(printed.problem.tag === 'cancelled' ? '' : t('work.notPrinted'));
    });
  });
  return (
    <PrintLayer>
      <section className={styles.sheet}>
        <h1>{title}</h1>
        <p>
          {t('work.printedHead', {
            unit: store.event.unit,
            time: formatInstant(moment.at),
            count: lines.length,
          })}
        </p>
        <table>
          <thead>
            <tr>
              <th>{t('work.order')}</th>
              <th>{t('work.state')}</th>
              {columns.map(({ id, header }) => (
                <th key={id}>{header}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id}>
                <td>{index + 1}</td>
                <td>{line.marks.map((mark) => t(`work.marks.${mark}`)).join(t('work.and'))}</td>
                {columns.map((column) => (
                  <td key={column.id} data-number={column.isNumber || undefined}>
                    {column.cell(line).text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PrintLayer>
  );
}
