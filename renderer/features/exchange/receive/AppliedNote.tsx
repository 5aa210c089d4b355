import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../../../shared/kernel/ids';
import { useSession } from '../../../app/session';
import { readIdentity, saveIdentity } from '../devices/exchangeIdentity';
import { fileProblemWords, saveWorkbook } from '../export/saveWorkbook';
import { shownLanguage } from '../findingWords';
import type { AppliedParcel } from '../parcel/parcelCalls';
import { receiptOf } from './applied';
import type { FoundParcel, useReceive } from './useReceive';
import shared from '../exchange.module.css';

interface AppliedNoteProps {
  readonly found: FoundParcel;
  readonly applied: AppliedParcel;
  readonly receive: ReturnType<typeof useReceive>;
  readonly back: ReactNode;
  readonly onNotice: (words: string) => void;
}

/** What was written, and the receipt that tells its sender so. */
export function AppliedNote({ found, applied, receive, back, onNotice }: AppliedNoteProps) {
  const session = useSession();
  const { t, i18n } = useTranslation();
  const [running, setRunning] = useState(false);
  const { inserted: added, updated: changed, deleted } = applied;

  const saveReceipt = async () => {
    setRunning(true);
    const { store, desktop, clock, random } = session;
    const identity = await readIdentity(session);
    const number = identity.sent + 1;
    await saveIdentity(store, { ...identity, sent: number });
    const at = clock();
    const { sender, sentAt, number: sentNumber } = found.manifest;
    const { name, bytes } = await receive.parcels().receipt({
      head: {
        parcel: newRowId(at, random),
        number,
        event: { id: store.event.id, name: store.event.name },
        sentAt: at,
        to: `${sender.unit} ${sender.deviceName}`.trim(),
        receipts: [receiptOf(found, applied, at)],
      },
      of: { sender, sentAt, number: sentNumber },
      sender: {
        publicKey: identity.publicKey,
        deviceName: store.event.deviceName,
        unit: store.event.unit,
        operator: store.operator,
      },
      seed: identity.seed,
      language: shownLanguage(i18n.language),
      password: '',
    });
    const saved = await saveWorkbook(desktop, name, bytes, t);
    setRunning(false);
    if (saved.ok) onNotice(t('parcel.receiptSaved', { name: saved.value.name }));
    else if (saved.problem.tag !== 'cancelled') onNotice(fileProblemWords(t, saved.problem));
  };

  return (
    <>
      <p role="status">
        {applied.sequence === undefined
          ? t('parcel.nothingWritten')
          : t('correction.done', { changed, added, deleted })}
      </p>
      <p>{t('parcel.receiptHint')}</p>
      <div className={shared.buttons}>
        {back}
        <button
          type="button"
          className={shared.primary}
          disabled={running}
          onClick={() => void saveReceipt()}
        >
          {t('parcel.saveReceipt')}
        </button>
      </div>
    </>
  );
}
