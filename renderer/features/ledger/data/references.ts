import { codecFor } from '../../../../shared/fields/codecFor';
import { separators } from '../../../../shared/fields/choices';
import { referenceNames, splitNumbered } from '../../../../shared/fields/referenceNames';
import { maskValue } from '../../../../shared/fields/mask';
import { isRowId, type RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { Choice } from '../../../components/picking/assistant';
import { findChoices } from '../../../components/picking/findChoices';
import { loadInitials } from '../../../components/picking/pinyinInitials';
import type { StoreReading } from '../../../store/contract';

/**
 * Names of the records that a ledger's records refer to. They are asked for as rows come on screen
 * and as names are typed: a ledger that is referred to may hold a million records.
 */
export interface References {
  /** What is known by now, for codecs. */
  readonly context: Required<Pick<ParseContext, 'resolveReference' | 'describeReference'>>;
  /** Asks for the names that the rows need. */
  readonly learn: (rows: readonly Row[]) => Promise<void>;
  readonly learnValues: (field: Field, values: readonly StoredValue[]) => Promise<void>;
  /**
   * Asks which records the texts of a field stand for. A name of two records stands for neither,
   * unless the end of a record's number follows it, as in workbooks.
   */
  readonly resolve: (field: Field, texts: readonly string[]) => Promise<void>;
  /** Records of a ledger whose name, pinyin initials or numbers fit what was typed. */
  readonly find: (ledger: string, typed: string) => Promise<readonly Choice[]>;
  /** This name was picked and means this record, whatever others are called so. */
  readonly remember: (ledger: string, choice: Choice) => void;
  /** After a commit; true when names may have changed. */
  readonly refresh: (touched: readonly string[]) => Promise<boolean>;
}

/** Up to this size a ledger's names are kept whole and found by pinyin initials here. */
const keptWhole = 5_000;
const mostChoices = 60;

interface Named {
  readonly id: RowId;
  readonly name: string;
}

type NameReading = Pick<
  StoreReading,
  'names' | 'allNames' | 'counts' | 'match' | 'openView' | 'closeView'
>;

export function createReferences(
  store: NameReading,
  ledger: LedgerDefinition,
  ledgers: readonly LedgerDefinition[],
): References {
  const names = new Map<string, Map<string, string>>();
  const ids = new Map<string, Map<string, string | undefined>>();
  const whole = new Map<string, Promise<readonly Named[] | undefined>>();
  const fields = Object.entries<Field>(ledger.fields).filter(([, field]) => refersIn(field));

  const inner = <Value>(of: Map<string, Map<string, Value>>, key: string) => {
    const own = of.get(key) ?? new Map<string, Value>();
    of.set(key, own);
    return own;
  };
  const definitionOf = (id: string) => ledgers.find((one) => one.id === id);
  const nameFieldOf = (id: string) => {
    const target = definitionOf(id);
    return target?.fields[target.nameField];
  };
  const shownName = (target: string, name: string) => {
    const field = nameFieldOf(target);
    return field?.sensitive ? maskValue(field, name) : name;
  };

  async function ask(target: string, wanted: readonly RowId[]): Promise<void> {
    const [found, all] = await Promise.all([store.names(target, wanted), namesOf(target)]);
    const own = inner(names, target);
    const numbered = new Map(all?.map(({ id, name }) => [id, name]));
    wanted.forEach((id, index) => {
      const name = found[index];
      if (name !== undefined) own.set(id, shownName(target, numbered.get(id) ?? name));
    });
  }

  async function learnIds(needed: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
    await Promise.all(
      [...needed].map(async ([target, all]) => {
        const own = inner(names, target);
        const unknown = [...all].filter(isRowId).filter((id) => !own.has(id));
        if (unknown.length > 0) await ask(target, unknown);
      }),
    );
  }

  function namesOf(target: string): Promise<readonly Named[] | undefined> {
    const known =
      whole.get(target) ??
      store
        .counts()
        .then((counts) => ((counts[target] ?? 0) <= keptWhole ? store.allNames(target) : undefined))
        .then((all) => all && tellApart(target, all));
    whole.set(target, known);
    return known;
  }

  /** Namesakes as workbooks name them; behind a mask nobody would know them by that. */
  function tellApart(target: string, all: readonly Named[]): readonly Named[] {
    if (nameFieldOf(target)?.sensitive) return all;
    const { nameOf } = referenceNames(all);
    return all.map(({ id, name }) => ({ id, name: nameOf(id) ?? name }));
  }

  async function searched(target: string, typed: string): Promise<readonly Choice[]> {
    const view = await store.openView({ ledger: target, search: typed }, mostChoices);
    store.closeView(view.id);
    const nameField = definitionOf(target)?.nameField ?? '';
    return view.first.flatMap(({ id, values }) => {
      const name = values[nameField];
      return name === undefined ? [] : [{ text: shownName(target, String(name)), value: id }];
    });
  }

  return {
    context: {
      resolveReference: (target, text) => ids.get(target)?.get(text),
      describeReference: (target, id) => names.get(target)?.get(id),
    },
    learn(rows) {
      const needed = new Map<string, Set<string>>();
      for (const { values } of rows)
        for (const [name, field] of fields) collectIds(field, values[name], needed);
      return learnIds(needed);
    },
    learnValues(field, values) {
      const needed = new Map<string, Set<string>>();
      for (const value of values) collectIds(field, value, needed);
      return learnIds(needed);
    },
    async resolve(field, texts) {
      const target = field.refersTo;
      const nameField = target === undefined ? undefined : nameFieldOf(target);
      const key = target === undefined ? undefined : definitionOf(target)?.nameField;
      if (target === undefined || !nameField || key === undefined) return;
      const own = inner(ids, target);
      const parts = texts.flatMap((text) => (field.several ? text.split(separators) : [text]));
      const unknown = [...new Set(parts.map((part) => part.trim()))].filter(
        (part) => part !== '' && !own.has(part),
      );
      if (unknown.length === 0) return;
      const keyOf = (text: string) => {
        const parsed = codecFor(nameField).parse({ type: 'text', text });
        return [parsed.state === 'value' ? parsed.value : text];
      };
      const found = await store.match(target, [key], unknown.map(keyOf));
      const bare = unknown.map((text) => splitNumbered(text)?.name ?? text);
      const namesakes = await store.match(target, [key], bare.map(keyOf));
      unknown.forEach((text, index) => {
        const end = splitNumbered(text)?.end;
        const called = found[index] ?? [];
        const meant =
          called.length === 0 && end !== undefined
            ? (namesakes[index] ?? []).filter((id) => id.endsWith(end))
            : called;
        const id = meant.length === 1 ? meant[0] : undefined;
        own.set(text, id);
        if (id !== undefined) inner(names, target).set(id, shownName(target, text));
      });
    },
    async find(target, typed) {
      const all = await namesOf(target);
      if (!all) return searched(target, typed);
      const choices = all.map(({ id, name }) => ({ text: shownName(target, name), value: id }));
      return findChoices(choices, typed, await loadInitials()).slice(0, mostChoices);
    },
    remember(target, { text, value }) {
      if (value === undefined) return;
      inner(ids, target).set(text, value);
      inner(names, target).set(value, text);
    },
    async refresh(touched) {
      const stale = touched.filter((target) => names.has(target) || whole.has(target));
      for (const target of stale) {
        whole.delete(target);
        ids.delete(target);
        await ask(target, [...inner(names, target).keys()].filter(isRowId));
      }
      return stale.length > 0;
    },
  };
}

function refersIn(field: Field): boolean {
  return field.refersTo !== undefined || Object.values(field.entry ?? {}).some(refersIn);
}

function collectIds(
  field: Field,
  value: StoredValue | undefined,
  into: Map<string, Set<string>>,
): void {
  if (value === undefined) return;
  const { refersTo, entry } = field;
  if (refersTo !== undefined) {
    const own = into.get(refersTo) ?? new Set();
    into.set(refersTo, own);
    for (const id of [value].flat()) if (typeof id === 'string') own.add(id);
  } else if (entry && Array.isArray(value))
    for (const one of value)
      if (typeof one === 'object')
        for (const [name, part] of Object.entries(entry)) collectIds(part, one[name], into);
}
