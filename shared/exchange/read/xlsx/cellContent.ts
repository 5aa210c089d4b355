import type { RawCell } from '../../../fields/codec';
import { blankCell } from '../../workbook';
import { decimalNumber } from './numberBytes';
import type { TextCells } from './textCells';
import { decodeUtf8, TextPieces } from './xmlText';

/**
 * What stands between the tags of one cell: mostly one run of bytes, which stay bytes until somebody
 * asks; else pieces, as CDATA sections, comments and runs of rich text cut it. One object, used anew.
 */
export class CellContent {
  #bytes: Uint8Array | undefined;
  #from = 0;
  #to = 0;
  #hasPieces = false;
  readonly #pieces = new TextPieces();

  clear(): void {
    this.#bytes = undefined;
    if (this.#hasPieces) this.#pieces.take();
    this.#hasPieces = false;
  }

  add(bytes: Uint8Array, from: number, to: number, isCdata: boolean): void {
    if (!this.#hasPieces && !this.#bytes && !isCdata) {
      this.#bytes = bytes;
      this.#from = from;
      this.#to = to;
      return;
    }
    if (this.#bytes) this.#pieces.add(this.#bytes, this.#from, this.#to, false);
    this.#bytes = undefined;
    this.#hasPieces = true;
    this.#pieces.add(bytes, from, to, isCdata);
  }

  /** Characters that are kept as pieces: what bounds them. */
  get length(): number {
    return this.#pieces.length;
  }

  /** The number its digits stand for, undefined where they are in no plain form. */
  decimal(): number | undefined {
    return this.#bytes ? decimalNumber(this.#bytes, this.#from, this.#to) : undefined;
  }

  /** As text: for numbers in other forms, booleans and errors, which are short. */
  text(): string {
    if (this.#hasPieces) return this.#pieces.take();
    return this.#bytes ? (decodeUtf8(this.#bytes, this.#from, this.#to) ?? '') : '';
  }

  /** As a cell of text; undefined where it is no UTF-8. */
  cell(texts: TextCells): RawCell | undefined {
    if (this.#bytes) return texts.cellOf(this.#bytes, this.#from, this.#to);
    if (!this.#hasPieces) return blankCell;
    const text = this.#pieces.take();
    if (this.#pieces.isBroken) return undefined;
    return text === '' ? blankCell : { type: 'text', text };
  }
}
