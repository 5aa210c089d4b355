export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** Names of a ledger's records as workbooks have them, each meaning one record. */
export interface ReferenceNames {
  /** Undefined: no such record. */
  readonly nameOf: (id: string) => string | undefined;
  /** Undefined: no record, or several, and the text does not say which. */
  readonly idOf: (name: string) => string | undefined;
  readonly all: readonly string[];
}

/** A name and the end of a record's number, as `referenceNames` writes the two of a namesake. */
export function splitNumbered(
  text: string,
): { readonly name: string; readonly end: string } | undefined {
  const [, name, end] = /^(.+)〔([0-9A-Z]{6})〕$/.exec(text) ?? [];
  return name === undefined || end === undefined ? undefined : { name, end };
}

/** So many last characters of a record's number tell its namesakes apart. */
const told = 6;

/**
 * A name that several records have is followed by the end of the record's number, as in
 * `云台山镇样例小区〔XE6J7C〕`: a workbook that went out comes back with the same records. The bare name
 * of several means none of them: it stays text until a person says which.
 */
export function referenceNames(records: readonly NamedRecord[]): ReferenceNames {
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of records) {
    if (byName.has(name)) shared.add(name);
    byName.set(name, id);
  }
  const byId = new Map<string, string>();
  for (const { id, name } of records)
    byId.set(id, shared.has(name) ? `${name}〔${id.slice(-told)}〕` : name);
  for (const name of shared) byName.delete(name);
  for (const [id, name] of byId) byName.set(name, id);
  return {
    nameOf: (id) => byId.get(id),
    idOf: (name) => byName.get(name),
    all: [...new Set(byId.values())],
  };
}
