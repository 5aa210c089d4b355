import type { ArrivingKey } from '../../../app/judging/arrivingKeys';
import type { OpenedParcel } from '../parcel/parcelCalls';
import type { Choice } from './receiveLine';

/** Only the signature of an enrolled device vouches for a key; taken "this once" it does not. */
export function mayTrustKeys({
  trust,
}: Pick<Extract<OpenedParcel, { tag: 'parcel' }>, 'trust'>): boolean {
  return trust.state === 'enrolled';
}

/** Its own key is taken with the workbook; one that it only passes on has to be ticked. */
export function keyChoice({ publicKey, isOfSender }: ArrivingKey): {
  readonly id: string;
  readonly preset: Choice;
} {
  return { id: `key ${publicKey}`, preset: isOfSender ? 'theirs' : 'ours' };
}

export function keysTaken(
  keys: readonly ArrivingKey[],
  choices: ReadonlyMap<string, Choice>,
): readonly ArrivingKey[] {
  return keys.filter((key) => {
    const { id, preset } = keyChoice(key);
    return (choices.get(id) ?? preset) === 'theirs';
  });
}
