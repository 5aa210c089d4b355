import { isRowId } from '../../../../shared/kernel/ids';
import type { Field } from '../../../../shared/ledger/field';
import type { DictionaryColumn } from '../columns/dictionaryColumn';
import { JoinedTexts } from '../columns/joinedTexts';
import type { TableServices } from '../contract';
import { compact, fold, stripSeparators, textOf } from './foldText';

const idBytes = 26;

/** Searches the different values of one column; made at the first search, extended as values come. */
export class ColumnSearch {
  readonly #compacts: JoinedTexts;
  /** With their separators: only what is made of nothing else is looked for here. */
  #texts: JoinedTexts | undefined;
  readonly #initials: JoinedTexts | undefined;
  /** Codes of values that are ids of records: they are found by what they show. */
  readonly #references: number[] = [];
  #referencesUpTo = 0;

  constructor(
    readonly column: DictionaryColumn,
    readonly field: Field | undefined,
    readonly services: TableServices,
  ) {
    const { dictionary } = column;
    this.#compacts = new JoinedTexts(dictionary, {
      is: 'compact',
      of: (code) => compact(textOf(dictionary.valueOf(code))),
    });
    const { initialsOf } = services;
    if (field?.kind === 'name' && initialsOf)
      this.#initials = new JoinedTexts(dictionary, {
        is: 'other',
        of: (code) => initialsOf(textOf(dictionary.valueOf(code))),
      });
  }

  /** Calls `found` with the code of every value whose text holds the other. */
  containing(text: string, found: (code: number) => void): void {
    const folded = fold(text);
    const bare = stripSeparators(folded);
    if (bare === '') {
      this.#withSeparators(folded, found);
      return;
    }
    // What a text holds, its compact text holds without separators.
    this.#compacts.includes(bare, (code, isWhole) => {
      if (isWhole ? bare === folded : this.#foldedOf(code).includes(folded)) found(code);
    });
  }

  /**
   * The quick search. `needle` is folded and trimmed, `bare` compact: a text that holds the one, holds
   * the other when it is compact, so that this is enough where anything is left.
   *
   * | value             | found by                                              |
   * | text, list, group | its compact text; the initials of a name               |
   * | id of a record    | what the record is called                             |
   * | flag, number      | nothing                                               |
   */
  matching(needle: string, bare: string, found: (code: number) => void): void {
    const ofText = (code: number) => {
      if (this.#hasText(code)) found(code);
    };
    if (bare === '') this.#withSeparators(needle, ofText);
    else this.#compacts.includes(bare, ofText);
    this.#initials?.includes(needle, ofText);
    const { describe } = this.services;
    if (!describe) return;
    for (const code of this.#knownReferences()) {
      const shown = describe(
        this.field?.refersTo ?? '',
        String(this.column.dictionary.valueOf(code)),
      );
      if (shown !== undefined && fold(shown).includes(needle)) found(code);
    }
  }

  #foldedOf(code: number): string {
    return fold(textOf(this.column.dictionary.valueOf(code)));
  }

  #withSeparators(folded: string, found: (code: number) => void): void {
    this.#texts ??= new JoinedTexts(this.column.dictionary, {
      is: 'folded',
      of: (code) => this.#foldedOf(code),
    });
    this.#texts.includes(folded, found);
  }

  #hasText(code: number): boolean {
    const { dictionary } = this.column;
    const value = dictionary.isText(code) ? undefined : dictionary.valueOf(code);
    return value === undefined ? !this.#isReference(code) : typeof value === 'object';
  }

  #isReference(code: number): boolean {
    const { dictionary } = this.column;
    if (dictionary.endOf(code) - dictionary.startOf(code) !== idBytes) return false;
    const value = dictionary.valueOf(code);
    return typeof value === 'string' && isRowId(value);
  }

  #knownReferences(): readonly number[] {
    while (this.#referencesUpTo < this.column.dictionary.size) {
      const code = ++this.#referencesUpTo;
      if (this.#isReference(code)) this.#references.push(code);
    }
    return this.#references;
  }
}
