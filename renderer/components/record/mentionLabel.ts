import { codecFor } from '../../../shared/fields/codecFor';
import { maskValue } from '../../../shared/fields/mask';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Field } from '../../../shared/ledger/field';
import type { Mention } from '../../../shared/lookup/subject';
import { cellShown } from './cellShown';

export interface MentionPart {
  readonly field: string;
  readonly header: string;
  /** Masked where the field is sensitive. */
  readonly shown: string;
  readonly clear: string;
}

/** What a record says of a subject: name, document and phone of a person, a plate, a name. */
export function mentionParts(
  ledger: LedgerDefinition,
  { place, subject }: Mention,
  language: 'zh' | 'en',
): readonly MentionPart[] {
  const group = place.kind === 'person' ? place.entryOf : undefined;
  const outer = group === undefined ? undefined : ledger.fields[group];
  const fields: Readonly<Record<string, Field>> = outer?.entry ?? ledger.fields;
  const part = (name: string | undefined, value: string | undefined): readonly MentionPart[] => {
    const field = name === undefined ? undefined : fields[name];
    if (name === undefined || !field || value === undefined) return [];
    const isSensitive = field.sensitive || outer?.sensitive === true;
    const clear =
      field.kind === 'plate'
        ? cellShown(field, value, language, {}).text
        : codecFor(field).toText(value, language);
    return [
      {
        field: group ?? name,
        header: field.header[language],
        shown: isSensitive ? maskValue(field, value) : clear,
        clear,
      },
    ];
  };
  if (subject.kind === 'person' && place.kind === 'person')
    return [
      ...part(place.name, subject.name),
      ...part(place.documentNumber, subject.documentNumber),
      ...part(place.phone, subject.phone),
    ];
  if (subject.kind === 'vehicle' && place.kind === 'vehicle')
    return part(place.field, subject.plate);
  if (subject.kind === 'enterprise' && place.kind === 'enterprise' && place.by === 'record')
    return [...part(place.field, subject.name), ...part(place.codeField, subject.creditCode)];
  return [];
}

/** As what a subject stands in a record: the header of the field that names it. */
export function mentionRole(
  ledger: LedgerDefinition,
  { place }: Mention,
  language: 'zh' | 'en',
): string {
  const name =
    place.kind === 'person' ? (place.entryOf ?? place.name ?? place.documentNumber) : place.field;
  return (name === undefined ? undefined : ledger.fields[name])?.header[language] ?? '';
}
