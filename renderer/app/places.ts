import type { LedgerArea, LedgerDefinition } from '../../shared/ledger/defineLedger';
import { jobs, workOf } from '../../shared/work/jobs';
import type { Route } from './useRoute';

/** A page that the navigation leads to. */
export interface Place {
  readonly label: string;
  readonly route: Route;
}

/** Pages that belong together; the areas of the ledgers can be folded away. */
export interface PlaceGroup {
  readonly id: string;
  readonly title: string;
  readonly isArea: boolean;
  readonly places: readonly Place[];
}

/** Everything the navigation shows, from top to bottom. Ledgers come by themselves. */
export function placeGroups(
  ledgers: readonly LedgerDefinition[],
  language: 'zh' | 'en',
  t: (key: string) => string,
): readonly PlaceGroup[] {
  const areas = new Map<LedgerArea, LedgerDefinition[]>();
  for (const ledger of ledgers)
    if (ledger.role !== 'definitions')
      areas.set(ledger.area, [...(areas.get(ledger.area) ?? []), ledger]);
  return [
    {
      id: 'duty',
      title: t('frame.nav.duty'),
      isArea: false,
      places: [{ label: t('frame.desk'), route: { page: 'desk' } }],
    },
    {
      id: 'work',
      title: t('frame.nav.work'),
      isArea: false,
      places: [
        { label: t('frame.passes'), route: { page: 'passes' } },
        { label: t('frame.exchange'), route: { page: 'exchange' } },
        { label: t('releases.title'), route: { page: 'releases' } },
        { label: t('transports.title'), route: { page: 'transports' } },
      ],
    },
    {
      id: 'summary',
      title: t('frame.nav.summary'),
      isArea: false,
      places: [
        { label: t('frame.figures'), route: { page: 'figures' } },
        { label: t('frame.reports'), route: { page: 'reports' } },
        { label: t('frame.command'), route: { page: 'command' } },
        { label: t('frame.todos'), route: { page: 'todos' } },
        { label: t('frame.checks'), route: { page: 'checks' } },
      ],
    },
    {
      id: 'jobs',
      title: t('frame.nav.jobs'),
      isArea: false,
      places: jobs.map(({ id }) => ({
        label: t(`work.jobs.${id}`),
        route: { page: 'work', job: id } as const,
      })),
    },
    ...[...areas].map(([area, own]) => ({
      id: area,
      title: t(`frame.areas.${area}`),
      isArea: true,
      places: own.map(({ id, title }) => ({
        label: title[language],
        route: { page: 'ledger', ledger: id } as const,
      })),
    })),
    {
      id: 'system',
      title: '',
      isArea: false,
      places: [
        { label: t('own.title'), route: { page: 'own' } },
        { label: t('frame.settings'), route: { page: 'settings' } },
      ],
    },
  ];
}

/** The list of work that a ledger's own page leads to. */
export function workPlaceOf(ledger: string, t: (key: string) => string): Place | undefined {
  const found = workOf(ledger);
  return found && { label: t(`work.lists.${found.list}`), route: { page: 'work', ...found } };
}

export function isSamePlace(left: Route, right: Route): boolean {
  if (left.page === 'ledger' && right.page === 'ledger') return left.ledger === right.ledger;
  if (left.page === 'work' && right.page === 'work') return left.job === right.job;
  return left.page === right.page;
}
