import type { HashedEntry, Link } from '../journal/entry';
import type { DeviceId } from '../kernel/ids';

/**
 * A stretch of one device's journal of one ledger that is here without a gap: every entry after
 * `after` (all from the first, where absent) up to and with `head`.
 */
export interface Piece {
  readonly after?: Link;
  readonly head: Link;
  /** Nothing before it is missing. Several rooted pieces: a laptop restored from a copy wrote on. */
  readonly rooted: boolean;
}

/** What is here of every device's journal, by ledger and device: a version vector with proof. */
export type Knowledge = Readonly<Record<string, Readonly<Record<string, readonly Piece[]>>>>;

/** The pieces of one device's journal of one ledger as they are once the plan is committed. */
export interface Learnt {
  readonly ledger: string;
  readonly device: DeviceId;
  readonly pieces: readonly Piece[];
}

/** What a device says it has seen, by ledger and device: it holds everything up to these places. */
export type Seen = Readonly<Record<string, Readonly<Record<string, readonly Link[]>>>>;

export type HasEntry = (link: Link) => Promise<boolean>;

export function piecesOf(knowledge: Knowledge, ledger: string, device: DeviceId): readonly Piece[] {
  return knowledge[ledger]?.[device] ?? [];
}

export function sameLink(left: Link | undefined, right: Link | undefined): boolean {
  return left?.sequence === right?.sequence && left?.hash === right?.hash;
}

const linkOf = ({ entry, hash }: HashedEntry): Link => ({ sequence: entry.sequence, hash });

/**
 * Adds entries of one device and ledger, given in their order and hashed here. Comes back with those
 * that were not known and the pieces as they are then. `has` is asked only about entries that lie
 * beside known ones.
 */
export async function learn(
  known: readonly Piece[],
  entries: readonly HashedEntry[],
  has: HasEntry,
): Promise<{ readonly fresh: readonly HashedEntry[]; readonly pieces: readonly Piece[] }> {
  const fresh: HashedEntry[] = [];
  for (const item of afterKnownHead(known, entries)) {
    const link = linkOf(item);
    const beside = known.some(({ head }) => link.sequence <= head.sequence);
    if (!beside || !(await has(link))) fresh.push(item);
  }
  const hereNow: HasEntry = async (link) =>
    fresh.some((item) => sameLink(linkOf(item), link)) || (await has(link));
  const pieces = [...known];
  for (const item of fresh) {
    const { previous } = item.entry;
    const head = linkOf(item);
    const extended = pieces.findIndex((piece) => previous && sameLink(piece.head, previous));
    const piece = pieces[extended];
    if (piece) pieces[extended] = { ...piece, head };
    else pieces.push({ ...(previous ? { after: previous } : {}), head, rooted: !previous });
  }
  return { fresh, pieces: await markRooted(closeGaps(pieces), hereNow) };
}

/** A piece that leaves a rooted one somewhere inside has no gap before it either. */
async function markRooted(pieces: readonly Piece[], has: HasEntry): Promise<readonly Piece[]> {
  const marked = [...pieces];
  for (const [index, piece] of marked.entries()) {
    const { after, rooted } = piece;
    if (rooted || !after) continue;
    const spanned = marked.some((other) => other.rooted && after.sequence <= other.head.sequence);
    if (spanned && (await has(after))) marked[index] = { ...piece, rooted: true };
  }
  return marked;
}

/** Skips what a known head proves: the chain before an entry is the same when its hash is. */
function afterKnownHead(
  known: readonly Piece[],
  entries: readonly HashedEntry[],
): readonly HashedEntry[] {
  let from = 0;
  for (const [index, item] of entries.entries()) {
    const isHead = known.some(({ head, rooted }) => rooted && sameLink(head, linkOf(item)));
    const linked = index === 0 || followOn(entries, from, index);
    if (isHead && linked) from = index + 1;
  }
  return entries.slice(from);
}

function followOn(entries: readonly HashedEntry[], from: number, to: number): boolean {
  for (let index = from + 1; index <= to; index++) {
    const before = entries[index - 1];
    const here = entries[index];
    if (!before || !here || !sameLink(here.entry.previous, linkOf(before))) return false;
  }
  return true;
}

/** Joins a piece to the one that ends where it begins. */
function closeGaps(pieces: readonly Piece[]): Piece[] {
  const open = [...pieces];
  for (let index = 0; index < open.length; index++) {
    const piece = open[index];
    const next = open.findIndex(
      (other, place) =>
        place !== index && piece && other.after && sameLink(other.after, piece.head),
    );
    const other = open[next];
    if (!piece || !other) continue;
    open[index] = { ...piece, head: other.head };
    open.splice(next, 1);
    index = -1;
  }
  return open;
}

/** What this device may say it has seen: only what has no gap before it. */
export function seenOf(knowledge: Knowledge): Seen {
  return mapDevices(knowledge, (pieces) =>
    pieces.filter(({ rooted }) => rooted).map(({ head }) => head),
  );
}

function mapDevices<From, To>(
  all: Readonly<Record<string, Readonly<Record<string, From>>>>,
  map: (from: From) => readonly To[],
): Readonly<Record<string, Readonly<Record<string, readonly To[]>>>> {
  return Object.fromEntries(
    Object.entries(all).map(([ledger, devices]) => [
      ledger,
      Object.fromEntries(
        Object.entries(devices).flatMap(([device, from]) => {
          const mapped = map(from);
          return mapped.length > 0 ? [[device, mapped] as const] : [];
        }),
      ),
    ]),
  );
}

/**
 * The numbers after which the receiver lacks entries of one device and ledger, one for each piece
 * that is here and not whole there.
 *
 * | what the receiver says it has seen         | what it lacks of the piece |
 * | the piece's head                           | nothing                    |
 * | a place in the piece                       | what comes after           |
 * | a place beyond the head, nothing forked    | nothing: it is ahead       |
 * | nothing of this                            | all of it                  |
 */
export async function lackingAfter(
  pieces: readonly Piece[],
  seen: readonly Link[],
  has: HasEntry,
): Promise<readonly number[]> {
  const lacking: number[] = [];
  for (const piece of pieces) {
    const { after, head } = piece;
    if (seen.some((link) => sameLink(link, head))) continue;
    const isAhead = pieces.length === 1 && seen.some(({ sequence }) => sequence > head.sequence);
    if (isAhead) continue;
    let from = after?.sequence ?? 0;
    for (const link of seen) {
      if (link.sequence > from && link.sequence < head.sequence && (await has(link))) {
        from = link.sequence;
      }
    }
    lacking.push(from);
  }
  return lacking;
}
