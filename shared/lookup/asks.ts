import { documentForms, phonesOf } from './likeness';
import type { EnterprisePlace, MentionPlace, PersonPlace } from './mentionPlaces';
import type { Enterprise, Person, Subject } from './subject';

/** What a ledger is asked: rows of which all conditions hold. */
export type Ask = readonly Condition[];

export interface Condition {
  readonly field: string;
  /** `contains` for the entries of a group and for several phones in one field. */
  readonly test: 'equals' | 'contains';
  readonly text: string;
}

/**
 * Questions whose answers hold every record that can speak of the subject at this place, and a few
 * others: what was found is compared by `likeness`.
 */
export function asksFor(subject: Subject, place: MentionPlace): readonly Ask[] {
  if (subject.kind === 'person' && place.kind === 'person') return personAsks(subject, place);
  if (subject.kind === 'vehicle' && place.kind === 'vehicle')
    return [[{ field: place.field, test: 'equals', text: subject.plate }]];
  if (subject.kind === 'enterprise' && place.kind === 'enterprise')
    return enterpriseTexts(subject, place).map((text) => [
      { field: place.field, test: 'equals', text },
    ]);
  return [];
}

function personAsks(subject: Person, place: PersonPlace): readonly Ask[] {
  const { entryOf, name, documentNumber, phone } = place;
  const whole = (field: string, text: string): Condition =>
    entryOf === undefined
      ? { field, test: 'equals', text }
      : { field: entryOf, test: 'contains', text };
  const byDocument =
    documentNumber === undefined || subject.documentNumber === undefined
      ? []
      : documentForms(subject.documentNumber).map((form) => [whole(documentNumber, form)]);
  const byPhone =
    name === undefined || phone === undefined || subject.name === undefined
      ? []
      : phonesOf(subject.phone).map((one) => [
          whole(name, subject.name ?? ''),
          { field: entryOf ?? phone, test: 'contains' as const, text: one },
        ]);
  return [...byDocument, ...byPhone];
}

function enterpriseTexts(subject: Enterprise, { by }: EnterprisePlace): readonly string[] {
  const { row, name, creditCode } = subject;
  switch (by) {
    case 'record':
    case 'name':
      return name === undefined ? [] : [name];
    case 'creditCode':
      return creditCode === undefined ? [] : [creditCode];
    case 'reference':
      // a name with the mark stands for a record that was not here when the row came
      return [...(row === undefined ? [] : [row]), ...(name === undefined ? [] : [`~${name}`])];
  }
}
