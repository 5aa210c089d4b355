import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/kernel/time';
import { figureFinder } from '../../../shared/reports/reportCatalogue';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useCommands } from '../../app/commands';
import { CutOffChooser } from '../../app/cutOff/CutOffChooser';
import { useSession } from '../../app/session';
import { PrintLayer } from '../../components/print/PrintLayer';
import { giveOut, type GiveOutKind } from './giveOut';
import { IssuedList } from './IssuedList';
import { issueReport } from './issueReport';
import { reportHours } from './reportHours';
import { ReportPaper } from './ReportPaper';
import { SaveTemplate } from './SaveTemplate';
import { isOwn } from './templateMemory';
import { useIssued } from './useIssued';
import { useReport } from './useReport';
import { useWording } from './useWording';
import styles from './reports.module.css';

interface ReportOfProps {
  readonly template: ReportTemplate;
  readonly templates: readonly ReportTemplate[];
  readonly at: Instant;
  readonly onTemplate: (id: string) => void;
  /** Those of the office have changed. */
  readonly onTemplates: () => void;
  readonly onCutOff: (at: Instant) => void;
}

const kinds: readonly { readonly kind: GiveOutKind; readonly keys: string }[] = [
  { kind: 'word', keys: 'Ctrl+S' },
  { kind: 'excel', keys: 'Ctrl+Shift+S' },
  { kind: 'print', keys: 'Ctrl+P' },
];

/** One report: what it is of, what is wrong with it, and the page itself. */
export function ReportOf(props: ReportOfProps) {
  const { template, templates, at, onTemplate, onTemplates, onCutOff } = props;
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { store, desktop, ledgers } = session;
  const issued = useIssued();
  const [isIssuing, setIsIssuing] = useState(false);
  const wording = useWording(template);
  const [open, setOpen] = useState<number>();
  const [number, setNumber] = useState(1);
  const [notice, setNotice] = useState('');
  const [printing, setPrinting] = useState(false);
  const report = useReport(
    wording.worded ?? template,
    at,
    template.isNumbered ? number : undefined,
  );
  const find = figureFinder(ledgers);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const isReady = report !== undefined && report.problems.length === 0;
  const give = async (kind: GiveOutKind) => {
    if (!report) return;
    const author = store.operator;
    // on paper it stands alone, without the app around it
    flushSync(() => setPrinting(kind === 'print'));
    const given = await giveOut(kind, {
      desktop,
      report,
      author,
      label: t(`reports.files.${kind}`),
    });
    setPrinting(false);
    if (given.ok) setNotice(t('reports.given', { name: given.value.name }));
    else if (given.problem.tag !== 'cancelled')
      setNotice(t(`reports.notGiven.${given.problem.tag}`));
  };
  const earlier = issued.rows.filter(({ values }) => values['template'] === template.id);
  const issue = async () => {
    if (!report || !wording.worded || !issued.ledger) return;
    setIsIssuing(true);
    const done = await issueReport({
      session,
      ledger: issued.ledger,
      find,
      template: wording.worded,
      report,
      number: template.isNumbered ? number : undefined,
      earlier,
      t,
    });
    setIsIssuing(false);
    setNotice(t(done.ok ? 'reports.frozen' : 'reports.notFrozen'));
  };
  useCommands({
    title: t('frame.reports'),
    scope: 'page',
    commands: kinds.map(({ kind, keys }) => ({
      id: `reports.${kind}`,
      title: t(`reports.give.${kind}`),
      keys,
      run: () => void give(kind),
    })),
  });
  return (
    <div className={styles.workspace}>
      <div className={styles.bar}>
        <h1>{t('frame.reports')}</h1>
        <select
          aria-label={t('reports.template')}
          value={template.id}
          onChange={({ target }) => onTemplate(target.value)}
        >
          {templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {template.isNumbered && (
          <label className={styles.number}>
            {t('reports.number')}
            <input
              type="number"
              min={1}
              value={number}
              onChange={({ target }) => setNumber(Math.max(1, Math.trunc(Number(target.value))))}
            />
          </label>
        )}
        <CutOffChooser at={at} hours={reportHours} onChange={onCutOff} />
        <span className={styles.push} />
        <button
          type="button"
          className={styles.button}
          disabled={!isReady || isIssuing}
          onClick={() => void issue()}
        >
          {t(isIssuing ? 'reports.issuing' : 'reports.issue')}
        </button>
        {kinds.map(({ kind, keys }) => (
          <button
            key={kind}
            type="button"
            className={kind === 'word' ? styles.primary : styles.button}
            title={keys}
            disabled={!isReady}
            onClick={() => void give(kind)}
          >
            {t(`reports.give.${kind}`)}
          </button>
        ))}
      </div>
      <SaveTemplate
        template={wording.worded ?? template}
        isChanged={wording.isChanged}
        isOwn={isOwn(template)}
        onGiveUp={wording.giveUp}
        onChanged={(id) => {
          onTemplates();
          onTemplate(id);
        }}
      />
      {notice !== '' && (
        <p className={styles.notice} role="status">
          {notice}
        </p>
      )}
      {report?.problems.map(({ tag, source, block }, place) => (
        <p key={place} className={styles.problem} role="alert">
          {t(`reports.problems.${tag}`, { source })}
          <button type="button" onClick={() => setOpen(block)}>
            {t('reports.change')}
          </button>
        </p>
      ))}
      {report?.differing.map(({ figure, whole, parts }) => (
        <p key={figure} className={styles.differs}>
          {t('reports.differs', { name: find(figure)?.figure.title[language], whole, parts })}
        </p>
      ))}
      <div className={styles.body}>
        <div className={styles.scroll}>
          {report && wording.worded ? (
            <ReportPaper
              report={report}
              editing={{
                template: wording.worded,
                open,
                onOpen: setOpen,
                onBlock: wording.setBlock,
              }}
            />
          ) : (
            <p className={styles.notice}>{t('reports.computing')}</p>
          )}
        </div>
        <IssuedList rows={earlier} />
      </div>
      {printing && report && (
        <PrintLayer>
          <ReportPaper report={report} />
        </PrintLayer>
      )}
    </div>
  );
}
