import type { Change, ChangeSource } from '../../../shared/journal/change';
import { hashEntry, type Entry, type HashedEntry, type Link } from '../../../shared/journal/entry';
import { hybridTimeMs, nextHybridTime, type HybridTime } from '../../../shared/kernel/hybridTime';
import type { DeviceId, RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import { plainChanges } from '../../../shared/merge/applied';
import type { DeviceNames } from '../../../shared/merge/deviceNames';
import { piecesOf, type Knowledge, type Learnt } from '../../../shared/merge/knowledge';
import type { HeldRow, MergeCommit, MergeReading } from '../../../shared/merge/mergeStore';
import { placeInTime } from '../../../shared/merge/ownChanges';
import { rowChangesOf, type RowChange } from '../../../shared/merge/rowChange';
import { compareStamps, type Stamp } from '../../../shared/merge/stamp';

interface Held {
  row?: Row;
  newest: Stamp;
}

/** A store in maps that does what merging expects of a store, and nothing more. */
export class MemoryJournal implements MergeReading {
  device: DeviceId;
  sequence = 0;
  heard: HybridTime | 0 = 0;
  knowledge: Knowledge = {};
  deviceNames: DeviceNames = {};
  /** Its own clock, in milliseconds; a test sets it wrong. */
  nowMs = 0;
  readonly author: string;
  readonly commits: MergeCommit[] = [];
  #lastTime: HybridTime | 0 = 0;
  readonly #rows = new Map<string, Map<RowId, Held>>();
  readonly #changes = new Map<string, RowChange[]>();
  readonly #entries = new Map<string, HashedEntry[]>();
  readonly #links = new Set<string>();
  readonly #ownHeads = new Map<string, Link>();

  constructor(device: DeviceId, author: string) {
    this.device = device;
    this.author = author;
  }

  /** A copy of the laptop as it is now: what a backup holds. */
  copy(): MemoryJournal {
    const copy = new MemoryJournal(this.device, this.author);
    copy.sequence = this.sequence;
    copy.heard = this.heard;
    copy.knowledge = this.knowledge;
    copy.deviceNames = this.deviceNames;
    copy.nowMs = this.nowMs;
    copy.#lastTime = this.#lastTime;
    for (const [ledger, rows] of this.#rows) {
      copy.#rows.set(ledger, new Map([...rows].map(([id, held]) => [id, { ...held }])));
    }
    for (const [key, changes] of this.#changes) copy.#changes.set(key, [...changes]);
    for (const [key, entries] of this.#entries) copy.#entries.set(key, [...entries]);
    for (const link of this.#links) copy.#links.add(link);
    for (const [key, head] of this.#ownHeads) copy.#ownHeads.set(key, head);
    return copy;
  }

  async commit(
    changes: readonly Change[],
    source: ChangeSource = { type: 'typed' },
  ): Promise<void> {
    const time = nextHybridTime(this.nowMs, this.#lastTime);
    this.#lastTime = time;
    this.sequence++;
    await this.#commitOwn(changes, source, time);
  }

  async commitMerge(commit: MergeCommit): Promise<void> {
    if (commit.basis !== this.sequence) throw new Error('the store has moved');
    const time = nextHybridTime(this.nowMs, this.#lastTime);
    this.#lastTime = time;
    this.sequence++;
    this.heard = commit.heard > this.heard ? commit.heard : this.heard;
    for (const item of commit.entries) this.#keep(item);
    const stamps = new Map<Change, Stamp>();
    for (const { entry } of commit.entries) {
      for (const { change, stamp } of rowChangesOf(entry)) stamps.set(change, stamp);
    }
    for (const change of plainChanges(commit)) {
      const stamp = stamps.get(change);
      if (stamp) this.#apply(change, stamp);
    }
    for (const { ledger, row, fields, becomes, deletedAt, newest } of commit.effects) {
      if (becomes === 'absent') {
        this.#table(ledger).set(row, { newest });
        continue;
      }
      const known = this.#table(ledger).get(row)?.row;
      const values = set(known?.values ?? {}, fields);
      const own = { id: row, values, ...(deletedAt === undefined ? {} : { deletedAt }) };
      this.#table(ledger).set(row, { row: own, newest });
    }
    for (const one of commit.learnt) this.learn(one);
    if (commit.changes.length > 0) await this.#commitOwn(commit.changes, commit.source, time);
    this.commits.push(commit);
  }

  learn({ ledger, device, pieces }: Learnt): void {
    this.knowledge = {
      ...this.knowledge,
      [ledger]: { ...this.knowledge[ledger], [device]: pieces },
    };
  }

  async #commitOwn(
    changes: readonly Change[],
    source: ChangeSource,
    time: HybridTime,
  ): Promise<void> {
    const placed = placeInTime(changes, time, this.heard, (ledger, row) => {
      return this.#table(ledger).get(row)?.newest.time ?? 0;
    });
    for (const ledger of new Set(placed.map((change) => change.ledger))) {
      const pieces = piecesOf(this.knowledge, ledger, this.device);
      const previous = this.#ownHeads.get(`${ledger} ${this.device}`);
      const entry: Entry = {
        device: this.device,
        ledger,
        sequence: this.sequence,
        ...(previous ? { previous } : {}),
        time,
        author: this.author,
        source,
        changes: placed.filter((change) => change.ledger === ledger),
      };
      const hash = hashEntry(entry);
      const head = { sequence: entry.sequence, hash };
      this.#keep({ entry, hash });
      this.#ownHeads.set(`${ledger} ${this.device}`, head);
      const own = pieces.find((piece) => piece.head.hash === previous?.hash);
      const extended = own ? { ...own, head } : { head, rooted: true };
      this.learn({
        ledger,
        device: this.device,
        pieces: [...pieces.filter((piece) => piece !== own), extended],
      });
      for (const { change, stamp } of rowChangesOf(entry)) this.#apply(change, stamp);
    }
  }

  #keep(item: HashedEntry): void {
    const { ledger, device } = item.entry;
    const key = `${ledger} ${device}`;
    const journal = this.#entries.get(key) ?? [];
    journal.push(item);
    journal.sort((left, right) => left.entry.sequence - right.entry.sequence);
    this.#entries.set(key, journal);
    this.#links.add(`${key} ${item.entry.sequence} ${item.hash}`);
    for (const change of rowChangesOf(item.entry)) {
      const rowKey = `${ledger} ${change.change.row}`;
      const known = this.#changes.get(rowKey);
      if (known) known.push(change);
      else this.#changes.set(rowKey, [change]);
    }
  }

  #apply(change: Change, stamp: Stamp): void {
    const table = this.#table(change.ledger);
    const known = table.get(change.row);
    const newest = known && compareStamps(known.newest, stamp) > 0 ? known.newest : stamp;
    if (change.type === 'insert') {
      const values = { ...known?.row?.values, ...change.values };
      table.set(change.row, { row: { id: change.row, values }, newest });
      return;
    }
    const row = known?.row;
    if (!row) return;
    const { deletedAt, ...live } = row;
    if (change.type === 'update') {
      table.set(change.row, { row: { ...row, values: set(row.values, change.fields) }, newest });
    } else if (change.type === 'delete') {
      const at = toInstant(hybridTimeMs(stamp.time));
      table.set(change.row, { row: { ...live, deletedAt: at }, newest });
    } else if (change.type === 'restore') table.set(change.row, { row: live, newest });
    else table.set(change.row, { row: deletedAt === undefined ? live : row, newest });
  }

  #table(ledger: string): Map<RowId, Held> {
    let table = this.#rows.get(ledger);
    if (!table) this.#rows.set(ledger, (table = new Map()));
    return table;
  }

  all(ledger: string): readonly Row[] {
    const rows = [...this.#table(ledger).values()].flatMap(({ row }) => row ?? []);
    return rows.sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  live(ledger: string): readonly Row[] {
    return this.all(ledger).filter(({ deletedAt }) => deletedAt === undefined);
  }

  row(ledger: string, id: RowId): Row | undefined {
    return this.#table(ledger).get(id)?.row;
  }

  allEntries(): readonly HashedEntry[] {
    return [...this.#entries.values()].flat();
  }

  held(ledger: string, rows: readonly RowId[]): Promise<readonly (HeldRow | undefined)[]> {
    return Promise.resolve(rows.map((row) => this.#table(ledger).get(row)));
  }

  rowChanges(ledger: string, row: RowId): Promise<readonly RowChange[]> {
    return Promise.resolve(this.#changes.get(`${ledger} ${row}`) ?? []);
  }

  match(
    ledger: string,
    keyFields: readonly string[],
    keys: readonly (readonly StoredValue[])[],
  ): Promise<readonly (readonly RowId[])[]> {
    const found = new Map<string, RowId[]>();
    for (const row of this.live(ledger)) {
      const key = JSON.stringify(keyFields.map((name) => row.values[name] ?? null));
      found.set(key, [...(found.get(key) ?? []), row.id]);
    }
    return Promise.resolve(keys.map((key) => found.get(JSON.stringify(key)) ?? []));
  }

  entries(ledger: string, device: DeviceId, after: number): Promise<readonly HashedEntry[]> {
    const journal = this.#entries.get(`${ledger} ${device}`) ?? [];
    return Promise.resolve(journal.filter(({ entry }) => entry.sequence > after));
  }

  has(ledger: string, device: DeviceId, link: Link): Promise<boolean> {
    return Promise.resolve(this.#links.has(`${ledger} ${device} ${link.sequence} ${link.hash}`));
  }
}

function set(
  values: Row['values'],
  fields: Readonly<Record<string, { readonly after: StoredValue | null }>>,
): Row['values'] {
  const next: Record<string, StoredValue> = { ...values };
  for (const [name, { after }] of Object.entries(fields)) {
    if (after === null) delete next[name];
    else next[name] = after;
  }
  return next;
}
