import { seal, unseal } from '../../keys/sealing';

/** A setting as it stands in both copies; later ones of the same key win by their number. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly number: number;
}

const context = (event: string) => `${event}:setting`;

export function sealSetting(key: CryptoKey, event: string, setting: Setting) {
  return seal(key, context(event), new TextEncoder().encode(JSON.stringify(setting)));
}

export async function unsealSettings(
  key: CryptoKey,
  event: string,
  sealed: readonly Uint8Array<ArrayBuffer>[],
): Promise<Map<string, Setting>> {
  const settings = new Map<string, Setting>();
  for (const bytes of sealed) {
    const plain = await unseal(key, context(event), bytes);
    if (!plain) continue; // the other copy has it, or it falls back to its default
    const setting = JSON.parse(new TextDecoder().decode(plain)) as Setting; // authenticated bytes of ours
    if ((settings.get(setting.key)?.number ?? -1) < setting.number)
      settings.set(setting.key, setting);
  }
  return settings;
}
