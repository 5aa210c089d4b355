import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../shared/kernel/time';
import { dayClosed } from '../../../../shared/reports/reportTime';
import { useCommands } from '../../../app/commands';
import { useSession } from '../../../app/session';
import { usualHours } from '../../../app/cutOff/cutOff';
import { CutOffChooser } from '../../../app/cutOff/CutOffChooser';
import { useCutOff } from '../../../app/cutOff/useCutOff';
import { FigureRecords } from '../FigureRecords';
import { figureLines } from '../figureLines';
import { shownNumber } from '../shownNumber';
import { useFigures } from '../useFigures';
import { dayUpTo, fullness, type Post, type SiteLoad, type Supply } from './board';
import { BoardMap } from './BoardMap';
import { EpidemicCurve } from './EpidemicCurve';
import { KeyFigures } from './KeyFigures';
import { LoadBars, type Bar } from './LoadBars';
import type { Mark } from './mark';
import { MarkRecords } from './MarkRecords';
import { PostTable } from './PostTable';
import { TodoRecords } from './TodoRecords';
import { UnitBars } from './UnitBars';
import { useBoard } from './useBoard';
import styles from './command.module.css';

const keyFigures = [
  'cases.confirmed',
  'cases.asymptomatic',
  'contacts.close',
  'contacts.secondary',
  'isolationStays.isolated',
  'testSamples.people',
];
const zoneFigures = ['zones.lockdown', 'zones.control', 'zones.precaution'];
/** Days of supply: a bar is whole at that many, amber below a week, red below three days. */
const supply = { whole: 30, watch: 7, grave: 3 };

/** The county at a glance: for the leader, and for the wall. Each mark opens its records. */
export function CommandView() {
  const [at, onCutOff] = useCutOff(usualHours);
  return at === undefined ? null : <CommandOf at={at} onCutOff={onCutOff} />;
}

interface CommandOfProps {
  readonly at: Instant;
  readonly onCutOff: (at: Instant) => void;
}

function CommandOf({ at, onCutOff }: CommandOfProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { ledgers } = useSession();
  const [mark, setMark] = useState<Mark>();
  const [projected, setProjected] = useState(false);
  const figures = useFigures(at);
  const board = useBoard(at);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-projected', projected);
    return () => document.documentElement.removeAttribute('data-projected');
  }, [projected]);
  const project = () => setProjected((before) => !before);
  useCommands({
    title: t('frame.command'),
    scope: 'page',
    commands: [
      {
        id: 'command.project',
        title: t(projected ? 'figures.command.unproject' : 'figures.command.project'),
        keys: 'Ctrl+Shift+P',
        run: project,
      },
    ],
  });
  const day = dayClosed(at);
  const lines = figureLines(ledgers, figures);
  const lineOf = (id: string) => lines.filter(({ figure }) => figure.id === id);
  const close = () => setMark(undefined);
  const openPost = ({ id, name }: Post) => {
    const { from, to } = dayUpTo(at);
    setMark({
      type: 'query',
      title: name,
      query: {
        ledger: 'checkpoint-passes',
        filters: [
          { field: 'checkpoint', test: { type: 'equals', value: id } },
          { field: 'passedAt', test: { type: 'between', from, to } },
        ],
        sort: [{ field: 'passedAt', descending: true }],
      },
    });
  };
  const siteBar = (site: SiteLoad): Bar => {
    const part = fullness(site);
    const [isolated] = lineOf('isolationStays.isolated');
    return {
      id: site.id,
      name: site.name,
      part,
      text: `${shownNumber(site.people)}/${shownNumber(site.rooms)}`,
      tone: part >= 1 ? 'grave' : part >= 0.85 ? 'watch' : 'usual',
      open: () => {
        if (!isolated) return;
        const of = { field: 'site', key: site.id };
        setMark({ type: 'figure', choice: { line: isolated, of, words: site.name } });
      },
    };
  };
  const supplyBar = ({ kind, days, tonnes, from, to }: Supply): Bar => ({
    id: kind,
    name: kindWord(kind),
    part: (days ?? 0) / supply.whole,
    text:
      days === undefined
        ? t('figures.command.tonnes', { tonnes: shownNumber(Math.round(tonnes)) })
        : t('figures.command.days', { days: Math.floor(days) }),
    tone:
      days === undefined || days >= supply.watch
        ? 'usual'
        : days < supply.grave
          ? 'grave'
          : 'watch',
    open: () =>
      setMark({
        type: 'query',
        title: kindWord(kind),
        query: {
          ledger: 'necessities-stock',
          filters: [
            { field: 'kind', test: { type: 'equals', value: kind } },
            { field: 'date', test: { type: 'between', from, to } },
          ],
          sort: [{ field: 'date', descending: true }],
        },
      }),
  });
  const zones = zoneFigures
    .flatMap(lineOf)
    .map(({ figure, value }) => `${figure.title[language]} ${shownNumber(value)}`);
  return (
    <div className={styles.view} data-projected={projected || undefined}>
      <div className={styles.head}>
        <h1>{t('frame.command')}</h1>
        <CutOffChooser at={at} hours={usualHours} onChange={onCutOff} />
        <button type="button" className={styles.small} aria-pressed={projected} onClick={project}>
          {t(projected ? 'figures.command.unproject' : 'figures.command.project')}{' '}
          <kbd>Ctrl Shift P</kbd>
        </button>
      </div>
      <KeyFigures
        lines={keyFigures.flatMap(lineOf)}
        onOpen={(line) => setMark({ type: 'figure', choice: { line } })}
      />
      {board && (
        <div className={styles.columns}>
          <div className={styles.column}>
            <EpidemicCurve days={board.curve} onOpen={setMark} />
            <BoardMap posts={board.posts} at={at} zones={zones} onOpen={openPost} />
            <UnitBars onOpen={setMark} />
          </div>
          <div className={styles.column}>
            <LoadBars
              id="supplies-title"
              title={t('figures.command.supplies')}
              note=""
              empty={t('figures.command.noSupplies')}
              day={day}
              bars={board.supplies.map(supplyBar)}
            />
            <LoadBars
              id="sites-title"
              title={t('figures.command.sites')}
              note={t('figures.command.sitesNote')}
              empty={t('figures.command.noSites')}
              day={day}
              bars={board.sites.map(siteBar)}
            />
          </div>
          {!mark && <PostTable posts={board.posts} at={at} onOpen={openPost} />}
          {mark?.type === 'figure' && (
            <FigureRecords
              key={`${mark.choice.line.figure.id} ${JSON.stringify(mark.choice.of ?? null)}`}
              choice={mark.choice}
              at={figures.at ?? at}
              onClose={close}
            />
          )}
          {mark?.type === 'todos' && (
            <TodoRecords title={mark.title} todos={mark.todos} onClose={close} />
          )}
          {mark?.type === 'query' && (
            <MarkRecords
              key={JSON.stringify(mark.query)}
              title={mark.title}
              query={mark.query}
              onClose={close}
            />
          )}
        </div>
      )}
    </div>
  );

  function kindWord(kind: string): string {
    const options = ledgers.find(({ id }) => id === 'necessities-stock')?.fields.kind?.options;
    const option = options?.find(({ value }) => value === kind);
    return language === 'en' ? (option?.en ?? kind) : kind;
  }
}
