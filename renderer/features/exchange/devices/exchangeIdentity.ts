import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '../../../../shared/kernel/bytes';
import { newDeviceId } from '../../../../shared/kernel/ids';
import { publicKeyOf } from '../../../../shared/kernel/signing';
import type { EnrolledDevice } from '../../../../shared/exchange/parcel/recognise';
import type { Session } from '../../../app/session';
import type { Store, StoreReading } from '../../../store/contract';

/** This laptop's own signing key for one event, kept sealed with it. */
export interface ExchangeIdentity {
  readonly seed: Uint8Array;
  readonly publicKey: string;
  readonly device: string;
  /** Workbooks sent out so far. */
  readonly sent: number;
}

const identityKey = 'exchange.identity';
const devicesKey = 'exchange.devices';
const storedIdentity = z.object({ seed: z.string(), device: z.string(), sent: z.number() });
const storedDevices = z.array(
  z.object({
    publicKey: z.string(),
    device: z.string(),
    name: z.string(),
    unit: z.string(),
    enrolledAt: z.number(),
    revokedAt: z.number().optional(),
  }),
);

function parsed<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // written by another version: the same as not there
  }
}

/** Made the first time something is sent or received. */
export async function readIdentity({
  store,
  clock,
  random,
}: Pick<Session, 'store' | 'clock' | 'random'>): Promise<ExchangeIdentity> {
  const known = parsed(storedIdentity, await store.setting(identityKey));
  const seed = known && fromBase64Url(known.seed);
  if (known && seed) {
    return {
      seed,
      publicKey: toBase64Url(await publicKeyOf(seed)),
      device: known.device,
      sent: known.sent,
    };
  }
  const made = random(32);
  const device = newDeviceId(clock(), random);
  await saveIdentity(store, { seed: made, device, sent: 0 });
  return { seed: made, publicKey: toBase64Url(await publicKeyOf(made)), device, sent: 0 };
}

export async function saveIdentity(
  store: Store,
  { seed, device, sent }: Omit<ExchangeIdentity, 'publicKey'>,
): Promise<void> {
  await store.saveSetting(identityKey, JSON.stringify({ seed: toBase64Url(seed), device, sent }));
}

export async function readDevices(store: StoreReading): Promise<readonly EnrolledDevice[]> {
  const known = parsed(storedDevices, await store.setting(devicesKey)) ?? [];
  return known.map(({ revokedAt, ...device }) =>
    revokedAt === undefined ? device : { ...device, revokedAt },
  );
}

/** From now on workbooks signed with its key are taken without asking. */
export async function enrolDevice(store: Store, device: EnrolledDevice): Promise<void> {
  const others = (await readDevices(store)).filter(
    ({ publicKey }) => publicKey !== device.publicKey,
  );
  await store.saveSetting(devicesKey, JSON.stringify([...others, device]));
}
