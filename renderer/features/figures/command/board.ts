import type { FigurePart } from '../../../../shared/figures/breakDown';
import {
  addDays,
  dateOf,
  startOfDay,
  toInstant,
  type Instant,
  type IsoDate,
} from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { GroupCount } from '../../../store/contract';

/** New cases of one day. */
export interface CurveDay {
  readonly day: IsoDate;
  readonly confirmed: number;
  readonly asymptomatic: number;
}

/** Every day up to the last, the quiet ones too; `groups` are cases by day of report and kind. */
export function curveOf(
  groups: readonly GroupCount[],
  last: IsoDate,
  days: number,
): readonly CurveDay[] {
  const count = (day: IsoDate, kind: string) =>
    groups
      .filter(({ keys }) => keys[0] === day && keys[1] === kind)
      .reduce((sum, { rows }) => sum + rows, 0);
  return Array.from({ length: days }, (_, at) => addDays(last, at - days + 1)).map((day) => ({
    day,
    confirmed: count(day, '确诊'),
    asymptomatic: count(day, '无症状'),
  }));
}

/** An isolation site and how full it is. */
export interface SiteLoad {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly rooms: number;
}

/** Sites in use at the moment, the fullest first; one person has a room. */
export function siteLoads(
  sites: readonly Row[],
  parts: readonly FigurePart[],
  at: Instant,
): readonly SiteLoad[] {
  const people = new Map(parts.map(({ key, value }) => [key, value]));
  const day = dateOf(toInstant(at - 1));
  return sites
    .filter(({ values: { openedOn, closedOn } }) => {
      const isOpen = typeof openedOn === 'string' && openedOn <= day;
      return isOpen && !(typeof closedOn === 'string' && closedOn <= day);
    })
    .map(({ id, values }) => ({
      id,
      name: typeof values.name === 'string' ? values.name : '',
      people: people.get(id) ?? 0,
      rooms: typeof values.rooms === 'number' ? values.rooms : 0,
    }))
    .sort((a, b) => fullness(b) - fullness(a));
}

export function fullness({ people, rooms }: SiteLoad): number {
  if (rooms > 0) return people / rooms;
  return people > 0 ? 1 : 0;
}

/** How long a kind of necessities lasts, by the last report of each holder. */
export interface Supply {
  readonly kind: string;
  readonly tonnes: number;
  /** Undefined where no holder says for how many days its stock lasts. */
  readonly days: number | undefined;
  /** The oldest and the newest of the reports that it is made of. */
  readonly from: string;
  readonly to: string;
}

/**
 * Days of all holders together: what they hold, by what they use in a day. That is stock over days of
 * supply for each, so that a large depot counts for more than a shop.
 */
export function suppliesOf(reports: readonly Row[]): readonly Supply[] {
  const last = new Map<string, Row>();
  for (const row of reports) {
    const { holder, kind, date } = row.values;
    const key = JSON.stringify([holder, kind]);
    const known = last.get(key)?.values.date;
    if (typeof date === 'string' && !(typeof known === 'string' && known >= date)) {
      last.set(key, row);
    }
  }
  const byKind = new Map<string, Row[]>();
  for (const row of last.values()) {
    const kind = String(row.values.kind);
    byKind.set(kind, [...(byKind.get(kind) ?? []), row]);
  }
  return [...byKind].map(([kind, rows]) => {
    const dates = rows.map(({ values }) => String(values.date)).sort();
    const told = rows.flatMap(({ values: { stock, supplyDays } }) =>
      typeof stock === 'number' && typeof supplyDays === 'number' && supplyDays > 0
        ? [{ stock, perDay: stock / supplyDays }]
        : [],
    );
    const perDay = told.reduce((sum, one) => sum + one.perDay, 0);
    const held = told.reduce((sum, one) => sum + one.stock, 0);
    return {
      kind,
      tonnes: rows.reduce((sum, { values: { stock } }) => sum + Number(stock ?? 0), 0),
      days: perDay > 0 ? held / perDay : undefined,
      from: dates[0] ?? '',
      to: dates.at(-1) ?? '',
    };
  });
}

/** A checkpoint with what it has logged on the day of the cut-off. */
export interface Post {
  readonly id: string;
  readonly name: string;
  readonly passages: number;
  readonly held: number;
  readonly turnedBack: number;
  /** The newest passage known of it here. */
  readonly newestAt: Instant | undefined;
  /** Degrees, where given. */
  readonly place: { readonly longitude: number; readonly latitude: number } | undefined;
}

/** Checkpoints in force, in the order of their names; `groups` are passages by checkpoint and outcome. */
export function postsOf(
  checkpoints: readonly Row[],
  groups: readonly GroupCount[],
  newest: ReadonlyMap<string, Instant>,
  at: Instant,
): readonly Post[] {
  const day = dateOf(toInstant(at - 1));
  const count = (id: string, outcomes?: readonly string[]) =>
    groups
      .filter(({ keys }) => keys[0] === id && (outcomes?.includes(String(keys[1])) ?? true))
      .reduce((sum, { rows }) => sum + rows, 0);
  return checkpoints
    .filter(({ values: { openedOn, closedOn } }) => {
      const isOpen = typeof openedOn === 'string' && openedOn <= day;
      return isOpen && !(typeof closedOn === 'string' && closedOn <= day);
    })
    .map(({ id, values: { name, longitude, latitude } }) => ({
      id,
      name: typeof name === 'string' ? name : '',
      passages: count(id),
      held: count(id, ['滞留']),
      turnedBack: count(id, ['劝返']),
      newestAt: newest.get(id),
      place:
        typeof longitude === 'number' && typeof latitude === 'number'
          ? { longitude, latitude }
          : undefined,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

export type Freshness = 'fresh' | 'old' | 'silent';

const hourMs = 3_600_000;

/** How long nothing has come from a checkpoint: amber after three hours, red after twelve. */
export function freshnessOf({ newestAt }: Post, at: Instant): Freshness {
  if (newestAt === undefined || at - newestAt > 12 * hourMs) return 'silent';
  return at - newestAt > 3 * hourMs ? 'old' : 'fresh';
}

/** The day of a cut-off from its first moment to the last before the cut-off. */
export function dayUpTo(at: Instant): { readonly from: Instant; readonly to: Instant } {
  const last = toInstant(at - 1);
  return { from: startOfDay(dateOf(last)), to: last };
}

/** Where a post stands on a board of that width and height; north is up, proportions as on the ground. */
export function spreadOver(
  posts: readonly Post[],
  width: number,
  height: number,
): ReadonlyMap<string, readonly [number, number]> {
  const placed = posts.flatMap(({ id, place }) => (place ? [{ id, ...place }] : []));
  if (placed.length === 0) return new Map();
  const mean = placed.reduce((sum, one) => sum + one.latitude, 0) / placed.length;
  const narrowing = Math.cos((mean * Math.PI) / 180);
  const points = placed.map(({ id, longitude, latitude }) => ({
    id,
    x: longitude * narrowing,
    y: -latitude,
  }));
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(width / (right - left || 1), height / (bottom - top || 1));
  const inset = [
    (width - (right - left) * scale) / 2,
    (height - (bottom - top) * scale) / 2,
  ] as const;
  return new Map(
    points.map(({ id, x, y }) => [
      id,
      [inset[0] + (x - left) * scale, inset[1] + (y - top) * scale] as const,
    ]),
  );
}
