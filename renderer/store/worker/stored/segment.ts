import { seal, unseal } from '../../keys/sealing';
import { deflate, inflate, joinBytes } from './deflate';
import { numberAt, numberBytes } from './sealedCommit';

/** Commits `first` to `last`, folded: packed and sealed as one, each still with its own bytes. */
export interface SealedSegment {
  readonly first: number;
  readonly last: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const context = (event: string, first: number, last: number) => `${event}:segment:${first}:${last}`;

/** Like a commit, a segment says in the open which commits it holds. */
export async function sealSegment(
  key: CryptoKey,
  event: string,
  first: number,
  commits: readonly Uint8Array[],
): Promise<SealedSegment> {
  const last = first + commits.length - 1;
  const parts = commits.flatMap((commit) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, commit.length);
    return [length, commit];
  });
  const inner = await seal(key, context(event, first, last), await deflate(joinBytes(parts)));
  return { first, last, sealed: joinBytes([numberBytes(first, last), inner]) };
}

/** The encoded commits in order, or undefined where the bytes are damaged. */
export async function unsealSegment(
  key: CryptoKey,
  event: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined> {
  const first = numberAt(sealed, 0);
  const last = numberAt(sealed, 1);
  const packed = await unseal(key, context(event, first, last), sealed.subarray(16));
  if (!packed) return undefined;
  const plain = await inflate(packed);
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const commits: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < plain.length;) {
    const end = offset + 4 + view.getUint32(offset);
    commits.push(plain.subarray(offset + 4, end));
    offset = end;
  }
  return commits;
}
