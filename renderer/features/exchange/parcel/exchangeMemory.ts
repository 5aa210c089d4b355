import { z } from 'zod';
import { manifestShape, type Manifest } from '../../../../shared/exchange/parcel/manifest';
import {
  afterHearing,
  readReceipts,
  type Peer,
  type Sending,
} from '../../../../shared/exchange/parcel/peers';
import { partKey, type Acquaintance } from '../../../../shared/exchange/parcel/recognise';
import type { Session } from '../../../app/session';
import type { Store, StoreReading } from '../../../store/contract';
import { readDevices, readIdentity } from '../devices/exchangeIdentity';

/** What was applied here and by whom it was sent: told back as a receipt. */
export interface Received {
  readonly publicKey: string;
  readonly sentAt: number;
  readonly receipt: Manifest['receipts'][number];
}

/** What is remembered of sending and receiving, kept sealed with the event. */
export interface ExchangeMemory {
  readonly peers: readonly Peer[];
  readonly sendings: readonly Sending[];
  readonly received: readonly Received[];
}

const shape = manifestShape.unwrap().shape;
const memory = z.object({
  peers: z.array(
    z.object({ sender: shape.sender, seen: shape.seen, saidAt: z.number(), sendings: z.number() }),
  ),
  sendings: z.array(
    z.object({
      parcel: z.string(),
      parts: z.number(),
      to: z.string(),
      sentAt: z.number(),
      applied: z.array(z.number()),
    }),
  ),
  received: z.array(
    z.object({
      publicKey: z.string(),
      sentAt: z.number(),
      receipt: shape.receipts.unwrap().element,
    }),
  ),
});
const nothing: ExchangeMemory = { peers: [], sendings: [], received: [] };

const key = 'exchange.memory';
/** Of each list; what is older is known by the journal anyway. */
const remembered = 2_000;

export async function readMemory(store: StoreReading): Promise<ExchangeMemory> {
  const text = await store.setting(key);
  if (text === undefined) return nothing;
  try {
    return memory.safeParse(JSON.parse(text)).data ?? nothing;
  } catch {
    return nothing; // written by another version: everything is sent again, nothing is lost
  }
}

async function save(store: Store, now: ExchangeMemory): Promise<void> {
  const short = {
    peers: now.peers,
    sendings: now.sendings.slice(-remembered),
    received: now.received.slice(-remembered),
  };
  await store.saveSetting(key, JSON.stringify(short));
}

export async function rememberSending(store: Store, sending: Sending): Promise<void> {
  const known = await readMemory(store);
  await save(store, { ...known, sendings: [...known.sendings, sending] });
}

/** After a workbook of an enrolled device: what it has seen, and which sendings have arrived there. */
export async function rememberHearing(
  store: Store,
  manifest: Manifest,
  applied: Received['receipt'] | undefined,
): Promise<void> {
  const known = await readMemory(store);
  const { publicKey } = manifest.sender;
  const peer = known.peers.find(({ sender }) => sender.publicKey === publicKey);
  const others = known.peers.filter((one) => one !== peer);
  const fresh = applied ? [{ publicKey, sentAt: manifest.sentAt, receipt: applied }] : [];
  await save(store, {
    peers: [...others, afterHearing(peer, manifest)],
    sendings: readReceipts(known.sendings, manifest),
    received: [...known.received, ...fresh],
  });
}

/** What this device can say about a workbook before it is opened. */
export async function acquaintanceOf(session: Session): Promise<Acquaintance> {
  const { publicKey } = await readIdentity(session);
  const { received } = await readMemory(session.store);
  const newestFrom = new Map<string, number>();
  for (const one of received) {
    newestFrom.set(
      one.publicKey,
      Math.max(newestFrom.get(one.publicKey) ?? Number.NEGATIVE_INFINITY, one.sentAt),
    );
  }
  return {
    enrolled: await readDevices(session.store),
    ownKey: publicKey,
    received: new Set(
      received.map(({ receipt: { parcel, part } }) =>
        partKey({ parcel, part: { index: part, of: 0 } }),
      ),
    ),
    newestFrom,
    ledgerVersions: new Map(session.ledgers.map(({ id, version }) => [id, version])),
  };
}
