import { flushSync } from 'react-dom';
import { checkReadPass } from '../../../../shared/passes/checkPass';
import { repairScan } from '../../../../shared/passes/repairScan';
import { textOf, type DeskForm, type Filling } from '../form/deskForm';
import { fillingOf, nextDirection } from '../known/knownFacts';
import { answerTo } from '../known/lookups';
import type { VehicleKey } from '../known/vehicleRecord';
import type { DeskParts } from '../lanes/deskParts';
import { contentTexts, permitTexts } from '../passage/passageValues';
import type { Scan } from './scanDetector';
import { completePlate } from './scanPlace';

const refusals = {
  garbled: 'passGarbled',
  newerFormat: 'passNewer',
  unreadable: 'passUnreadable',
} as const;

/**
 * A code on a pass: nothing of it is believed before it is verified. What the ledgers have is asked
 * for meanwhile, and all of it is drawn at once. False where the code is none of a pass.
 */
export async function takePass(parts: DeskParts, scan: Scan, before: DeskForm): Promise<boolean> {
  const { session, dispatch, now } = parts;
  const read = repairScan(scan.text);
  if (!read.ok) {
    const { tag } = read.problem;
    if (tag === 'notAPass') return false;
    dispatch({ type: 'scanRefused', before, notice: { tag: refusals[tag] } });
    return true;
  }
  const { content } = read.value.pass;
  const { facts, duty } = now();
  const here = completePlate(textOf(before, 'plate'), duty.homePlate);
  const plate = here === '' ? content.plate : here;
  const slip = textOf(before, 'slipNumber').trim();
  const [pass, found] = await Promise.all([
    checkReadPass(read.value, {
      trusted: facts?.trusted ?? [],
      revocations: facts?.revocations ?? { byNumber: new Map() },
      positions: facts?.positions ?? new Map(),
      values: facts?.policy.values ?? [],
      earlier: [],
      now: session.clock(),
    }),
    knownOfPass(parts, { plate, permit: content.number, slip }, here),
  ]);
  const isBelieved = pass.tag !== 'forged' && pass.tag !== 'unknownIssuer';
  flushSync(() => {
    dispatch({ type: 'scanned', before, field: 'permit', text: content.number, pass });
    if (!isBelieved) return;
    if (found.tag === 'other') {
      dispatch({ type: 'noticed', notice: { tag: 'permitOfOther', plate: found.plate } });
    } else {
      const texts = contentTexts(content);
      dispatch({ type: 'filled', ...(found.tag === 'filling' ? found.filling : { texts }) });
    }
  });
  return true;
}

/** What the ledgers say of a pass and its vehicle. */
type KnownOfPass =
  | { readonly tag: 'filling'; readonly filling: Filling }
  /** It belongs to another vehicle than the one at the barrier. */
  | { readonly tag: 'other'; readonly plate: string }
  /** The ledger here does not have the pass. */
  | { readonly tag: 'unknown' };

/** `here`: the plate that stands on the lane; blank where none does. */
export async function knownOfPass(
  { lookups }: DeskParts,
  key: VehicleKey,
  here: string,
): Promise<KnownOfPass> {
  const [record, vehicle] = await Promise.all([
    answerTo(lookups.record(key)),
    key.plate === '' ? undefined : answerTo(lookups.vehicle(key.plate)),
    answerTo(lookups.permit(key.permit)), // for when the number is resolved
  ]);
  const values = record.permitRow?.values;
  if (!values) return { tag: 'unknown' };
  const texts = permitTexts(values);
  const { plate } = values;
  if (typeof plate !== 'string') return { tag: 'filling', filling: { texts } };
  if (here !== '' && plate !== here) return { tag: 'other', plate };
  const last = plate === key.plate ? vehicle : await answerTo(lookups.vehicle(plate));
  if (!last) return { tag: 'filling', filling: { texts } };
  // What the pass does not say, the vehicle's last passage does: one scan, and Enter.
  const { texts: earlier, known } = fillingOf(last);
  const filling = { texts: { ...earlier, ...nextDirection(last), ...texts } };
  return { tag: 'filling', filling: known ? { ...filling, known } : filling };
}
