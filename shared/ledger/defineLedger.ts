import type { RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import { field, type Field, type StoredValue, type Words } from './field';
import type { Figure } from './figure';

/** Where a ledger stands in the navigation. */
export type LedgerArea =
  | 'checkpoints'
  | 'transport'
  | 'supplies'
  | 'tracing'
  | 'environment'
  | 'needs'
  | 'command'
  | 'own';

/** Enterprises that other ledgers speak of; ledgers that the event itself defines; reports given out. */
export type LedgerRole = 'directory' | 'definitions' | 'issuedReports';

export type Fields = Readonly<Record<string, Field>>;

/** What every record has beside its own fields. */
const commonFields = {
  unit: field.text('所属单位', 'Unit', { hidden: true, synonyms: ['填报单位', '所属乡镇'] }),
  recorder: field.text('登记人', 'Recorded by', { hidden: true, synonyms: ['填报人', '录入人'] }),
  recordedAt: field.instant('登记时间', 'Recorded at', { hidden: true, synonyms: ['录入时间'] }),
  remarks: field.longText('备注', 'Remarks', { synonyms: ['说明', '备 注'] }),
} as const satisfies Fields;

export type CommonFields = typeof commonFields;

export interface LedgerDefinition<Id extends string = string, F extends Fields = Fields> {
  readonly id: Id;
  readonly title: Words;
  readonly area: LedgerArea;
  /** Raised when stored names or meanings change; migrations stand in `renderer/store/versions`. */
  readonly version: number;
  /** A log only grows: rows are packed into segments; corrections are rare. */
  readonly grows: boolean;
  readonly fields: F & CommonFields;
  /**
   * Natural keys, best first: the fields that together name a record that comes from a workbook
   * without a record number. Empty: never matched by content (two equal rows are two events).
   */
  readonly matchOn: readonly (readonly string[])[];
  /** The field that names a record where another ledger refers to it. */
  readonly nameField: string;
  /** What a grid is sorted by at first. */
  readonly newestFirst?: string;
  /** The numbers that are reported of it. */
  readonly figures: readonly Figure[];
  /** What its records are to the app itself. */
  readonly role?: LedgerRole;
}

interface LedgerSettings<Id extends string, F extends Fields> {
  readonly id: Id;
  readonly title: Words;
  readonly area: LedgerArea;
  readonly version: number;
  readonly grows?: boolean;
  readonly fields: F;
  readonly matchOn: readonly (readonly (keyof F & string)[])[];
  readonly nameField: keyof F & string;
  readonly newestFirst?: keyof F & string;
  readonly figures?: readonly Figure<keyof F & string>[];
  readonly role?: LedgerRole;
}

/** One ledger, whole: its table, form, template, importer and merge all come from this value. */
export function defineLedger<const Id extends string, const F extends Fields>(
  settings: LedgerSettings<Id, F>,
): LedgerDefinition<Id, F> {
  return {
    ...settings,
    grows: settings.grows ?? false,
    figures: settings.figures ?? [],
    fields: { ...settings.fields, ...commonFields },
  };
}

type ValueOf<F> = F extends Field<infer T> ? T : never;
type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<unknown, true> ? K : never;
}[keyof F];

/** The typed values of one record of a ledger: required fields present, the rest optional. */
export type ValuesOf<L> =
  L extends LedgerDefinition<string, infer F>
    ? { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
        readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
      } & { readonly [K in keyof CommonFields]?: ValueOf<CommonFields[K]> }
    : never;

/** Values by field name; a blank field is absent, never an empty string. */
export type RowValues = Readonly<Record<string, StoredValue>>;

/** A record as the store gives it. */
export interface Row {
  readonly id: RowId;
  readonly values: RowValues;
  /** Soft deletion: still stored, shown only when asked for, can be restored. */
  readonly deletedAt?: Instant;
}
