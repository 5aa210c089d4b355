import { identityCheckDigit } from '../fields/identityNumber';
import type { Enterprise, Person, Subject } from './subject';

/** The same without doubt, perhaps the same (a person decides), or another. */
export type Likeness = 'same' | 'possible' | 'other';

/** How a mention in some record is like the subject of a page. */
export function likeness(subject: Subject, mention: Subject): Likeness {
  if (subject.kind === 'person' && mention.kind === 'person') return samePerson(subject, mention);
  if (subject.kind === 'vehicle' && mention.kind === 'vehicle')
    return subject.plate === mention.plate ? 'same' : 'other';
  if (subject.kind === 'enterprise' && mention.kind === 'enterprise')
    return sameEnterprise(subject, mention);
  return 'other';
}

/**
 * | document numbers | name and a phone | answer                                           |
 * | equal            |                  | same                                             |
 * | neither has one  | equal            | same: they are all that is known of either       |
 * | else             | equal            | possible: a slip, or another document of the same |
 * | else             | else             | other                                            |
 */
function samePerson(left: Person, right: Person): Likeness {
  const { documentNumber: own } = left;
  const { documentNumber: theirs } = right;
  if (own !== undefined && theirs !== undefined && documentForms(own).includes(theirs))
    return 'same';
  if (left.name === undefined || left.name !== right.name) return 'other';
  const theirPhones = phonesOf(right.phone);
  if (!phonesOf(left.phone).some((phone) => theirPhones.includes(phone))) return 'other';
  return own === undefined && theirs === undefined ? 'same' : 'possible';
}

/** Its record, its code or its full name, which is a key of the directory as well. */
function sameEnterprise(left: Enterprise, right: Enterprise): Likeness {
  const agree = (one: string | undefined, other: string | undefined) =>
    one !== undefined && one === other;
  return agree(left.row, right.row) ||
    agree(left.creditCode, right.creditCode) ||
    agree(left.name, right.name)
    ? 'same'
    : 'other';
}

export function phonesOf(phone: string | undefined): readonly string[] {
  return phone?.split('、').filter((one) => one !== '') ?? [];
}

/**
 * A resident identity number in both forms, 18 characters and the 15 digits that it had before 1999:
 * without the century of a birth in the 1900s and without the check digit (GB 11643-1989 and -1999).
 * Any other document has its one form.
 */
export function documentForms(number: string): readonly string[] {
  const long = /^(\d{6})19(\d{9})[\dX]$/.exec(number);
  if (long) return [number, `${long[1]}${long[2]}`];
  if (!/^\d{15}$/.test(number)) return [number];
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return [number, first17 + identityCheckDigit(first17)];
}
