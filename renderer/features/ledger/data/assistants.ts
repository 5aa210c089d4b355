import { codecFor } from '../../../../shared/fields/codecFor';
import { divisions } from '../../../../shared/fields/division';
import {
  dateOf,
  formatInstant,
  parseIsoDate,
  toInstant,
  type IsoDate,
} from '../../../../shared/kernel/time';
import type { Field } from '../../../../shared/ledger/field';
import type { Assistant } from '../../../components/picking/assistant';
import { findChoices, type Findable } from '../../../components/picking/findChoices';
import { loadInitials } from '../../../components/picking/pinyinInitials';
import type { References } from './references';

interface Surroundings {
  readonly language: 'zh' | 'en';
  readonly today: IsoDate;
  readonly references: References;
  readonly none: string;
}

/** The list or calendar that suits a kind of field; undefined for kinds that are only typed. */
export function assistantFor(field: Field, surroundings: Surroundings): Assistant | undefined {
  const { language, today, references, none } = surroundings;
  const { refersTo } = field;
  if (refersTo !== undefined)
    return {
      type: 'list',
      several: field.several ?? false,
      oneKey: false,
      find: (typed) => references.find(refersTo, typed),
      onTake: (choice) => references.remember(refersTo, choice),
      none,
    };
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'flag':
    case 'division':
      return listOf(findablesOf(field, language), field.kind, none);
    case 'date':
    case 'instant':
      return calendarFor(field, language, today);
    default:
      return undefined;
  }
}

function findablesOf(field: Field, language: 'zh' | 'en'): readonly Findable[] {
  if (field.kind === 'flag')
    return [true, false].map((value) => ({ text: codecFor(field).toText(value, language) }));
  if (field.kind === 'division')
    return divisions.map(({ code, zh, en }) => ({
      text: language === 'en' ? en : zh,
      detail: code,
      alsoCalled: [zh, en],
    }));
  return (field.options ?? []).map(({ value, en, synonyms }) => ({
    text: language === 'en' ? en : value,
    alsoCalled: [value, en, ...(synonyms ?? [])],
  }));
}

function listOf(findables: readonly Findable[], kind: Field['kind'], none: string): Assistant {
  return {
    type: 'list',
    several: kind === 'choices',
    oneKey: kind !== 'choices' && findables.length <= 9 && !findables.some(startsWithDigit),
    // at once while nothing is typed; the dictionary of initials is asked for only then
    find: (typed) =>
      typed === ''
        ? findables
        : loadInitials().then((initialsOf) => findChoices(findables, typed, initialsOf)),
    none,
  };
}

function startsWithDigit({ text, alsoCalled = [] }: Findable): boolean {
  return [text, ...alsoCalled].some((word) => /^\d/.test(word));
}

/** Undefined for a field that holds no day. */
export function calendarFor(
  field: Field,
  language: 'zh' | 'en',
  today: IsoDate,
): Assistant | undefined {
  const { kind } = field;
  if (kind !== 'date' && kind !== 'instant') return undefined;
  const dayOf = (text: string): IsoDate | undefined => {
    const parsed = codecFor(field).parse({ type: 'text', text }, { reportOn: today });
    if (parsed.state !== 'value') return undefined;
    if (typeof parsed.value === 'number') return dateOf(toInstant(parsed.value));
    return typeof parsed.value === 'string' ? parseIsoDate(parsed.value) : undefined;
  };
  return {
    type: 'calendar',
    today,
    language,
    dayOf,
    withDay: (text, day) => {
      if (kind === 'date') return day;
      const parsed = codecFor(field).parse({ type: 'text', text }, { reportOn: today });
      const time =
        parsed.state === 'value' && typeof parsed.value === 'number'
          ? formatInstant(toInstant(parsed.value)).slice(11)
          : '00:00';
      return `${day} ${time}`;
    },
  };
}
