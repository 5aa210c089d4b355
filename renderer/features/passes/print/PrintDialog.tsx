import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import { PassDialog } from '../PassDialog';
import { useRecords } from '../records';
import { PassPaper, type PaperSize } from './PassPaper';
import { PrintLayer } from '../../../components/print/PrintLayer';
import styles from './print.module.css';

interface PrintDialogProps {
  readonly rows: readonly Row[];
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const sizes: readonly PaperSize[] = ['A4', 'A5'];

/** One page a pass, all in one PDF; the first is shown as it will be on paper. */
export function PrintDialog({ rows, onDone, onClose }: PrintDialogProps) {
  const { t } = useTranslation();
  const { desktop, clock } = useSession();
  const records = useRecords();
  const [size, setSize] = useState<PaperSize>('A4');
  const [problem, setProblem] = useState('');
  // issued elsewhere, by hand or from a list: there is nothing to scan on it
  const printable = rows.filter(({ values }) => typeof values.code === 'string');
  const left = rows.length - printable.length;
  const [first] = printable;

  const print = async () => {
    if (!first) {
      setProblem(t('passes.print.noCode', { count: left }));
      return;
    }
    const name =
      printable.length === 1
        ? `${t('passes.paper.title')}-${String(first.values.number)}.pdf`
        : `${t('passes.paper.title')}-${dateOf(clock())}-${printable.length}.pdf`;
    const printed = await desktop.printing.toPdf(name);
    if (printed.ok) {
      onDone(t('passes.print.done', { count: printable.length, name: printed.value.name }));
      onClose();
    } else if (printed.problem.tag !== 'cancelled') setProblem(t('passes.print.failed'));
  };
  return (
    <PassDialog
      title={t('passes.print.title', { count: printable.length })}
      submit={t('passes.print.print')}
      problem={problem}
      wide
      onSubmit={() => void print()}
      onClose={onClose}
    >
      <fieldset className={styles.sizes}>
        <legend>{t('passes.print.size')}</legend>
        {sizes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="pass-size"
              data-first={one === size || undefined}
              checked={one === size}
              onChange={() => setSize(one)}
            />
            {t(`passes.print.sizes.${one}`)}
          </label>
        ))}
      </fieldset>
      {left > 0 && printable.length > 0 && <p>{t('passes.print.noCode', { count: left })}</p>}
      {first ? (
        <div className={styles.preview} data-size={size} aria-hidden>
          <PassPaper row={first} size={size} records={records} />
        </div>
      ) : (
        <p>{t('passes.print.nothing')}</p>
      )}
      <PrintLayer>
        {printable.map((row) => (
          <PassPaper key={row.id} row={row} size={size} records={records} />
        ))}
      </PrintLayer>
    </PassDialog>
  );
}
