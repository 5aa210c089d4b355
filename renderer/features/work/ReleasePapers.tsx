import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { WorkLine, WorkMoment } from '../../../shared/work/workList';
import { useSession } from '../../app/session';
import { useModal } from '../../components/popover/useModal';
import { PrintLayer } from '../../components/print/PrintLayer';
import { useRecordNames } from './useRecordNames';
import papers from './paper.module.css';
import styles from './work.module.css';

interface ReleasePapersProps {
  readonly lines: readonly WorkLine[];
  readonly moment: WorkMoment;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const written = ['name', 'documentNumber'] as const;
const sites = ['isolation-sites'];

/**
 * 解除隔离通知书, one page a person. Name and document number stand on it in full, so that it was
 * printed is on record as a look at them.
 */
export function ReleasePapers({ lines, moment, onDone, onClose }: ReleasePapersProps) {
  const { t } = useTranslation();
  const { store, desktop } = useSession();
  const names = useRecordNames(sites);
  const dialog = useModal();
  const id = useId();
  const [problem, setProblem] = useState('');
  const [first] = lines;

  const print = async () => {
    const looked = await store.commit(
      lines.map(({ ledger, row }) => ({ type: 'reveal', ledger, row: row.id, fields: written })),
      { type: 'typed', reason: t('work.papers.print') },
    );
    if (!looked.ok) {
      setProblem(t(`ledger.problem.${looked.problem.tag}`));
      return;
    }
    const name = `${t('work.papers.title')}-${moment.today}-${lines.length}.pdf`;
    const printed = await desktop.printing.toPdf(name);
    if (printed.ok) onDone(t('work.printed', { name: printed.value.name }));
    else if (printed.problem.tag !== 'cancelled') setProblem(t('work.notPrinted'));
  };
  const siteName = ({ values }: Row) =>
    names.get('isolation-sites')?.get(textOf(values['site'])) ?? '';
  const paper = (line: WorkLine) => (
    <Paper key={line.id} line={line} moment={moment} unit={store.event.unit} siteName={siteName} />
  );
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void print();
        }}
      >
        <h2 id={id}>{t('work.papers.heading', { count: lines.length })}</h2>
        <p>{t('work.papers.onRecord')}</p>
        {first && (
          <div className={papers.preview} aria-hidden>
            {paper(first)}
          </div>
        )}
        <p className={styles.problem} role="alert">
          {problem}
        </p>
        <footer>
          <button type="button" onClick={onClose}>
            {t('work.cancel')}
          </button>
          <button type="submit" data-first className={styles.primary}>
            {t('work.papers.print')}
          </button>
        </footer>
      </form>
      <PrintLayer>{lines.map(paper)}</PrintLayer>
    </dialog>
  );
}

interface PaperProps {
  readonly line: WorkLine;
  readonly moment: WorkMoment;
  readonly unit: string;
  readonly siteName: (row: Row) => string;
}

function Paper({ line: { row, facts }, moment, unit, siteName }: PaperProps) {
  const { t } = useTranslation();
  const { values } = row;
  const admitted = values['admittedAt'];
  const released = values['releasedAt'];
  const dueOn = textOf(facts['dueOn']);
  const endsOn = textOf(facts['endsOn']);
  const until = typeof released === 'number' ? toInstant(released) : moment.at;
  const said = {
    name: textOf(values['name']),
    document: textOf(values['documentNumber']),
    site: siteName(row),
    room: textOf(values['room']),
    category: t(`work.categories.${textOf(values['category'])}`),
    from: typeof admitted === 'number' ? formatInstant(toInstant(admitted)) : '',
    until: formatInstant(until),
    dueOn,
    endsOn,
    rule: textOf(facts['rule']),
    community: textOf(values['community']) || '＿＿＿＿＿＿',
  };
  return (
    <article className={papers.paper}>
      <h1>{t('work.papers.title')}</h1>
      <p>{t('work.papers.person', said)}</p>
      <p>{t('work.papers.stay', said)}</p>
      <p>{t('work.papers.released', said)}</p>
      {endsOn > dueOn && <p>{t('work.papers.atHome', said)}</p>}
      <p>{t('work.papers.handover', said)}</p>
      <footer>
        <span>{t('work.papers.signed')}</span>
        <span>
          {unit}
          <br />
          {t('work.papers.seal')}
          <br />
          {moment.today}
        </span>
      </footer>
    </article>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
