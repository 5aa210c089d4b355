import type { Instant, IsoDate } from '../kernel/time';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A choice keeps the Chinese word clerks write; `en` is shown in the English screens only. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly en: string;
  /** Other spellings found in workbooks. */
  readonly synonyms?: readonly string[];
  /** Colour behind the word where it is shown: in force, needs attention, bad, no longer of interest. */
  readonly tone?: 'good' | 'warn' | 'bad' | 'calm';
}

/**
 * What a cell of a record holds. References hold a row id, or `~` and the text as it came when the
 * record it means is not here yet (kept, marked, healed when it arrives).
 */
export type StoredValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Readonly<Record<string, string | number | boolean>>[];

/** From kind to the TypeScript type of its values: a kind without an entry does not compile. */
export interface KindValues {
  text: string;
  longText: string;
  name: string;
  identityNumber: string;
  documentNumber: string;
  plate: string;
  phone: string;
  creditCode: string;
  /** Six digits of GB/T 2260. */
  division: string;
  date: IsoDate;
  instant: Instant;
  integer: number;
  /** In the field's own unit. */
  quantity: number;
  /** Degrees Celsius. */
  temperature: number;
  flag: boolean;
  choice: string;
  choices: readonly string[];
  reference: string;
  group: readonly Readonly<Record<string, string | number | boolean>>[];
}

export type FieldKind = keyof KindValues;

export interface Field<T = unknown, Required extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly header: Words;
  /** Other headers the column has in workbooks; compared without blanks, brackets and width. */
  readonly synonyms?: readonly string[];
  readonly required: Required;
  /** Masked on screen until asked for (recorded), absent from masked exports. */
  readonly sensitive: boolean;
  /** Section of the form. */
  readonly section?: Words;
  /** `quantity`: the unit values are stored in (`吨`, `万袋`, `km²`). */
  readonly unit?: string;
  /** `quantity`: the choice of the same record that names its unit; totals are made for each. */
  readonly measuredIn?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** `date`, `instant`: the field of the same record whose moment it cannot precede; else a warning. */
  readonly notBefore?: string;
  /** `choice`, `choices`. */
  readonly options?: readonly Option[];
  /** `reference`: the ledger it points to. */
  readonly refersTo?: string;
  /** `reference` to a log whose records have no names: shown and written as the record's number. */
  readonly byRecordNumber?: boolean;
  /** `choices` or `reference` that holds several row ids of `refersTo`. */
  readonly several?: boolean;
  /** `group`: the fields of one entry. */
  readonly entry?: Readonly<Record<string, Field>>;
  /** Shown in the totals of the grid. */
  readonly totalled?: boolean;
  /** Grid column width in px and whether it shows before anyone has chosen columns. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Only for the compiler: the type of a value. */
  readonly valueType?: T;
}

interface CommonSettings {
  readonly required?: boolean;
  readonly sensitive?: boolean;
  readonly synonyms?: readonly string[];
  readonly section?: Words;
  readonly width?: number;
  readonly hidden?: boolean;
}

interface NumberSettings extends CommonSettings {
  readonly unit?: string;
  readonly measuredIn?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly totalled?: boolean;
}

interface TimeSettings extends CommonSettings {
  readonly notBefore?: string;
}

type RequiredOf<S> = S extends { readonly required: true } ? true : false;

function make<T, S extends CommonSettings>(
  kind: FieldKind,
  zh: string,
  en: string,
  settings: S,
): Field<T, RequiredOf<S>> {
  return {
    ...settings,
    kind,
    header: { zh, en },
    required: (settings.required ?? false) as RequiredOf<S>, // the same literal, seen by the compiler
    sensitive: settings.sensitive ?? false,
  };
}

function maker<K extends FieldKind, Settings extends CommonSettings = CommonSettings>(kind: K) {
  return <const S extends Settings>(zh: string, en: string, settings?: S) =>
    make<KindValues[K], S>(kind, zh, en, settings ?? ({} as S)); // no settings is the empty S
}

/** The words of the ledger language: `field.plate('车牌号码', 'Plate', { required: true })`. */
export const field = {
  text: maker('text'),
  longText: maker('longText'),
  name: maker('name'),
  identityNumber: maker('identityNumber'),
  documentNumber: maker('documentNumber'),
  plate: maker('plate'),
  phone: maker('phone'),
  creditCode: maker('creditCode'),
  division: maker('division'),
  date: maker<'date', TimeSettings>('date'),
  instant: maker<'instant', TimeSettings>('instant'),
  integer: maker<'integer', NumberSettings>('integer'),
  quantity: maker<'quantity', NumberSettings>('quantity'),
  temperature: maker('temperature'),
  flag: maker('flag'),

  choice<const O extends readonly Option[], const S extends CommonSettings>(
    zh: string,
    en: string,
    options: O,
    settings?: S,
  ): Field<O[number]['value'], RequiredOf<S>> {
    return { ...make<O[number]['value'], S>('choice', zh, en, settings ?? ({} as S)), options }; // as above
  },

  choices<const O extends readonly Option[], const S extends CommonSettings>(
    zh: string,
    en: string,
    options: O,
    settings?: S,
  ): Field<readonly O[number]['value'][], RequiredOf<S>> {
    const base = make<readonly O[number]['value'][], S>('choices', zh, en, settings ?? ({} as S)); // as above
    return { ...base, options };
  },

  reference<const S extends CommonSettings & { readonly byRecordNumber?: boolean }>(
    zh: string,
    en: string,
    refersTo: string,
    settings?: S,
  ): Field<string, RequiredOf<S>> {
    return { ...make<string, S>('reference', zh, en, settings ?? ({} as S)), refersTo }; // as above
  },

  /** Several records of another ledger, in order (the checkpoints of a route). */
  references<const S extends CommonSettings>(
    zh: string,
    en: string,
    refersTo: string,
    settings?: S,
  ): Field<readonly string[], RequiredOf<S>> {
    const base = make<readonly string[], S>('choices', zh, en, settings ?? ({} as S)); // as above
    return { ...base, refersTo, several: true };
  },

  group<const E extends Readonly<Record<string, Field>>, const S extends CommonSettings>(
    zh: string,
    en: string,
    entry: E,
    settings?: S,
  ): Field<KindValues['group'], RequiredOf<S>> {
    return { ...make<KindValues['group'], S>('group', zh, en, settings ?? ({} as S)), entry }; // as above
  },
};
