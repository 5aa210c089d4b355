import type { Link } from '../../../../shared/journal/entry';

/** Where entries of one device and ledger stand: numbers, hashes and the commits that hold them. */
export class HeldJournal {
  readonly #sequences: number[] = [];
  readonly #hashes: string[] = [];
  readonly #commits: number[] = [];

  add({ sequence, hash }: Link, commit: number): void {
    // Mostly the end; entries that come late, or two of one number, go where they belong.
    const place = this.#placeAfter(sequence);
    this.#sequences.splice(place, 0, sequence);
    this.#hashes.splice(place, 0, hash);
    this.#commits.splice(place, 0, commit);
  }

  has({ sequence, hash }: Link): boolean {
    for (let place = this.#placeAfter(sequence) - 1; place >= 0; place--) {
      if (this.#sequences[place] !== sequence) return false;
      if (this.#hashes[place] === hash) return true;
    }
    return false;
  }

  /** The commits that hold entries after a number, each once, in order. */
  commitsAfter(sequence: number): readonly number[] {
    const commits = new Set(this.#commits.slice(this.#placeAfter(sequence)));
    return [...commits].sort((left, right) => left - right);
  }

  /** The last entry up to and with a number. */
  linkAt(sequence: number): Link | undefined {
    const place = this.#placeAfter(sequence) - 1;
    const hash = this.#hashes[place];
    const found = this.#sequences[place];
    return hash === undefined || found === undefined ? undefined : { sequence: found, hash };
  }

  #placeAfter(sequence: number): number {
    let [from, to] = [0, this.#sequences.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#sequences[middle] ?? 0) <= sequence) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
