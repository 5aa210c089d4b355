import type { RawCell } from '../../../fields/codec';
import type { ReadLimits } from '../limits';
import { blankCell } from '../../workbook';
import { nameCode, type Stop, type XmlHandler } from './xmlTokens';
import { isPlain, TextPieces, textOf } from './xmlText';

const names = {
  si: nameCode('si'),
  t: nameCode('t'),
  rPh: nameCode('rPh'),
};

/**
 * The shared strings of a workbook as cells: a string that a million cells show is one object. Runs
 * of rich text are joined; phonetic readings (how a name is pronounced) are not part of it.
 */
export class StringTable implements XmlHandler {
  stop: Stop | undefined;
  readonly cells: RawCell[] = [];
  readonly #limits: ReadLimits;
  readonly #pieces = new TextPieces();
  #inItem = false;
  #inText = false;
  #inPhonetic = false;
  /** The only piece so far; most strings are one and plain. */
  #single: string | undefined;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  open(name: number, _bytes: Uint8Array, _from: number, _to: number, isEmpty: boolean): void {
    if (name === names.t) this.#inText = this.#inItem && !this.#inPhonetic && !isEmpty;
    else if (name === names.si) {
      if (isEmpty) this.#add('');
      else this.#inItem = true;
    } else if (name === names.rPh) this.#inPhonetic = !isEmpty;
  }

  close(name: number): void {
    if (name === names.t) this.#inText = false;
    else if (name === names.rPh) this.#inPhonetic = false;
    else if (name === names.si) {
      this.#inItem = false;
      this.#add(this.#single ?? this.#pieces.take());
      this.#single = undefined;
    }
  }

  text(bytes: Uint8Array, from: number, to: number, isCdata: boolean): void {
    if (!this.#inText) return;
    if (
      this.#single === undefined &&
      this.#pieces.length === 0 &&
      !isCdata &&
      isPlain(bytes, from, to)
    ) {
      this.#single = textOf(bytes, from, to);
      if (this.#single === undefined) this.#broken();
      return;
    }
    if (this.#single !== undefined) {
      this.#pieces.addText(this.#single);
      this.#single = undefined;
    }
    this.#pieces.add(bytes, from, to, isCdata);
    if (this.#pieces.isBroken) this.#broken();
    else if (this.#pieces.length > 8 * this.#limits.cellCharacters)
      this.#tooLong(this.#pieces.length);
  }

  #add(text: string): void {
    if (text.length > this.#limits.cellCharacters) this.#tooLong(text.length);
    else if (this.cells.length >= this.#limits.sharedStrings) {
      const { sharedStrings: allowed } = this.#limits;
      this.stop = { tag: 'tooLarge', limit: 'sharedStrings', allowed, found: allowed + 1 };
    } else this.cells.push(text === '' ? blankCell : { type: 'text', text });
  }

  #tooLong(found: number): void {
    const { cellCharacters: allowed } = this.#limits;
    this.stop = { tag: 'tooLarge', limit: 'cellCharacters', allowed, found };
  }

  #broken(): void {
    this.stop = { tag: 'damaged', detail: 'text is not UTF-8', where: 'sharedStrings' };
  }
}
