import type { Field, FieldKind, StoredValue } from '../ledger/field';
import { choiceCodec } from './choice';
import { choicesCodec } from './choices';
import type { Codec } from './codec';
import { creditCodeCodec } from './creditCode';
import { dateCodec } from './date';
import { divisionCodec } from './division';
import { documentNumberCodec } from './documentNumber';
import { flagCodec } from './flag';
import { groupCodec } from './group';
import { identityNumberCodec } from './identityNumber';
import { instantCodec } from './instant';
import { nameCodec } from './name';
import { phoneCodec } from './phone';
import { plateCodec } from './plate';
import { integerCodec, quantityCodec, temperatureCodec } from './quantity';
import { referenceCodec, referencesCodec } from './reference';
import { longTextCodec, textCodec } from './text';

/** A kind of field without a codec does not compile. */
const codecs = {
  text: () => textCodec,
  longText: () => longTextCodec,
  name: () => nameCodec,
  identityNumber: () => identityNumberCodec,
  documentNumber: () => documentNumberCodec,
  plate: () => plateCodec,
  phone: () => phoneCodec,
  creditCode: () => creditCodeCodec,
  division: () => divisionCodec,
  date: () => dateCodec,
  instant: () => instantCodec,
  integer: integerCodec,
  quantity: quantityCodec,
  temperature: () => temperatureCodec,
  flag: () => flagCodec,
  choice: choiceCodec,
  choices: (field) => (field.several ? referencesCodec(field) : choicesCodec(field)),
  reference: referenceCodec,
  group: (field) => groupCodec(field, codecFor),
} satisfies Record<FieldKind, (field: Field) => unknown>;

const made = new WeakMap<Field, Codec<StoredValue>>();

/** The codec of a field; made once per field, so it may be asked for in a loop over cells. */
export function codecFor(field: Field): Codec<StoredValue> {
  let codec = made.get(field);
  if (!codec) {
    codec = codecs[field.kind](field) as Codec<StoredValue>; // a kind's codec takes that kind's values
    made.set(field, codec);
  }
  return codec;
}
