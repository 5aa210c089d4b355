import type { ReadLimits } from '../limits';
import { attributesOf } from './attributeScan';
import { nameCode, XmlTokens, type Stop, type XmlHandler } from './xmlTokens';
import { meant } from './xmlText';

export interface Tag {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
}

/** The tags of these local names, in their order: for the small parts that only list things. */
export class TagList implements XmlHandler {
  stop: Stop | undefined;
  readonly tags: Tag[] = [];
  readonly #wanted: ReadonlyMap<number, string>;

  constructor(...names: readonly string[]) {
    this.#wanted = new Map(names.map((name) => [nameCode(name), name]));
  }

  open(code: number, bytes: Uint8Array, from: number, to: number): void {
    const name = this.#wanted.get(code);
    if (name === undefined) return;
    const attributes = attributesOf(bytes, from, to);
    const attribute = (wanted: string) => {
      const raw = attributes.get(wanted);
      return raw === undefined ? undefined : meant(raw);
    };
    this.tags.push({ name, attribute });
  }

  close(): void {
    // what opens is all that counts here
  }

  text(): void {
    // what is listed stands in attributes
  }

  /** Reads a whole part. */
  read(bytes: Uint8Array, part: string, limits: ReadLimits): Stop | undefined {
    const tokens = new XmlTokens(this, part, limits);
    return tokens.push(bytes) ?? tokens.end();
  }
}
