import type { RowValues } from '../../../../shared/ledger/defineLedger';

/** One shift of a day at a checkpoint, as planned and as it came. */
export interface RosterLine {
  readonly shift: 'A' | 'B';
  readonly leader: string;
  readonly planned: readonly string[];
  /** Nobody yet: empty. */
  readonly present: readonly string[];
  /** Who signed for taking over from this shift. */
  readonly takenOverBy: string;
}

/** `张例春、李样夏`: the names of those on duty, in any of the ways people part them. */
export function namesOf(staff: string): readonly string[] {
  return staff.split(/[、，,；;/\s]+/).filter((name) => name !== '');
}

/** The day's lines of one checkpoint, A before B; a line that another office plans twice counts once. */
export function readRoster(rows: readonly { readonly values: RowValues }[]): readonly RosterLine[] {
  const lines = rows.flatMap(({ values }): readonly RosterLine[] => {
    const { shift } = values;
    if (shift !== 'A' && shift !== 'B') return [];
    const text = (name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : '';
    };
    return [
      {
        shift,
        leader: text('leader'),
        planned: namesOf(text('staff')),
        present: namesOf(text('present')),
        takenOverBy: text('takenOverBy'),
      },
    ];
  });
  return (['A', 'B'] as const).flatMap((shift) => lines.find((line) => line.shift === shift) ?? []);
}

/**
 * Those of `names` whom the plan does not have; nobody where nothing is planned: an office that keeps
 * no roster is not told that everybody is a stranger to it. The leader may stand in for anyone.
 */
export function unplanned(
  line: Pick<RosterLine, 'planned' | 'leader'> | undefined,
  names: readonly string[],
): readonly string[] {
  if (!line || line.planned.length === 0) return [];
  return names.filter((name) => !line.planned.includes(name) && name !== line.leader);
}
