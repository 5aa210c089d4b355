import type { Instant } from '../kernel/time';
import { chartDays } from './chartDays';
import { cutWording, readPlaceholder, type Placeholder } from './placeholder';
import { reportWord, type FindFigure } from './reportCatalogue';
import { lastHour } from './reportTime';
import type { ReportTemplate, TemplateBlock } from './template';

/** A figure that a report needs, and the instant at which. */
export interface AskedFigure {
  readonly figure: string;
  readonly at: Instant;
  /** Its breakdowns are needed too. */
  readonly isParted: boolean;
}

/** What has to be computed before the template can be filled; each figure once for an instant. */
export function askedFigures(
  template: ReportTemplate,
  find: FindFigure,
  at: Instant,
): readonly AskedFigure[] {
  const asked = new Map<string, AskedFigure>();
  const ask = (figure: string, moment: Instant, isParted: boolean) => {
    const key = `${figure} ${moment}`;
    const known = asked.get(key);
    asked.set(key, { figure, at: moment, isParted: isParted || (known?.isParted ?? false) });
  };
  for (const block of template.blocks) {
    if (block.type !== 'chart') continue;
    const read = readPlaceholder(block.figure);
    const named = read.ok ? find(read.value.name) : undefined;
    if (!read.ok || !named) continue;
    const moment = momentOf(read.value, at);
    const days = chartDays(block.over, moment);
    for (const day of days ?? [moment]) ask(named.figure.id, day, days === undefined);
  }
  for (const { placeholder, isParted } of template.blocks.flatMap(placeholdersOf)) {
    const named = reportWord(placeholder.name) ? undefined : find(placeholder.name);
    if (!named) continue;
    const moment = momentOf(placeholder, at);
    ask(named.figure.id, moment, isParted || placeholder.part !== undefined);
    // what it must add up to is checked in the same report
    for (const part of named.figure.parts ?? []) ask(part, moment, false);
  }
  return [...asked.values()];
}

/** The instant that a placeholder holds for. */
export function momentOf({ hour }: Placeholder, at: Instant): Instant {
  return hour === undefined ? at : lastHour(at, hour);
}

function placeholdersOf(
  block: TemplateBlock,
): readonly { readonly placeholder: Placeholder; readonly isParted: boolean }[] {
  const within = (texts: readonly string[]) =>
    texts
      .flatMap(cutWording)
      .flatMap((piece) =>
        piece.type === 'placeholder' ? [{ placeholder: piece.placeholder, isParted: false }] : [],
      );
  switch (block.type) {
    case 'table':
      return within([block.caption, ...block.head, ...block.rows.flat()]);
    case 'chart':
      return within([block.caption]);
    case 'breakdown': {
      const read = readPlaceholder(block.figure);
      return [
        ...within([block.caption]),
        ...(read.ok ? [{ placeholder: read.value, isParted: true }] : []),
      ];
    }
    default:
      return within([block.text]);
  }
}
