import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../../../shared/kernel/ids';
import { useSession } from '../../../app/session';
import { readIdentity, saveIdentity } from '../devices/exchangeIdentity';
import { fileProblemWords, saveWorkbook } from '../export/saveWorkbook';
import { shownLanguage } from '../findingWords';
import { connectParcels, type Parcels } from '../parcel/connectParcels';
import { rememberSending } from '../parcel/exchangeMemory';
import { rememberPassword } from '../parcel/passwords';
import type { ParcelProgress } from '../parcel/parcelCalls';
import type { Receiver } from './receivers';

export interface SendSettings {
  /** Undefined: somebody who is not enrolled, named by `to`. */
  readonly receiver: Receiver | undefined;
  readonly to: string;
  readonly ledgers: readonly string[];
  readonly everything: boolean;
  readonly masked: boolean;
  /** Empty: it opens for everybody. */
  readonly password: string;
}

export type SendState =
  | { readonly tag: 'ready' }
  | { readonly tag: 'running'; readonly progress?: ParcelProgress }
  | { readonly tag: 'failed'; readonly words: string };

/** Writes the workbooks for a receiver in a worker, saves them one by one, and remembers it. */
export function useSend(onSent: (words: string) => void) {
  const session = useSession();
  const { t, i18n } = useTranslation();
  const [state, setState] = useState<SendState>({ tag: 'ready' });
  const worker = useRef<Parcels>(undefined);
  useEffect(() => () => worker.current?.end(), []);

  const send = async ({ receiver, to, ledgers, everything, masked, password }: SendSettings) => {
    const { store, desktop, clock, random } = session;
    setState({ tag: 'running' });
    worker.current ??= connectParcels(store.openMergeLine());
    worker.current.onProgress = (progress) => setState({ tag: 'running', progress });
    const identity = await readIdentity(session);
    const number = identity.sent + 1;
    const sentAt = clock();
    const parcel = newRowId(sentAt, random);
    const written = await worker.current.send({
      kind: masked ? 'masked' : 'exchange',
      ledgers,
      everything,
      seen: receiver?.seen ?? {},
      head: {
        parcel,
        number,
        event: { id: store.event.id, name: store.event.name },
        sentAt,
        receipts: receiver?.receipts ?? [],
        ...(to === '' ? {} : { to }),
      },
      sender: {
        publicKey: identity.publicKey,
        deviceName: store.event.deviceName,
        unit: store.event.unit,
        operator: store.operator,
      },
      seed: identity.seed,
      password,
      language: shownLanguage(i18n.language),
    });
    if (!written.ok) {
      const { problem } = written;
      const facts = problem.tag === 'tooManyRows' ? { allowed: problem.allowed } : {};
      setState({ tag: 'failed', words: t(`parcel.sendProblems.${problem.tag}`, facts) });
      return;
    }
    const { files, changes, rows } = written.value;
    const names: string[] = [];
    for (const { name, bytes } of files) {
      const saved = await saveWorkbook(desktop, name, bytes, t);
      if (!saved.ok) {
        const words = t('parcel.savedPartly', { saved: names.length, of: files.length });
        setState({ tag: 'failed', words: `${fileProblemWords(t, saved.problem)} ${words}` });
        return;
      }
      names.push(saved.value.name);
    }
    await saveIdentity(store, { ...identity, sent: number });
    await rememberPassword(store, password);
    await rememberSending(store, { parcel, parts: files.length, to, sentAt, applied: [] });
    const shown = (count: number) => count.toLocaleString(i18n.language);
    onSent(
      t('parcel.sent', {
        names: names.join(t('frame.marks.list')),
        changes: shown(changes),
        rows: shown(rows),
      }),
    );
  };
  return { state, send, cancel: () => void worker.current?.cancel() };
}
