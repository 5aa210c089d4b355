import { useTranslation } from 'react-i18next';
import type { FilledBlock, FilledReport, Run } from '../../../shared/reports/filledReport';
import { cellNumber } from '../../../shared/reports/filledReport';
import type { ReportTemplate, TemplateBlock } from '../../../shared/reports/template';
import { newBlocks } from '../../../shared/reports/templates/newBlocks';
import { BlockEditor } from './BlockEditor';
import { ReportChart } from './ReportChart';
import styles from './paper.module.css';

interface ReportPaperProps {
  readonly report: FilledReport;
  /** With it the wording can be changed on the page: a click or Enter opens a block. */
  readonly editing?: {
    readonly template: ReportTemplate;
    readonly open: number | undefined;
    readonly onOpen: (place: number | undefined) => void;
    readonly onBlock: (place: number, block: TemplateBlock) => void;
    /** Below the block at the place. */
    readonly onAdd: (place: number, block: TemplateBlock) => void;
    readonly onRemove: (place: number) => void;
  };
}

/** The report as it goes on paper; figures are underlined on screen only. */
export function ReportPaper({ report, editing }: ReportPaperProps) {
  const { t } = useTranslation();
  return (
    <article className={styles.paper} lang={report.language} data-report-paper>
      {report.blocks.map((block, place) => {
        const worded = editing?.template.blocks[place];
        if (editing && worded && editing.open === place)
          return (
            <BlockEditor
              key={place}
              block={worded}
              onBlock={(block) => editing.onBlock(place, block)}
              onAdd={(kind) => {
                editing.onAdd(place, newBlocks[editing.template.language][kind]);
                editing.onOpen(place + 1);
              }}
              onRemove={() => {
                editing.onRemove(place);
                editing.onOpen(undefined);
              }}
              onClose={() => editing.onOpen(undefined)}
            />
          );
        const open = editing && (() => editing.onOpen(place));
        return (
          <div
            key={place}
            className={open && styles.block}
            {...(open
              ? {
                  role: 'button',
                  tabIndex: 0,
                  title: t('reports.change'),
                  onClick: open,
                  onKeyDown: (event: React.KeyboardEvent) => {
                    if (event.key !== 'Enter') return;
                    event.preventDefault();
                    open();
                  },
                }
              : {})}
          >
            <Block block={block} onPaper={!editing} />
          </div>
        );
      })}
    </article>
  );
}

function Block({ block, onPaper }: { readonly block: FilledBlock; readonly onPaper: boolean }) {
  switch (block.type) {
    case 'title':
      return (
        <h2 className={styles.title}>
          <Runs runs={block.runs} />
        </h2>
      );
    case 'heading':
      return (
        <h3 className={styles.heading}>
          <Runs runs={block.runs} />
        </h3>
      );
    case 'table':
      return (
        <>
          {block.caption.length > 0 && (
            <h3 className={styles.heading}>
              <Runs runs={block.caption} />
            </h3>
          )}
          <table className={styles.table}>
            <thead>
              <tr>
                {block.head.map((runs, column) => (
                  <th key={column}>
                    <Runs runs={runs} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, line) => (
                <tr key={line}>
                  {row.map((runs, column) => (
                    <td key={column} data-number={cellNumber(runs) !== undefined || undefined}>
                      <Runs runs={runs} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      );
    case 'chart':
      return <ReportChart chart={block} onPaper={onPaper} />;
    default:
      return (
        <p className={styles[block.type]}>
          <Runs runs={block.runs} />
        </p>
      );
  }
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, place) => {
    switch (run.type) {
      case 'text':
        return <span key={place}>{run.text}</span>;
      case 'figure':
        return (
          <span key={place} className={styles.figure} data-figure={run.figure}>
            {run.text}
          </span>
        );
      case 'problem':
        return (
          <mark key={place} className={styles.problem}>
            {run.text}
          </mark>
        );
    }
  });
}
