import {
  afterHearing,
  readReceipts,
  type Peer,
  type Sending,
} from '../../../../shared/exchange/parcel/peers';
import type { Manifest, Sender } from '../../../../shared/exchange/parcel/manifest';
import {
  choiceKey,
  planReceive,
  receiveCommit,
} from '../../../../shared/exchange/parcel/planReceive';
import {
  openManifest,
  openPayload,
  sealParcel,
} from '../../../../shared/exchange/parcel/sealParcel';
import { writeParcel } from '../../../../shared/exchange/parcel/writeParcel';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { readMachinePart } from '../../../../shared/exchange/parcel/machineSheet';
import type { Sheet, Workbook } from '../../../../shared/exchange/workbook';
import { toBase64Url } from '../../../../shared/kernel/bytes';
import type { RowId } from '../../../../shared/kernel/ids';
import { publicKeyOf } from '../../../../shared/kernel/signing';
import { toInstant } from '../../../../shared/kernel/time';
import { seenOf } from '../../../../shared/merge/knowledge';
import { entriesLacking, rowsTouched } from '../../../../shared/merge/sending';
import type { Random } from '../../../../shared/sample/random';
import { deviceId, insert, newDevice, remove, things, update } from '../../merge/devices';
import type { MemoryJournal } from '../../merge/memoryJournal';

/** A workbook on its way: its bytes, or the sheets as somebody has edited them. */
export interface Post {
  readonly to: number;
  readonly arrivesOn: number;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

const noSheets: Workbook = { kind: 'xlsx', sheets: [], unreadSheets: [], dateSystem: 1900 };

/** One laptop: its store, its key, and what it remembers of the others. */
export class Laptop {
  journal: MemoryJournal;
  readonly number: number;
  readonly peers = new Map<string, Peer>();
  sendings: readonly Sending[] = [];
  readonly receipts: Manifest['receipts'][number][] = [];
  readonly #seed: Uint8Array;
  #sent = 0;

  constructor(number: number, skewMs: number) {
    this.number = number;
    this.journal = newDevice(number);
    this.skewMs = skewMs;
    this.#seed = Uint8Array.from({ length: 32 }, (_, place) => (number * 7 + place) & 255);
  }

  readonly skewMs: number;

  async sender(): Promise<Sender> {
    const publicKey = toBase64Url(await publicKeyOf(this.#seed));
    const name = `电脑${this.number}`;
    return { device: this.journal.device, publicKey, deviceName: name, unit: name, operator: name };
  }

  /** Everything `to` lacks, as far as this laptop knows; shown in sheets where `visible`. */
  async send(to: Laptop, visible: boolean): Promise<{ bytes: Uint8Array; workbook: Workbook }> {
    const { publicKey } = await to.sender();
    const seen = this.peers.get(publicKey)?.seen ?? {};
    const entries = await entriesLacking(this.journal, seen, new Set([things.id]));
    this.#sent++;
    const parcel = `${this.number}-${this.journal.device}-${this.#sent}`;
    const head = {
      parcel,
      number: this.#sent,
      event: { id: 'e', name: '演练' },
      sender: await this.sender(),
      sentAt: this.journal.nowMs,
      seen: seenOf(this.journal.knowledge),
      receipts: this.receipts.slice(-50),
    };
    this.sendings = [
      ...this.sendings,
      { parcel, parts: 1, to: publicKey, sentAt: this.journal.nowMs, applied: [] },
    ];
    if (visible) {
      const touched = rowsTouched(entries).get(things.id) ?? new Set<RowId>();
      const rows = this.journal.live(things.id).filter(({ id }) => touched.has(id));
      const written = await writeParcel({
        kind: 'exchange',
        head,
        ledgers: [{ definition: things, rows }],
        entries,
        seed: this.#seed,
        language: 'zh',
      });
      const [file] = written.ok ? written.value : [];
      const read = file && readWorkbook(file.bytes, file.name);
      const part = read?.ok ? readMachinePart(read.value) : undefined;
      if (!read?.ok || part?.state !== 'whole') throw new Error('own workbook is unreadable');
      return { bytes: part.bytes, workbook: read.value };
    }
    const bytes = await sealParcel(
      { ...head, format: 1, kind: 'exchange', part: { index: 1, of: 1 }, ledgers: [] },
      { entries, shown: [] },
      this.#seed,
    );
    return { bytes, workbook: noSheets };
  }

  async receive({ bytes, workbook }: Pick<Post, 'bytes' | 'workbook'>, chance: Random) {
    const opened = await openManifest(bytes);
    if (!opened.ok || opened.value.signature !== 'valid') throw new Error('not signed');
    const { manifest } = opened.value;
    const payload = await openPayload(opened.value);
    if (!payload.ok) throw new Error(payload.problem.tag);
    const plan = await planReceive({
      workbook,
      machineSheet: '系统数据',
      manifest,
      payload: payload.value,
      store: this.journal,
      ledgers: (id) => (id === things.id ? things : undefined),
      context: {},
      newId: () => chance.rowId(this.journal.nowMs),
      now: toInstant(this.journal.nowMs),
    });
    const conflicts = new Map<string, boolean>();
    for (const merged of plan.merge.rows) {
      for (const one of merged.conflicts) conflicts.set(choiceKey(merged, one), chance.chance(0.3));
    }
    const edits = new Map(
      plan.edits.map((one) => [
        one.ledger,
        {
          kept: new Map(
            one.edits.map((_, place) => [place, chance.chance(0.5) ? 'theirs' : 'ours'] as const),
          ),
          cleared: new Set<number>(),
          deleted: new Set<RowId>(),
          twins: new Map<RowId, 'apart' | 'joined'>(),
        },
      ]),
    );
    const source = {
      type: 'exchange',
      file: '',
      parcel: manifest.parcel,
      from: manifest.sender.deviceName,
    } as const;
    const commit = receiveCommit(
      plan,
      { conflicts, edits, twins: new Map() },
      source,
      this.journal.heard,
    );
    await this.journal.commitMerge(commit);
    const known = this.peers.get(manifest.sender.publicKey);
    this.peers.set(manifest.sender.publicKey, afterHearing(known, manifest));
    this.sendings = readReceipts(this.sendings, manifest);
    this.receipts.push({
      parcel: manifest.parcel,
      part: 1,
      at: this.journal.nowMs,
      changes: payload.value.entries.length,
      edits: 0,
      rejected: 0,
    });
    // Others hold what was written here and is lost: from now on under another name.
    if (plan.ownLost.length > 0) this.journal.device = deviceId(1_000 + this.number);
    return { plan, entries: payload.value.entries, manifest };
  }

  /** A day's work on what is here. */
  async work(chance: Random, inserts: number, edits: number): Promise<void> {
    for (let turn = 0; turn < inserts; turn++) {
      this.journal.nowMs += 60_000;
      const id = chance.rowId(this.journal.nowMs);
      await insert(this.journal, id, { name: `物${id.slice(-6)}`, count: chance.int(100) });
    }
    for (let turn = 0; turn < edits; turn++) {
      this.journal.nowMs += 60_000;
      const live = this.journal.live(things.id);
      if (live.length === 0) return;
      // Everybody works on the same few records, so that they meet.
      const row = chance.chance(0.7)
        ? live[chance.int(Math.min(5, live.length))]
        : chance.pick(live);
      if (!row) continue;
      if (chance.chance(0.05)) await remove(this.journal, row.id);
      else if (chance.chance(0.5)) await update(this.journal, row.id, 'count', chance.int(10_000));
      else await update(this.journal, row.id, 'place', `库${chance.int(10_000)}`);
    }
  }
}

/** The sheet with one cell of a column written over, as somebody in between has done. */
export function handEdited(workbook: Workbook, header: string, text: string): Workbook {
  const sheets = workbook.sheets.map((sheet): Sheet => {
    const place = sheet.rows.findIndex((cells) =>
      cells.some((cell) => cell.type === 'text' && cell.text === header),
    );
    const column = (sheet.rows[place] ?? []).findIndex(
      (cell) => cell.type === 'text' && cell.text === header,
    );
    if (column < 0 || sheet.hidden || !sheet.rows[place + 1]) return sheet;
    const rows = sheet.rows.map((cells, index) => {
      if (index !== place + 1) return cells;
      const own = [...cells];
      own[column] = { type: 'text', text };
      return own;
    });
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}
