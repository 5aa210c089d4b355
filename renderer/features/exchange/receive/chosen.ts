import type { EditChoices, EditPlan } from '../../../../shared/exchange/parcel/planEdits';
import {
  choiceKey,
  type ReceiveChoices,
  type ReceivePlan,
} from '../../../../shared/exchange/parcel/planReceive';
import { twinsKey } from '../../../../shared/merge/twins';
import { keepsOther, lineKeys, presetOf } from './lineKeys';
import type { Choice } from './receiveLine';

/** Of a pair there are no sides: the first choice joins it. */
const twinsAs = { theirs: 'joined', ours: 'apart' } as const satisfies Record<Choice, string>;

/** What was decided line by line, as the plan takes it. */
export function chosen(
  plan: Pick<ReceivePlan, 'merge' | 'edits'>,
  choices: ReadonlyMap<string, Choice>,
): ReceiveChoices {
  const conflicts = new Map<string, boolean>();
  for (const merged of plan.merge.rows) {
    for (const conflict of merged.conflicts) {
      const choice = choices.get(lineKeys.conflict(merged, conflict));
      if (choice === undefined) continue;
      conflicts.set(choiceKey(merged, conflict), keepsOther(merged, conflict, choice));
    }
  }
  const twins = new Map<string, 'apart' | 'joined'>();
  for (const pair of plan.merge.twins) {
    const choice = choices.get(lineKeys.twins(pair));
    if (choice === undefined) continue;
    twins.set(twinsKey(pair.first.id, pair.second.id), twinsAs[choice]);
  }
  const edits = new Map(plan.edits.map((one) => [one.ledger, editsOf(one, choices)] as const));
  return { conflicts, twins, edits };
}

function editsOf(plan: EditPlan, choices: ReadonlyMap<string, Choice>): EditChoices {
  const { ledger } = plan;
  const kept = new Map<number, Choice>();
  const cleared = new Set<number>();
  for (const [place, edit] of plan.edits.entries()) {
    const choice = choices.get(lineKeys.edit(ledger, edit)) ?? presetOf[edit.kind];
    if (choice === undefined) continue;
    kept.set(place, choice);
    if (edit.kind === 'clear' && choice === 'theirs') cleared.add(place);
  }
  const isYes = (key: string) => choices.get(key) === 'theirs';
  return {
    kept,
    cleared,
    deleted: new Set(
      plan.deletions.flatMap(({ id }) => (isYes(lineKeys.deletion(ledger, id)) ? [id] : [])),
    ),
    twins: new Map(
      plan.added.flatMap((one) => {
        const choice = choices.get(lineKeys.twin(ledger, one));
        return choice === undefined ? [] : [[one.row, twinsAs[choice]] as const];
      }),
    ),
  };
}
